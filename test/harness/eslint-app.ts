import { join } from 'node:path';
import type { ExecFileOptions } from 'node:child_process';
import { inject } from 'vitest';
import { NextApp, runProcess, type ProcessResult, type WhenOver } from './next-app.js';
import { link, workspace } from './packed.js';

/** The major versions of ESLint that the plugin is driven with. */
export type EslintVersion = '8' | '9' | '10';

const config = `
import nextSlots from 'eslint-plugin-next-slots';
export default [
  {
    files: ['**/*.{js,jsx,ts,tsx}'],
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  },
  nextSlots.configs.recommended,
];
`;

/** A Next app with ESLint and the packed plugin in its \`node_modules\`. */
export class EslintApp extends NextApp {
  readonly #eslint: string;

  /** @param whenOver - How long it lives; without it, as long as the test. */
  constructor(
    version: EslintVersion,
    files: Readonly<Record<string, string | true>>,
    whenOver?: WhenOver,
  ) {
    super(
      {
        'package.json': JSON.stringify({ type: 'module', dependencies: { next: '16.4.6' } }),
        'eslint.config.js': config,
        ...files,
      },
      whenOver,
    );
    const eslint = version === '10' ? 'eslint' : `eslint-${version}`;
    link(join(workspace, 'node_modules', eslint), this.path('node_modules/eslint'));
    link(
      join(workspace, 'node_modules/@typescript-eslint/parser'),
      this.path('node_modules/@typescript-eslint/parser'),
    );
    link(
      join(inject('packed'), 'eslint-plugin-next-slots'),
      this.path('node_modules/eslint-plugin-next-slots'),
    );
    this.#eslint = this.path('node_modules/eslint/bin/eslint.js');
  }

  /** Runs ESLint's command line in the app. */
  eslint(
    args: readonly string[],
    options: ExecFileOptions & { readonly input?: string } = {},
  ): Promise<ProcessResult> {
    return runProcess(process.execPath, [this.#eslint, ...args], {
      cwd: this.root,
      ...options,
      env: { ...process.env, ESLINT_USE_FLAT_CONFIG: 'true', ...options.env },
    });
  }

  /** Runs a script that uses ESLint's Node API. */
  script(source: string): Promise<ProcessResult> {
    this.write('script.mjs', source);
    return runProcess(process.execPath, [this.path('script.mjs')], { cwd: this.root });
  }
}
