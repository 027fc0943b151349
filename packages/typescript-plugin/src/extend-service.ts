import type ts from 'typescript';
import { addCodeFixes } from './code-fixes.js';
import { addCompletionDetails } from './completion-details.js';
import { addCompletions } from './completions.js';
import { copyService } from './copy-service.js';
import { addBoundDefinitions, addDefinitions } from './definitions.js';
import { addDiagnostics } from './diagnostics.js';
import { guard } from './guard.js';
import type { PluginProject } from './plugin-project.js';
import { addQuickInfo } from './quick-info.js';
import { addRefactorEdits, addRefactors } from './refactors.js';

/** Makes a language service that knows slots, too. The given one is left as it is. */
export function extendService(
  project: PluginProject,
  service: ts.LanguageService,
): ts.LanguageService {
  const { log } = project;
  const context = { project, service };
  const extended = copyService(service);

  extended.getCompletionsAtPosition = guard(
    'getCompletionsAtPosition',
    (...args) => service.getCompletionsAtPosition(...args),
    (prior, fileName, position) => addCompletions(context, prior, fileName, position),
    log,
  );
  extended.getCompletionEntryDetails = guard(
    'getCompletionEntryDetails',
    (...args) => service.getCompletionEntryDetails(...args),
    (prior, fileName, position, entryName, _formatOptions, source) =>
      addCompletionDetails(context, prior, fileName, position, entryName, source),
    log,
  );
  extended.getQuickInfoAtPosition = guard(
    'getQuickInfoAtPosition',
    (...args) => service.getQuickInfoAtPosition(...args),
    (prior, fileName, position) => addQuickInfo(context, prior, fileName, position),
    log,
  );
  extended.getDefinitionAtPosition = guard(
    'getDefinitionAtPosition',
    (...args) => service.getDefinitionAtPosition(...args),
    (prior, fileName, position) => addDefinitions(context, prior, fileName, position),
    log,
  );
  extended.getDefinitionAndBoundSpan = guard(
    'getDefinitionAndBoundSpan',
    (...args) => service.getDefinitionAndBoundSpan(...args),
    (prior, fileName, position) => addBoundDefinitions(context, prior, fileName, position),
    log,
  );
  extended.getApplicableRefactors = guard(
    'getApplicableRefactors',
    (...args) => service.getApplicableRefactors(...args),
    (prior, fileName, where, _preferences, _reason, kind) =>
      addRefactors(context, prior, fileName, where, kind),
    log,
  );
  extended.getEditsForRefactor = guard(
    'getEditsForRefactor',
    (...args) => service.getEditsForRefactor(...args),
    (prior, fileName, _formatOptions, where, refactor, action) =>
      addRefactorEdits(context, prior, fileName, where, refactor, action),
    log,
  );
  extended.getCodeFixesAtPosition = guard(
    'getCodeFixesAtPosition',
    (...args) => service.getCodeFixesAtPosition(...args),
    (prior, fileName, pos, end, codes) =>
      addCodeFixes(context, prior, fileName, { pos, end }, codes),
    log,
  );
  extended.getSemanticDiagnostics = guard(
    'getSemanticDiagnostics',
    (...args) => service.getSemanticDiagnostics(...args),
    (prior, fileName) => addDiagnostics(context, prior, fileName),
    log,
  );
  return extended;
}
