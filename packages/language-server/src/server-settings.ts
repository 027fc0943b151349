import {
  checks,
  checkSelectionSchema,
  configureChecks,
  parse,
  presetNames,
  settingsSchema,
  type Check,
  type CheckSelection,
  type ConfiguredCheck,
  type Settings,
} from '@next-slots/core';
import * as v from 'valibot';

const ownSchema = v.object({
  /** Whether we complete: `auto` leaves it to the tsserver plugin where that is at work. */
  completions: v.optional(v.picklist(['auto', 'on', 'off']), 'auto'),
  codeLens: v.optional(v.boolean(), false),
  documentLinks: v.optional(v.boolean(), false),
  /** Whether our tsserver plugin works in this editor; `auto` asks the tsconfig and its TypeScript. */
  typescriptPlugin: v.optional(v.picklist(['auto', 'on', 'off']), 'auto'),
  /**
   * The checks that something else reports in this editor, by name or all of a preset. Ours find them,
   * but say nothing.
   */
  silent: v.optional(v.array(v.string()), []),
});

const sharedSchema = v.object(settingsSchema.entries);
const selectionSchema = v.object(checkSelectionSchema.entries);

const entries = {
  ...sharedSchema.entries,
  ...selectionSchema.entries,
  ...ownSchema.entries,
};

/** What the client can set: the names that all integrations share, and a few of our own. */
export interface ServerSettings extends Omit<v.InferOutput<typeof ownSchema>, 'silent'> {
  readonly shared: Settings;
  readonly checks: readonly ConfiguredCheck[];
  /** By name. */
  readonly silent: ReadonlySet<string>;
}

/** Settings in force, and one sentence for each value that could not be used. */
export interface ReadSettings {
  readonly settings: ServerSettings;
  readonly problems: readonly string[];
}

/**
 * Reads settings from outside, the first given being the weakest. A value that cannot be used is
 * left out and named; the rest still holds.
 */
export function readServerSettings(...inputs: readonly unknown[]): ReadSettings {
  const problems: string[] = [];
  const merged: Record<string, unknown> = {};
  for (const input of inputs) {
    if (input === undefined || input === null) continue;
    if (!isRecord(input)) {
      problems.push('they are no object');
      continue;
    }
    for (const [name, value] of Object.entries(input)) {
      // Clients send null for what is not set.
      if (value === null || value === undefined) continue;
      const problem = problemOf(name, value);
      if (problem === undefined) merged[name] = value;
      else problems.push(problem);
    }
  }
  const { silent, ...own } = v.parse(ownSchema, merged);
  const selected = selectChecks(v.parse(selectionSchema, merged));
  return {
    settings: {
      ...own,
      shared: v.parse(sharedSchema, merged),
      checks: selected.checks,
      silent: new Set(silent.flatMap(checkNames)),
    },
    problems: [...new Set([...problems, ...selected.problems])],
  };
}

function problemOf(name: string, value: unknown): string | undefined {
  if (!Object.hasOwn(entries, name)) return `${name}: there is no such setting`;
  const single = v.object({ [name]: entries[name as keyof typeof entries] });
  const parsed = parse(single, { [name]: value });
  return parsed.ok ? undefined : parsed.problems.join('; ');
}

/** The checks of a preset by its name, or the one check of that name. */
function checkNames(name: string): readonly string[] {
  const preset = presetNames.find((each) => each === name);
  if (preset === undefined) return [name];
  return checks.flatMap((check: Check) => (check.presets[preset] ? [check.name] : []));
}

/** The checks of a selection, without those of its rules that name no check or do not fit it. */
function selectChecks(selection: CheckSelection): {
  readonly checks: readonly ConfiguredCheck[];
  readonly problems: readonly string[];
} {
  const whole = configureChecks(selection);
  if (whole.ok) return { checks: whole.value, problems: [] };
  const usable = Object.entries(selection.rules ?? {}).filter(
    ([name, rule]) => configureChecks({ ...selection, rules: { [name]: rule } }).ok,
  );
  const rest = configureChecks({ ...selection, rules: Object.fromEntries(usable) });
  return { checks: rest.ok ? rest.value : [], problems: whole.problems };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
