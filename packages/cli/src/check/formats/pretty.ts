import { join } from 'node:path';
import { docsUrl, printable, repositoryUrl, withoutHowToCreate } from '@next-slots/core';
import { readText } from '@next-slots/core/node';
import { createSupportsHyperlinks } from 'supports-hyperlinks';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { fromHere } from '../../apps/from-here.js';
import type { Finding, RelatedLocation } from '../../public/report.js';
import { colorsFor, type Colors } from '../../terminal/colors.js';
import { terminalWidth } from '../../terminal/terminal-width.js';
import type { CheckResult } from '../report.js';
import { unusedDirectiveName } from '../find-unused-directives.js';
import { codeFrame } from './code-frame.js';
import { editPreview } from './edit-preview.js';
import type { Format } from './format.js';
import { checkWithImpact } from './impact.js';
import { summaryLines } from './summary.js';

/** Lines are no longer than this, however wide the terminal is, and text no shorter than that. */
const widest = 110;
const narrowest = 40;

/** What stands in front of every line below the first. In columns. */
const indent = 2;

/** How many of the pages that one cause breaks are listed. */
const listed = 10;

/** Each finding as a compiler draws it: place, rule, code frame with the reason under it, help and fix. */
export const pretty: Format = (result) => {
  const diagnostics = new Diagnostics(result);
  const drawn = result.findings.flatMap((finding) => ['', ...diagnostics.lines(finding)]);
  const summary = summaryLines(result, diagnostics.colors).flatMap((line) =>
    diagnostics.folded(line),
  );
  return `${[...drawn, '', ...summary, ...diagnostics.links()].join('\n')}\n`;
};

/** More URLs than this at the end are replaced by that of the list of rules. */
const linked = 5;

const rulesUrl = `${repositoryUrl}/blob/main/docs/rules/index.md`;

class Diagnostics {
  readonly colors: Colors = colorsFor(process.stdout);
  readonly #result: CheckResult;
  readonly #width = Math.max(narrowest, Math.min(widest, terminalWidth()));
  readonly #hasLinks = createSupportsHyperlinks(process.stdout);
  readonly #texts = new Map<string, string | undefined>();
  readonly #shown = new Set<string>();

  constructor(result: CheckResult) {
    this.#result = result;
  }

  lines(finding: Finding): readonly string[] {
    const { severity, range, message, help, edits, related } = finding;
    const { colors } = this;
    const level = severity === 'error' ? colors.red : colors.yellow;
    const { line, column } = range.start;
    const place = `${this.#path(finding.file)}:${line}:${column}`;
    return [
      `${colors.underline(place)}  ${colors.bold(level(severity))}  ${this.#rule(finding)}`,
      ...this.#frame(finding, level(message)),
      ...this.#labelled(
        'help',
        help === '' ? [] : this.#wrapped(withoutHowToCreate(help), 'help: '.length),
      ),
      ...this.#labelled(isBroken(finding) ? 'breaks' : 'see', this.#related(related)),
      ...this.#labelled('fix', this.#fix(edits)),
    ];
  }

  /** A line with its margin, and the rest of it below with a larger one. */
  folded(line: string): readonly string[] {
    const margin = /^ */u.exec(line)?.[0] ?? '';
    const [first = '', ...rest] = this.#wrapped(line.trimStart(), margin.length);
    return [margin + first, ...rest.map((each) => `${margin}  ${each}`)];
  }

  /** The rules' pages, where the terminal has no links. */
  links(): readonly string[] {
    if (this.#hasLinks) return [];
    const names = new Set(this.#result.findings.map(({ check }) => check));
    names.delete(unusedDirectiveName);
    if (names.size === 0) return [];
    const urls = names.size > linked ? [rulesUrl] : [...names].sort().map(docsUrl);
    return ['', ...urls.map((url) => this.colors.dim(`  See ${url}`))];
  }

  #rule(finding: Finding): string {
    const words = this.colors.dim(checkWithImpact(finding));
    if (!this.#hasLinks || finding.check === unusedDirectiveName) return words;
    return `\u001B]8;;${docsUrl(finding.check)}\u0007${words}\u001B]8;;\u0007`;
  }

  #frame({ file, range }: Finding, message: string): readonly string[] {
    const text = this.#text(file);
    const gutterWidth = String(range.start.line).length + 3;
    const reason = this.#wrapped(message, gutterWidth + 2);
    if (text === undefined || text.trim() === '') return reason.map((line) => `  ${line}`);
    const gutter = `${' '.repeat(gutterWidth)}${this.colors.dim('|')} `;
    const frame = codeFrame(text, range, this.#width - gutterWidth - 4, this.colors);
    return [...frame.split('\n'), ...reason.map((line) => gutter + line)].map(
      (line) => `  ${line}`,
    );
  }

  #labelled(label: string, lines: readonly string[]): readonly string[] {
    const margin = ' '.repeat(label.length + 2);
    return lines.map(
      (line, index) => `  ${index === 0 ? `${this.colors.bold(`${label}:`)} ` : margin}${line}`,
    );
  }

  #related(related: readonly RelatedLocation[]): readonly string[] {
    const rows = related.slice(0, listed).map(({ url, file }) => ({
      url: url === null ? '' : printable(url),
      path: this.colors.dim(this.#path(file)),
    }));
    const width = Math.max(...rows.map(({ url }) => stringWidth(url)));
    const lines = rows.map(({ url, path }) =>
      url === '' ? path : `${url}${' '.repeat(width - stringWidth(url))}  ${path}`,
    );
    const more = related.length - listed;
    return more > 0 ? [...lines, `and ${more} more`] : lines;
  }

  #fix(edits: Finding['edits']): readonly string[] {
    return editPreview(
      edits,
      (file) => this.#text(file),
      (file) => this.#path(file),
      (text) => this.#shown.has(text) || !this.#shown.add(text),
      this.colors,
    );
  }

  /** @param margin - How many columns stand in front of it. */
  #wrapped(text: string, margin: number): readonly string[] {
    return wrapAnsi(text, this.#width - margin - indent).split('\n');
  }

  #path(file: string): string {
    return fromHere(join(this.#result.base, file));
  }

  #text(file: string): string | undefined {
    if (!this.#texts.has(file)) this.#texts.set(file, readText(join(this.#result.base, file)));
    return this.#texts.get(file);
  }
}

/** Whether what is related fails because of the finding. */
function isBroken({ impact }: Finding): boolean {
  return impact === 'build-error' || impact === 'not-found';
}
