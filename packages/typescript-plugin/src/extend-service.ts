import type ts from 'typescript';
import { addCodeFixes } from './code-fixes.js';
import { addCompletionDetails } from './completion-details.js';
import { addCompletions } from './completions.js';
import { copyService } from './copy-service.js';
import { addBoundDefinitions, addDefinitions } from './definitions.js';
import { addDiagnostics } from './diagnostics.js';
import { guard } from './guard.js';
import type { PluginProject, ServiceContext } from './plugin-project.js';
import { addQuickInfo } from './quick-info.js';
import { addRefactorEdits, addRefactors } from './refactors.js';

type Service = ts.LanguageService;

/** What we add to the answers of some methods, from the answer and the arguments. */
type Additions = {
  readonly [Name in keyof Service]?: Service[Name] extends (...args: infer Args) => infer Answer
    ? (prior: Answer, ...args: Args) => Answer
    : never;
};

/** Makes a language service that knows slots, too. The given one is left as it is. */
export function extendService(project: PluginProject, service: Service): Service {
  const extended = copyService(service);
  for (const [name, add] of Object.entries(additionsOf({ project, service }))) {
    const ask = (...args: readonly unknown[]): unknown =>
      Reflect.apply(Reflect.get(service, name) as Method, service, args);
    Reflect.set(extended, name, guard(name, ask, add as Method, project.log));
  }
  return extended;
}

type Method = (...args: readonly unknown[]) => unknown;

function additionsOf(context: ServiceContext): Additions {
  return {
    getCompletionsAtPosition: (prior, fileName, position) =>
      addCompletions(context, prior, fileName, position),
    getCompletionEntryDetails: (prior, fileName, position, entryName, _formatOptions, source) =>
      addCompletionDetails(context, prior, fileName, position, entryName, source),
    getQuickInfoAtPosition: (prior, fileName, position) =>
      addQuickInfo(context, prior, fileName, position),
    getDefinitionAtPosition: (prior, fileName, position) =>
      addDefinitions(context, prior, fileName, position),
    getDefinitionAndBoundSpan: (prior, fileName, position) =>
      addBoundDefinitions(context, prior, fileName, position),
    getApplicableRefactors: (prior, fileName, where, _preferences, _reason, kind) =>
      addRefactors(context, prior, fileName, where, kind),
    getEditsForRefactor: (prior, fileName, _formatOptions, where, refactor, action) =>
      addRefactorEdits(context, prior, fileName, where, refactor, action),
    getCodeFixesAtPosition: (prior, fileName, pos, end, codes) =>
      addCodeFixes(context, prior, fileName, { pos, end }, codes),
    getSemanticDiagnostics: (prior, fileName) => addDiagnostics(context, prior, fileName),
  };
}
