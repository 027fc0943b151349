import type { TSESLint } from '@typescript-eslint/utils';

/** The part of a rule context that ESLint 8.57, 9, 10 and oxlint have in common. */
export type LintContext = Readonly<
  Pick<
    TSESLint.RuleContext<string, readonly unknown[]>,
    'filename' | 'physicalFilename' | 'cwd' | 'settings' | 'sourceCode' | 'languageOptions'
  >
>;
