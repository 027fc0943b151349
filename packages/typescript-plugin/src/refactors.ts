import { isLayoutName, slotRefactorsAt, type SlotRefactor } from '@next-slots/core';
import type ts from 'typescript';
import type { ServiceContext } from './service-context.js';
import { takeUp } from './slot-request.js';

/** The name under which all our refactors go. */
const refactorName = 'next-slots';

const refactorKind = 'refactor.rewrite';

/** Offers to create the missing files of slots and to add missing slot props. */
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

/** The refactor of ours that an editor asks for by name; undefined where it is none, or gone. */
export function findRefactor(
  context: ServiceContext,
  fileName: string,
  positionOrRange: number | ts.TextRange,
  name: string,
  actionName: string,
): SlotRefactor | undefined {
  if (name !== refactorName) return undefined;
  return refactorsAt(context, fileName, positionOrRange).find(({ title }) => title === actionName);
}

function refactorsAt(
  { project, service }: ServiceContext,
  fileName: string,
  positionOrRange: number | ts.TextRange,
): readonly SlotRefactor[] {
  const request = takeUp(project, service, fileName, mayHaveSlots);
  const offset = typeof positionOrRange === 'number' ? positionOrRange : positionOrRange.pos;
  return request ? slotRefactorsAt(request.at(offset), (extent) => request.open(extent)) : [];
}

/** Layouts, and whatever lies in a slot. */
function mayHaveSlots(fileName: string): boolean {
  return isLayoutName(fileName) || fileName.includes('/@');
}

/** Whether a kind is another one or a part of it: `refactor.rewrite` is within `refactor`. */
function isKindWithin(kind: string, whole: string): boolean {
  return kind === whole || kind.startsWith(`${whole}.`);
}
