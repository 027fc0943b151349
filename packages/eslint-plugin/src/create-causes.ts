import { runCheckAroundFile, type Finding } from '@next-slots/core';
import { createOnFix } from './create-on-fix.js';
import type { LintContext } from './lint-context.js';
import type { LintSession } from './lint-session.js';
import type { LintedFile } from './linted-file.js';

/**
 * Creates the files whose absence makes Next.js reject the linted file, under `--fix`.
 *
 * Next.js 16.4 rejects every page at whose URL some slot has no page or default. The slot is reported and
 * fixed at its layout, but ESLint often reaches the page first, and a problem that is gone when
 * the run ends must not fail it. So what is missing is created here already, under the options of
 * the rule that would create it later.
 *
 * @param findings - The problems of one rule in the linted file.
 * @returns whether a file now stands that did not before.
 */
export function createCauses(
  findings: readonly Finding[],
  session: LintSession,
  context: LintContext,
  linted: LintedFile,
): boolean {
  const urls = new Set(
    findings.flatMap(({ impact, urls }) => (impact === 'build-error' ? urls : [])),
  );
  if (urls.size === 0) return false;

  const opened = session.open(linted, context);
  let changed = false;
  for (const [check, options] of session.creators) {
    for (const cause of runCheckAroundFile(check, opened, options)) {
      const isCause = cause.impact === 'build-error' && cause.urls.some((url) => urls.has(url));
      if (!isCause || cause.file === linted.path) continue;
      // Only ESLint knows whether a comment there disables the rule, and for which lines.
      if (opened.app.sources.text(cause.file)?.includes('eslint-disable') !== false) continue;
      if (createOnFix(cause, session, context, linted)?.changed) changed = true;
    }
  }
  return changed;
}
