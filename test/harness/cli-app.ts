import type { ExecFileOptions } from 'node:child_process';
import { join } from 'node:path';
import { checks, type CheckName } from '@next-slots/core';
import { inject } from 'vitest';
import { runInServer, type CliRun } from './cli-server.js';
import { NextApp, runProcess, type ProcessResult, type WhenOver } from './next-app.js';

/** The packed command line's entry. */
export function cliEntry(): string {
  return join(inject('packed'), 'next-slots', 'dist', 'main.js');
}

/** A Next 16 project to run the packed command line in. */
export class CliApp extends NextApp {
  /** @param whenOver - Runs a function at the end: of the test, if nothing else is said. */
  constructor(files: Readonly<Record<string, string | true>>, whenOver?: WhenOver) {
    super(
      {
        'package.json': JSON.stringify({ type: 'module', dependencies: { next: '16.4.6' } }),
        ...files,
      },
      whenOver,
    );
  }

  /** Runs `next-slots` in the project, as a user of a pipe would. */
  cli(
    args: readonly string[],
    { cwd = this.root, env = {} }: Partial<Pick<CliRun, 'cwd' | 'env'>> = {},
  ): Promise<ProcessResult> {
    return runInServer(cliEntry(), { args, cwd, env: { ...ownEnvironment(), ...env } });
  }

  /** The same in a process of its own. */
  cliAlone(
    args: readonly string[],
    options: ExecFileOptions & { readonly input?: string } = {},
  ): Promise<ProcessResult> {
    return runProcess(process.execPath, [cliEntry(), ...args], {
      cwd: this.root,
      ...options,
      env: { ...ownEnvironment(), ...options.env },
    });
  }

  /** Runs a command with `--format json` and reads what it prints. */
  async json(args: readonly string[]): Promise<unknown> {
    const { stdout, stderr } = await this.cli([...args, '--format', 'json']);
    try {
      return JSON.parse(stdout);
    } catch {
      throw new Error(`No JSON on standard output: ${stdout}\n${stderr}`);
    }
  }
}

/** Vitest asks its own children for colour. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...env } = process.env;
  return env;
}

/** The flags that run one check and no other. */
export function only(name: CheckName): readonly string[] {
  return checks.flatMap((check) => (check.name === name ? [] : ['--rule', `${check.name}=off`]));
}

/** A slot with a page and no default, beside a layout that renders it. */
export const brokenSlot = {
  'app/layout.tsx': 'export default function Layout({ children }) {\n  return children;\n}\n',
  'app/page.tsx': true,
  'app/dash/layout.tsx':
    'export default function Layout({ children, team }) {\n  return [children, team];\n}\n',
  'app/dash/page.tsx': true,
  'app/dash/@team/page.tsx': true,
} as const satisfies Record<string, string | true>;
