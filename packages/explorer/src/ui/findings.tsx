import { printable } from '@next-slots/core';
import { useMemo, useState } from 'preact/hooks';
import type { ExplorerFinding } from '../data/explorer-app.js';
import { shownPath, useApp } from './app-context.js';
import { FileName } from './file-name.js';
import { Prose } from './prose.js';
import { UrlLink } from './url-link.js';

/** What the checks find at a URL, and everywhere else. */
export function Findings({ here, all, state }: FindingsProps) {
  const others = useMemo(() => {
    const shown = new Set(here);
    return all.filter((finding) => !shown.has(finding));
  }, [here, all]);
  return (
    <section class="findings" aria-label="Problems">
      <h2>
        Problems at this URL <small>{here.length > 0 ? here.length : withoutProblems[state]}</small>
      </h2>
      {here.map((finding) => (
        <FindingCard key={keyOf(finding)} finding={finding} />
      ))}
      {others.length > 0 && <OtherFindings findings={others} />}
    </section>
  );
}

/** What is said where there are no problems to be seen. */
const withoutProblems = { known: 'none', asked: 'checking…', unknown: 'not checked' } as const;

interface FindingsProps {
  readonly here: readonly ExplorerFinding[];
  readonly all: readonly ExplorerFinding[];
  /** Whether the checks have run. */
  readonly state: keyof typeof withoutProblems;
}

/** So many are shown at once; more are asked for. */
const pageSize = 20;

function OtherFindings({ findings }: { readonly findings: readonly ExplorerFinding[] }) {
  const [isOpen, setOpen] = useState(false);
  const [shown, setShown] = useState(pageSize);
  return (
    <details
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>Problems elsewhere ({findings.length})</summary>
      {isOpen &&
        findings
          .slice(0, shown)
          .map((finding) => <FindingCard key={keyOf(finding)} finding={finding} />)}
      {isOpen && findings.length > shown && (
        <button
          type="button"
          onClick={() => {
            setShown(shown + pageSize);
          }}
        >
          Show {Math.min(pageSize, findings.length - shown)} more
        </button>
      )}
    </details>
  );
}

function keyOf({ check, file, line, segment, slot, message }: ExplorerFinding): string {
  return JSON.stringify([check, file, line, segment, slot, message]);
}

/** A message names more URLs than anybody reads. */
const mostUrls = 6;

interface FindingCardProps {
  readonly finding: ExplorerFinding;
}

function FindingCard({ finding }: FindingCardProps) {
  const { check, severity, message, help, file, line, urls, docs, edits } = finding;
  return (
    <article class={`finding ${severity}`} data-check={check}>
      <p class="finding-head">
        <b>{severity}</b>
        <a href={docs} target="_blank" rel="noreferrer">
          {check}
        </a>
        <FileName file={file} line={line} />
      </p>
      <p>
        <Prose text={message} />
      </p>
      {help !== '' && (
        <p class="help">
          <Prose text={help} />
        </p>
      )}
      {urls.length > 0 && (
        <p class="urls">
          {urls.slice(0, mostUrls).map((url) => (
            <UrlLink key={url} url={url} />
          ))}
          {urls.length > mostUrls && <span class="quiet">and {urls.length - mostUrls} more</span>}
        </p>
      )}
      {edits.length > 0 && <Fix finding={finding} />}
    </article>
  );
}

/** A path as one word of a shell. */
function quoted(path: string): string {
  return /^[\w./@-]+$/u.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

function Fix({ finding: { file: anchor, edits } }: { readonly finding: ExplorerFinding }) {
  const { app } = useApp();
  return (
    <details class="fix">
      <summary>
        Fix: <code>npx next-slots fix {printable(quoted(shownPath(app, anchor)))}</code>
      </summary>
      {edits.map(({ file, created, before, text }) => (
        <figure key={`${file} ${before} ${text}`}>
          <figcaption>
            {created ? 'Create' : 'Edit'} <code>{printable(shownPath(app, file))}</code>
          </figcaption>
          <pre>
            {before !== '' && <del>{before}</del>}
            <ins>{text.trim()}</ins>
          </pre>
        </figure>
      ))}
    </details>
  );
}
