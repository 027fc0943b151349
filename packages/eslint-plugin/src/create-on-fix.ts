import type { Finding } from '@next-slots/core';
import type { TSESLint } from '@typescript-eslint/utils';
import type { CommandLine } from './command-line.js';
import type { LintContext } from './lint-context.js';
import type { LintSession } from './lint-session.js';
import type { LintedFile } from './linted-file.js';

/** What was done about one finding. */
export interface Attempt {
  /** True where a file now stands that did not before, whoever wrote it. */
  readonly changed: boolean;
  /** Why a file could not be created, in the system's words. */
  readonly failure?: string;
}

/** The type of all our rules, by which `--fix-type` chooses. */
export const ruleType = 'problem';

/**
 * Creates the files that a finding lacks, when and only when ESLint's command line asks for fixes.
 *
 * ESLint's own fixes change the text of the linted file and nothing else, and a rule is never told
 * whether it runs under `--fix`. A missing `default.tsx` can only be fixed by creating it, so the
 * rule looks at the command line itself. The price of a wrong yes is a file that nobody asked for,
 * the price of a wrong no is one more command: whatever is not surely `eslint --fix` is a no.
 *
 * @returns undefined where nothing may be created.
 */
export function createOnFix(
  finding: Finding,
  session: LintSession,
  context: LintContext,
  linted: LintedFile,
): Attempt | undefined {
  if (!session.commandLine || !asksForFixes(session.commandLine, context)) return undefined;
  // A block of code inside another file, handed over by a processor, is no file of the app.
  if (context.filename !== context.physicalFilename) return undefined;
  if (mayBeDisabled(context.sourceCode, finding.check, finding.range.start.line)) return undefined;

  let changed = false;
  for (const edit of finding.edits) {
    if (edit.kind !== 'createFile') continue;
    const creation = session.create(linted, edit.file, edit.text);
    if (creation.outcome === 'failed') return { changed, failure: creation.reason };
    changed = true;
  }
  return { changed };
}

function asksForFixes(commandLine: CommandLine, context: LintContext): boolean {
  const { fix, fixDryRun, stdin, fixType, quiet } = commandLine;
  if (!fix || fixDryRun || stdin) return false;
  if (fixType && !fixType.includes(ruleType)) return false;
  // Under `--quiet` only errors may be fixed. ESLint 9 leaves rules at `warn` out of such a run;
  // ESLint 8, which cannot list its disable directives yet, runs them.
  return !quiet || 'getDisableDirectives' in context.sourceCode;
}

const directive =
  /^\s*eslint-disable(?<scope>-line|-next-line)?(?:\s+(?<rules>[^]*?))?\s*(?:--[^]*)?$/u;

/**
 * Whether a comment may switch off a rule at a line. It asks less finely than ESLint does, and where
 * it is wrong it says yes.
 *
 * @param line - From 1.
 */
function mayBeDisabled(sourceCode: TSESLint.SourceCode, ruleName: string, line: number): boolean {
  return sourceCode.getAllComments().some((comment) => {
    const groups = directive.exec(comment.value)?.groups;
    if (!groups) return false;
    const rules = groups['rules'] ?? '';
    if (rules !== '' && !rules.includes(ruleName)) return false;
    switch (groups['scope']) {
      case '-line':
        return comment.loc.start.line === line;
      case '-next-line':
        return comment.loc.end.line + 1 === line;
      default:
        return comment.loc.start.line <= line;
    }
  });
}
