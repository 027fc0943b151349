import { quickFixesFor, type Edit, type QuickFix } from '@next-slots/core';
import type ts from 'typescript';
import { findingsIn, spanOf } from './diagnostics.js';
import { toFileChanges } from './file-changes.js';
import type { ServiceContext } from './plugin-project.js';

/** A quick fix that TypeScript's answers can carry: they rename no files. */
export interface CodeFix {
  readonly title: string;
  /** The check that reported what it settles. */
  readonly check: string;
  readonly edits: readonly Edit[];
}

/** Adds what settles the findings of the given codes: their fixes, and the comments that suppress them. */
export function addCodeFixes(
  context: ServiceContext,
  prior: readonly ts.CodeFixAction[],
  fileName: string,
  range: ts.TextRange,
  codes: readonly unknown[],
): readonly ts.CodeFixAction[] {
  const ours = codeFixesAt(context, fileName, range).flatMap(({ check, title, edits }) => {
    const changes = codes.includes(check) ? toFileChanges(context.project, fileName, edits) : [];
    return changes.length === 0 ? [] : [{ fixName: check, description: title, changes }];
  });
  return ours.length === 0 ? prior : [...prior, ...ours];
}

/** Everything that settles the findings at a place. */
export function codeFixesAt(
  context: ServiceContext,
  fileName: string,
  { pos, end }: ts.TextRange,
): readonly CodeFix[] {
  const reported = findingsIn(context, fileName);
  if (!reported) return [];
  const { app, findings, request } = reported;
  return findings.flatMap((finding) => {
    const { start, length } = spanOf(request.source, finding.range);
    if (end < start || start + length < pos) return [];
    return quickFixesFor(app, finding).flatMap((fix) => withoutRenames(finding.check, fix));
  });
}

function withoutRenames(check: string, { title, edits }: QuickFix): readonly CodeFix[] {
  const possible = edits.filter((edit) => edit.kind !== 'renameFile');
  return possible.length === edits.length ? [{ title, check, edits: possible }] : [];
}
