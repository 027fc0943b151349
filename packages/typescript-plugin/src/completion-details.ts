import { completionsAt, describeCompletion } from '@next-slots/core';
import type ts from 'typescript';
import { textParts } from './display-parts.js';
import type { ServiceContext } from './service-context.js';
import { takeUp } from './slot-request.js';

/** Shows the slot behind an entry, be it ours or one that TypeScript offers for a declared prop. */
export function addCompletionDetails(
  { project, service }: ServiceContext,
  prior: ts.CompletionEntryDetails | undefined,
  fileName: string,
  position: number,
  entryName: string,
  source: string | undefined,
): ts.CompletionEntryDetails | undefined {
  // An entry that is imported from somewhere is none of a slot.
  if (source !== undefined) return prior;
  const request = takeUp(project, service, fileName);
  if (!request) return prior;
  const entries = completionsAt(request.at(position), (extent) => request.open(extent));
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
  return {
    name: entry.name,
    kind:
      entry.kind === 'slot'
        ? project.ts.ScriptElementKind.memberVariableElement
        : project.ts.ScriptElementKind.string,
    kindModifiers: project.ts.ScriptElementKindModifier.none,
    displayParts: textParts(described.detail),
    documentation,
  };
}
