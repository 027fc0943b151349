import * as v from 'valibot';
import { didYouMean } from '../../nearest.js';
import { parse, settingsSchema, type Parsed } from '../../settings.js';
import type { Check, PresetName, Severity } from './check.js';
import { checks } from './registry.js';

/** What is used where nobody chooses a preset. */
const defaultPreset = 'recommended' satisfies PresetName;

/** The names of the presets. */
export const presetNames = ['recommended', 'strict'] as const satisfies readonly PresetName[];

const levelSchema = v.picklist(['off', 'warn', 'error']);

const ruleSchema = v.union(
  [levelSchema, v.strictTuple([levelSchema]), v.strictTuple([levelSchema, v.unknown()])],
  'must be "off", "warn" or "error", or a list of one of these and the options',
);

const selectionEntries = {
  /** The set of checks to start from; without it, `recommended`. */
  preset: v.optional(v.picklist(presetNames)),
  /**
   * Checks by name, as in an ESLint config: a level, or a list of a level and the check's options. A
   * level alone keeps the options that the preset gives.
   */
  rules: v.optional(v.record(v.string(), ruleSchema)),
};

/** Which checks run, and how loud: what integrations without a linter around them take as configuration. */
export const checkSelectionSchema = v.strictObject(selectionEntries);

/** Which checks run, as parsed by {@link checkSelectionSchema}. */
export type CheckSelection = v.InferOutput<typeof checkSelectionSchema>;

/** The settings and the selection together: what the tsserver plugin and the CLI take, besides their own. */
export const configSchema = v.strictObject({ ...settingsSchema.entries, ...selectionEntries });

/** A check to run, with its level and options. */
export interface ConfiguredCheck {
  readonly check: Check;
  readonly severity: Severity;
  /** Whether a preset gives the level, not the user. */
  readonly isFromPreset: boolean;
  /** As the check's own schema gives them. */
  readonly options: object;
}

/**
 * The checks that a selection asks for, in the order of the registry.
 *
 * @returns one sentence for each unknown name and each option that does not fit.
 */
export function configureChecks(
  selection: CheckSelection,
  registry: readonly Check[] = checks,
): Parsed<readonly ConfiguredCheck[]> {
  const { preset = defaultPreset, rules = {} } = selection;
  const names = registry.map(({ name }) => name);
  const problems = Object.keys(rules)
    .filter((name) => !names.includes(name))
    .map((name) => `rules: there is no rule "${name}"${didYouMean(name, names)}`);
  const configured: ConfiguredCheck[] = [];

  for (const check of registry) {
    const entry = check.presets[preset];
    const inPreset = typeof entry === 'string' ? { severity: entry, options: undefined } : entry;
    const rule = Object.hasOwn(rules, check.name) ? rules[check.name] : undefined;
    const [level, ownOptions] = typeof rule === 'string' ? [rule] : (rule ?? []);
    const severity = level ?? inPreset?.severity;
    if (severity === undefined || severity === 'off') continue;

    const options = parse(check.options, ownOptions ?? inPreset?.options ?? {});
    if (options.ok) {
      configured.push({
        check,
        severity: severity === 'warn' ? 'warning' : severity,
        isFromPreset: level === undefined,
        options: options.value,
      });
    } else {
      problems.push(...options.problems.map((problem) => `rules.${check.name}: ${problem}`));
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: configured };
}

const levels = { error: 'error', warning: 'warn' } as const;

/** A level of ESLint, alone or with the rule's options. */
type RuleEntry = 'error' | 'warn' | ['error' | 'warn', object];

/** The rules of a preset as the configurations of ESLint and oxlint name them. */
export function presetRules(preset: PresetName): Record<string, RuleEntry> {
  return Object.fromEntries(
    checks.flatMap(({ name, presets }: Check): [string, RuleEntry][] => {
      const entry = presets[preset];
      if (entry === undefined) return [];
      const level: RuleEntry =
        typeof entry === 'string' ? levels[entry] : [levels[entry.severity], entry.options];
      return [[`next-slots/${name}`, level]];
    }),
  );
}
