import { configSchema, parse } from '@next-slots/core';
import * as v from 'valibot';
import type { Log } from './logger.js';

const optionsSchema = v.strictObject({
  ...configSchema.entries,
  /** Report findings too. Off, since ESLint or the language server does. */
  diagnostics: v.optional(v.boolean(), false),
  /** Complete slots. */
  completions: v.optional(v.boolean(), true),
  /** Offer refactors. The language server has the same, and more, as code actions. */
  refactors: v.optional(v.boolean(), true),
});

/** The plugin's options: those of every integration, and its own. */
export type PluginOptions = v.InferOutput<typeof optionsSchema>;

/**
 * Reads the entry of the plugin in `tsconfig.json`, or what an editor sent with `configurePlugin`.
 * An option that does not fit is named in the log, and none of them is used.
 */
export function readOptions(entry: unknown, log: Log): PluginOptions {
  const parsed = parse(optionsSchema, withoutHostKeys(entry));
  if (parsed.ok) return parsed.value;
  for (const problem of parsed.problems) log(`options: ${problem}`);
  return { diagnostics: false, completions: true, refactors: true };
}

/** tsserver names the plugin in its entry, and says where a global one comes from. */
function withoutHostKeys(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry ?? {};
  return Object.fromEntries(
    Object.entries(entry).filter(([key]) => key !== 'name' && key !== 'global'),
  );
}
