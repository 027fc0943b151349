import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { printable } from '@next-slots/core';
import { reasonOf } from '../command-line/usage-error.js';
import type { Proof } from './proof.js';

/**
 * Asks the project's own oxlint which rules it runs. This loads the plugin, and a config in TypeScript.
 *
 * @param config - The file with its config. Absolute.
 */
export async function proveOxlint(config: string): Promise<Proof> {
  try {
    const command = oxlintCommand(config);
    const args = [command, '--config', config, '--print-config'];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: dirname(config) });
    const { rules = {} } = JSON.parse(stdout) as { readonly rules?: object };
    const ours = Object.keys(rules).filter((rule) => rule.startsWith('next-slots/'));
    return ours.length > 0
      ? { ok: true, rules: ours.length }
      : { ok: false, problem: 'oxlint runs no rules of next-slots.' };
  } catch (error) {
    return { ok: false, problem: `oxlint cannot run: ${printable(toldBy(error))}` };
  }
}

/** What oxlint itself tells, on standard output (coloured in CI): it marks the reason with a cross. */
function toldBy(error: unknown): string {
  const output = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
  const reason = /^ *[x×] (?<reason>.+)$/mu.exec(stripVTControlCharacters(output));
  return reason?.groups?.['reason'] ?? reasonOf(error);
}

/** The program as its `package.json` names it. */
function oxlintCommand(config: string): string {
  const manifest = createRequire(config).resolve('oxlint/package.json');
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    readonly bin: Readonly<Record<string, string>>;
  };
  return join(dirname(manifest), bin['oxlint'] ?? '');
}
