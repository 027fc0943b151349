import {
  sourceRange,
  type Edit,
  type Impact,
  type RelatedLocation,
  type ReportedFinding,
  type Severity,
  type SourceRange,
} from '@next-slots/core';
import type { OpenedApp } from '../apps/open-app.js';

/** A finding as every format prints it. The names and their order are a public contract. */
export interface PublicFinding {
  readonly check: string;
  readonly severity: Severity;
  /** `none` for what Next.js has no part in: a comment that suppresses nothing. */
  readonly impact: Impact | 'none';
  /** Relative to the command's folder. */
  readonly file: string;
  readonly range: SourceRange;
  readonly segment: string;
  readonly slot: string | null;
  readonly urls: readonly string[];
  /** What is wrong and what it causes. */
  readonly message: string;
  /** What to do; empty where there is nothing to add. */
  readonly help: string;
  /** What the same cause breaks in other files. */
  readonly related: readonly RelatedLocation[];
  readonly edits: readonly PublicEdit[];
}

/** An edit whose file is relative to the command's folder and whose range counts lines. */
export type PublicEdit =
  | { readonly kind: 'createFile'; readonly file: string; readonly text: string }
  | {
      readonly kind: 'replaceText';
      readonly file: string;
      readonly range: SourceRange;
      readonly text: string;
    };

/** A finding of an app in the words of the public contract. */
export function publicFinding(opened: OpenedApp, finding: ReportedFinding): PublicFinding {
  const {
    check,
    severity,
    impact,
    file,
    range,
    segment,
    slot,
    urls,
    message,
    help,
    related,
    edits,
  } = finding;
  return {
    check,
    severity,
    impact,
    file: opened.printed(file),
    range,
    segment,
    slot,
    urls: [...urls].sort(),
    message,
    help,
    related: related.map((each) => ({ ...each, file: opened.printed(each.file) })),
    edits: edits.map((edit) => publicEdit(opened, edit)),
  };
}

function publicEdit(opened: OpenedApp, edit: Edit): PublicEdit {
  const file = opened.printed(edit.file);
  if (edit.kind === 'createFile') return { kind: edit.kind, file, text: edit.text };
  const text = opened.app.sources.text(edit.file) ?? '';
  return { kind: edit.kind, file, range: sourceRange(text, edit.range), text: edit.text };
}
