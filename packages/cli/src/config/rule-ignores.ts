import { parse, type CheckSelection } from '@next-slots/core';
import { ruleIgnoreSchema } from './config-file-schema.js';

type Rules = NonNullable<CheckSelection['rules']>;

/** The rules of a configuration, apart from what they ignore. */
export interface RulesAndIgnores {
  readonly rules: Rules;
  /** Globs by rule. */
  readonly ignores: ReadonlyMap<string, readonly string[]>;
  /** One sentence for each `ignore` that is no list of globs. */
  readonly problems: readonly string[];
}

/** Takes the option `ignore` out of the rules' options: every rule has it, and no check sees it. */
export function takeIgnores(rules: Rules): RulesAndIgnores {
  const taken: Rules = {};
  const ignores = new Map<string, readonly string[]>();
  const problems: string[] = [];
  for (const [name, entry] of Object.entries(rules)) {
    taken[name] = entry;
    const [level, options] = typeof entry === 'string' ? [entry] : entry;
    if (!isObject(options) || !('ignore' in options)) continue;
    const { ignore, ...own } = options;
    // No own option left: those of the preset stay.
    taken[name] = Object.keys(own).length === 0 ? [level] : [level, own];
    const globs = parse(ruleIgnoreSchema, ignore);
    if (globs.ok) ignores.set(name, globs.value);
    else problems.push(`rules.${name}: ignore must be a list of globs`);
  }
  return { rules: taken, ignores, problems };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
