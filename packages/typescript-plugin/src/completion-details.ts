import { completionsAt, describeCompletion } from '@next-slots/core';
import type ts from 'typescript';
import { textParts } from './display-parts.js';
import type { ServiceContext } from './plugin-project.js';
import { takeUp } from './slot-request.js';

/** Shows the slot behind an entry, be it ours or one that TypeScript offers for a declared prop. */
export function addCompletionDetails(
  context: ServiceContext,
  prior: ts.CompletionEntryDetails | undefined,
  fileName: string,
  position: number,
  entryName: string,
  source: string | undefined,
): ts.CompletionEntryDetails | undefined {
  // An entry that is imported from somewhere is none of a slot.
  if (source !== undefined) return prior;
  const request = takeUp(context, fileName);
  if (!request) return prior;
  const entries = completionsAt(request.at(position), request.open);
  const entry = entries.find(({ name }) => name === entryName);
  if (!entry) return prior;
  const app = request.open(entry.kind === 'route' ? 'app' : 'slot-contents');
  const described = describeCompletion(app, entry.data);
  if (!described) return prior;
  const documentation = textParts(described.documentation);
  if (prior) {
    const heading = textParts(`\n\n${described.detail}\n\n`);
    return {
      ...prior,
      documentation: [...(prior.documentation ?? []), ...heading, ...documentation],
    };
  }
  const { ScriptElementKind, ScriptElementKindModifier } = context.project.ts;
  return {
    name: entry.name,
    kind:
      entry.kind === 'slot' ? ScriptElementKind.memberVariableElement : ScriptElementKind.string,
    kindModifiers: ScriptElementKindModifier.none,
    displayParts: textParts(described.detail),
    documentation,
  };
}
