import { definitionAt, type SlotDefinition } from '@next-slots/core';
import type ts from 'typescript';
import type { ServiceContext } from './plugin-project.js';
import { fileInApp, takeUp, type SlotRequest } from './slot-request.js';

/** Leads from a slot's name to its page, default and layout, behind what TypeScript finds. */
export function addDefinitions(
  context: ServiceContext,
  prior: readonly ts.DefinitionInfo[] | undefined,
  fileName: string,
  position: number,
): readonly ts.DefinitionInfo[] | undefined {
  const found = findDefinition(context, fileName, position);
  return found ? join(prior, found) : prior;
}

/** The same, with the word under the cursor. */
export function addBoundDefinitions(
  context: ServiceContext,
  prior: ts.DefinitionInfoAndBoundSpan | undefined,
  fileName: string,
  position: number,
): ts.DefinitionInfoAndBoundSpan | undefined {
  const found = findDefinition(context, fileName, position);
  if (!found) return prior;
  const { start, end } = found.definition.range;
  return {
    textSpan: { start, length: end - start },
    ...prior,
    definitions: join(prior?.definitions, found),
  };
}

interface Found {
  readonly request: SlotRequest;
  readonly definition: SlotDefinition;
}

function findDefinition(
  context: ServiceContext,
  fileName: string,
  position: number,
): Found | undefined {
  const request = takeUp(context, fileName);
  const definition = request && definitionAt(request.at(position), request.open);
  return definition && { request, definition };
}

function join(
  prior: readonly ts.DefinitionInfo[] | undefined,
  { request, definition }: Found,
): ts.DefinitionInfo[] {
  const { ts: typescript } = request.project;
  const ours = definition.files.map((file): ts.DefinitionInfo => ({
    fileName: fileInApp(request.location, file),
    // The whole file is the definition, and only its first place is known without reading it.
    textSpan: { start: 0, length: 0 },
    kind: typescript.ScriptElementKind.moduleElement,
    name: definition.slot,
    containerKind: typescript.ScriptElementKind.unknown,
    containerName: '',
  }));
  return [...(prior ?? []), ...ours];
}
