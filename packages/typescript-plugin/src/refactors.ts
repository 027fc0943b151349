import { isLayoutName, slotRefactorsAt, type Edit } from '@next-slots/core';
import type ts from 'typescript';
import { codeFixesAt } from './code-fixes.js';
import { toFileChanges } from './file-changes.js';
import type { ServiceContext } from './plugin-project.js';
import { takeUp } from './slot-request.js';

/** The name under which all our refactors go. */
const refactorName = 'next-slots';

const refactorKind = 'refactor.rewrite';

/** Offers to create the missing files of slots, to add missing slot props, and what settles findings. */
export function addRefactors(
  context: ServiceContext,
  prior: ts.ApplicableRefactorInfo[],
  fileName: string,
  positionOrRange: number | ts.TextRange,
  kind: string | undefined,
): ts.ApplicableRefactorInfo[] {
  const isWanted = kind === undefined || isKindWithin(refactorKind, kind);
  if (!isWanted || !context.project.options.refactors) return prior;
  const actions = refactorsAt(context, fileName, positionOrRange).map(({ title }) => ({
    // By its title it is found again, which stays the same while the folders do.
    name: title,
    description: title,
    kind: refactorKind,
  }));
  if (actions.length === 0) return prior;
  return [...prior, { name: refactorName, description: 'Next.js slots', actions }];
}

/** Gives the edits of a refactor of ours. */
export function addRefactorEdits(
  context: ServiceContext,
  prior: ts.RefactorEditInfo | undefined,
  fileName: string,
  positionOrRange: number | ts.TextRange,
  name: string,
  actionName: string,
): ts.RefactorEditInfo | undefined {
  if (name !== refactorName) return prior;
  const refactor = refactorsAt(context, fileName, positionOrRange).find(
    ({ title }) => title === actionName,
  );
  return refactor ? { edits: toFileChanges(context.project, fileName, refactor.edits) } : prior;
}

interface Refactor {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * What can be done at a place. What settles a finding is among it, since editors ask for code fixes only
 * where a code is a number.
 */
function refactorsAt(
  context: ServiceContext,
  fileName: string,
  positionOrRange: number | ts.TextRange,
): readonly Refactor[] {
  const range =
    typeof positionOrRange === 'number'
      ? { pos: positionOrRange, end: positionOrRange }
      : positionOrRange;
  const request = takeUp(context, fileName, mayHaveSlots);
  const refactors = [
    ...(request ? slotRefactorsAt(request.at(range.pos), request.open) : []),
    ...codeFixesAt(context, fileName, range),
  ];
  // A default that is missing can be created from both lists.
  const seen = new Set<string>();
  return refactors.filter(({ edits }) => {
    const key = JSON.stringify(edits);
    return !seen.has(key) && seen.add(key);
  });
}

/** Layouts, and whatever lies in a slot. */
function mayHaveSlots(fileName: string): boolean {
  return isLayoutName(fileName) || fileName.includes('/@');
}

/** Whether a kind is another one or a part of it: `refactor.rewrite` is within `refactor`. */
function isKindWithin(kind: string, whole: string): boolean {
  return kind === whole || kind.startsWith(`${whole}.`);
}
