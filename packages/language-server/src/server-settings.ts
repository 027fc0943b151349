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

/** Whether we complete: `auto` leaves it to the tsserver plugin where that is at work. */
export type CompletionMode = 'auto' | 'on' | 'off';

/** What the client can set: the names that all integrations share, and a few of our own. */
export interface ServerSettings {
  readonly shared: Settings;
  readonly checks: readonly ConfiguredCheck[];
  readonly completions: CompletionMode;
  readonly codeLens: boolean;
  readonly documentLinks: boolean;
  /** Whether our tsserver plugin works in this editor; `auto` asks the tsconfig and its TypeScript. */
  readonly typescriptPlugin: 'auto' | 'on' | 'off';
  /**
   * The checks that something else reports in this editor, by name or all of a preset. Ours find them,
   * but say nothing.
   */
  readonly silent: ReadonlySet<string>;
}

const entries = {
  ...settingsSchema.entries,
  ...checkSelectionSchema.entries,
  completions: v.optional(v.picklist(['auto', 'on', 'off']), 'auto'),
  codeLens: v.optional(v.boolean(), false),
  documentLinks: v.optional(v.boolean(), false),
  typescriptPlugin: v.optional(v.picklist(['auto', 'on', 'off']), 'auto'),
  silent: v.optional(v.array(v.string()), []),
};

const schema = v.object(entries);

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
  const {
    preset,
    rules,
    completions,
    codeLens,
    documentLinks,
    typescriptPlugin,
    silent,
    ...shared
  } = v.parse(schema, merged);
  const selected = selectChecks({ preset, rules });
  return {
    settings: {
      shared,
      checks: selected.checks,
      completions,
      codeLens,
      documentLinks,
      typescriptPlugin,
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
