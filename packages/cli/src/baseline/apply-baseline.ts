import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checks, didYouMean, printable } from '@next-slots/core';
import { isInside, pathInApp } from '@next-slots/core/node';
import { relativePath } from '../apps/open-app.js';
import type { OpenedApps } from '../apps/open-apps.js';
import { UsageError } from '../command-line/usage-error.js';
import { readSuppressions, suppressionsFile, writeSuppressions } from './suppressions-file.js';
import {
  addSuppressions,
  applySuppressions,
  pruneSuppressions,
  type Applied,
  type Suppressible,
  type Suppressions,
} from './suppressions.js';

/** The flags of commands that accept the errors that there were. */
export interface BaselineFlags {
  readonly suppressAll?: true;
  readonly suppressRule?: readonly string[];
  readonly pruneSuppressions?: true;
  readonly suppressionsLocation?: string;
}

/**
 * Leaves out the errors that a file of suppressions accepts, once that is brought up to date where the
 * flags ask for it.
 *
 * @throws UsageError where flags contradict each other, or the file is missing or unusable.
 */
export function applyBaseline<Finding extends Suppressible>(
  findings: readonly Finding[],
  opened: OpenedApps,
  flags: BaselineFlags,
): Applied<Finding> {
  requireSense(flags);
  const file = suppressionsFile(flags.suppressionsLocation);
  const before = readSuppressions(file);
  const adds = flags.suppressAll ?? flags.suppressRule !== undefined;
  if (!before && !adds && flags.suppressionsLocation !== undefined) {
    throw new UsageError(
      `There is no file ${printable(file)}. Create it with --suppress-all or --suppress-rule.`,
    );
  }
  if (!before && !adds) return { findings, hasUnused: false };

  const fromHere = findings.map((finding) => ({
    ...finding,
    file: relativePath(process.cwd(), join(opened.base, finding.file)),
    finding,
  }));
  const suppressions = update(before ?? {}, fromHere, opened, flags);
  if (suppressions !== before) writeSuppressions(file, suppressions);
  const applied = applySuppressions(fromHere, suppressions, isCheckedIn(opened));
  return { ...applied, findings: applied.findings.map(({ finding }) => finding) };
}

function update(
  before: Suppressions,
  findings: readonly Suppressible[],
  opened: OpenedApps,
  { suppressAll, suppressRule, pruneSuppressions: prunes }: BaselineFlags,
): Suppressions {
  const isChecked = isCheckedIn(opened);
  if (prunes) {
    return pruneSuppressions(findings, before, isChecked, (file) => existsSync(resolve(file)));
  }
  const named = suppressRule?.map((name) => name.replace(/^next-slots\//u, ''));
  return suppressAll || named ? addSuppressions(findings, before, isChecked, named) : before;
}

/** Whether a run looks for all that is in a file: one that is there, in what the command is about. */
function isCheckedIn({ apps }: OpenedApps): (file: string) => boolean {
  return (file) => {
    const path = resolve(file);
    return (
      existsSync(path) &&
      apps.some(
        ({ location, isAsked }) =>
          isInside(path, location.appDir) && isAsked(pathInApp(location, path)),
      )
    );
  };
}

function requireSense({
  suppressAll,
  suppressRule,
  pruneSuppressions: prunes,
}: BaselineFlags): void {
  const given = [
    ...(suppressAll ? ['--suppress-all'] : []),
    ...(suppressRule ? ['--suppress-rule'] : []),
    ...(prunes ? ['--prune-suppressions'] : []),
  ];
  if (given.length > 1) {
    throw new UsageError(`${given.slice(0, 2).join(' and ')} cannot be used together.`);
  }
  const names = checks.map(({ name }) => name as string);
  for (const rule of suppressRule ?? []) {
    const name = rule.replace(/^next-slots\//u, '');
    if (names.includes(name)) continue;
    throw new UsageError(
      `--suppress-rule: there is no rule "${printable(rule)}"${didYouMean(name, names)}`,
    );
  }
}
