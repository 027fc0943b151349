import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printable } from '@next-slots/core';
import { reasonOf } from '../command-line/usage-error.js';
import type { Proof } from './proof.js';

interface ProjectESLint {
  calculateConfigForFile(file: string): Promise<Readonly<Record<string, unknown>> | undefined>;
  lintFiles(file: string): Promise<
    readonly {
      readonly messages: readonly { readonly fatal?: boolean; readonly message: string }[];
    }[]
  >;
}

/**
 * Asks the project's own ESLint whether it lints a file with our rules. This loads the ESLint config.
 *
 * @param root - The project's folder. Absolute.
 * @param file - A layout of the app. Absolute.
 */
export async function proveEslint(root: string, file: string): Promise<Proof> {
  const name = printable(basename(file));
  try {
    const eslint = await loadEslint(root);
    const config = await eslint.calculateConfigForFile(file);
    if (config === undefined) {
      return {
        ok: false,
        problem: `ESLint ignores ${name}: no entry of its config has \`files\` that match it.`,
      };
    }
    const rules = Object.keys(config['rules'] ?? {}).filter((rule) =>
      rule.startsWith('next-slots/'),
    );
    if (rules.length === 0) {
      return { ok: false, problem: `ESLint lints ${name} without the rules of next-slots.` };
    }
    const [result] = await eslint.lintFiles(file);
    const fatal = result?.messages.find((message) => message.fatal);
    return fatal
      ? { ok: false, problem: `ESLint cannot parse ${name}: ${printable(fatal.message)}` }
      : { ok: true, rules: rules.length };
  } catch (error) {
    return { ok: false, problem: `ESLint cannot run: ${printable(reasonOf(error))}` };
  }
}

async function loadEslint(root: string): Promise<ProjectESLint> {
  const path = createRequire(join(root, 'package.json')).resolve('eslint');
  const { default: module } = (await import(pathToFileURL(path).href)) as {
    readonly default: {
      readonly loadESLint?: (options: object) => Promise<EslintClass>;
      readonly ESLint: EslintClass;
    };
  };
  // From 8.57 on, this is the class for the kind of config that the project has.
  const Eslint = (await module.loadESLint?.({ cwd: root })) ?? module.ESLint;
  return new Eslint({ cwd: root });
}

type EslintClass = new (options: { readonly cwd: string }) => ProjectESLint;
