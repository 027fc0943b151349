import type { Severity } from '@next-slots/core';
import * as v from 'valibot';

/** How many errors of each check are accepted in each file: the format of ESLint's suppressions. */
export const suppressionsSchema = v.record(
  v.string(),
  v.record(v.string(), v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
);

/** Accepted errors by file, relative to the current folder, and check. */
export type Suppressions = v.InferOutput<typeof suppressionsSchema>;

/** What suppressions are about in a finding. */
export interface Suppressible {
  readonly check: string;
  readonly severity: Severity;
  /** Relative to the current folder. */
  readonly file: string;
}

/** What suppressions leave of some findings. */
export interface Applied<Finding> {
  readonly findings: readonly Finding[];
  /** Whether fewer errors are left in a checked file than are accepted there. */
  readonly hasUnused: boolean;
}

/**
 * Leaves out the errors that are accepted. Where a file has more of a check than that, all of them are
 * reported: which one is new cannot be known.
 *
 * @param isChecked - Whether all that is in a file was looked for.
 */
export function applySuppressions<Finding extends Suppressible>(
  findings: readonly Finding[],
  suppressions: Suppressions,
  isChecked: (file: string) => boolean,
): Applied<Finding> {
  const counts = countErrors(findings);
  const isAccepted = ({ check, file, severity }: Finding) =>
    severity === 'error' &&
    (counts[file]?.[check]?.count ?? 0) <= (suppressions[file]?.[check]?.count ?? 0);
  return {
    findings: findings.filter((finding) => !isAccepted(finding)),
    hasUnused: Object.entries(suppressions).some(
      ([file, checks]) =>
        isChecked(file) &&
        Object.entries(checks).some(
          ([check, { count }]) => (counts[file]?.[check]?.count ?? 0) < count,
        ),
    ),
  };
}

/**
 * Accepts the errors that there are.
 *
 * @param checks - Only those of these checks.
 */
export function addSuppressions(
  findings: readonly Suppressible[],
  suppressions: Suppressions,
  isChecked: (file: string) => boolean,
  checks?: readonly string[],
): Suppressions {
  const added = structuredClone(suppressions);
  for (const [file, counts] of Object.entries(countErrors(findings))) {
    for (const [check, { count }] of Object.entries(counts)) {
      if (checks && !checks.includes(check)) continue;
      const known = isChecked(file) ? 0 : (added[file]?.[check]?.count ?? 0);
      (added[file] ??= {})[check] = { count: Math.max(count, known) };
    }
  }
  return added;
}

/** Takes away what is accepted without there being an error, and files that are gone. */
export function pruneSuppressions(
  findings: readonly Suppressible[],
  suppressions: Suppressions,
  isChecked: (file: string) => boolean,
  exists: (file: string) => boolean,
): Suppressions {
  const counts = countErrors(findings);
  const pruned: Suppressions = {};
  for (const [file, checks] of Object.entries(suppressions)) {
    if (!exists(file)) continue;
    const left = Object.entries(checks).flatMap(([check, accepted]) => {
      const found = counts[file]?.[check]?.count ?? 0;
      const count = isChecked(file) ? Math.min(found, accepted.count) : accepted.count;
      return count === 0 ? [] : [[check, { count }] as const];
    });
    if (left.length > 0) pruned[file] = Object.fromEntries(left);
  }
  return pruned;
}

function countErrors(findings: readonly Suppressible[]): Suppressions {
  const counts: Suppressions = {};
  for (const { file, check, severity } of findings) {
    if (severity !== 'error') continue;
    const ofFile = (counts[file] ??= {});
    ofFile[check] = { count: (ofFile[check]?.count ?? 0) + 1 };
  }
  return counts;
}
