import { configSchema } from '@next-slots/core';
import * as v from 'valibot';

const globsSchema = v.array(v.pipe(v.string(), v.minLength(1)));

/** What a configuration file of the command line holds. */
export const configFileSchema = v.strictObject({
  ...configSchema.entries,
  /**
   * Globs of files in which nothing is reported, relative to the configuration file. A rule takes its own
   * as the option `ignore`.
   */
  ignore: v.optional(globsSchema),
  /** The JSON Schema that an editor checks a `next-slots.config.json` by. */
  $schema: v.optional(v.string()),
});

/** A configuration file as parsed by {@link configFileSchema}. */
export type Config = v.InferOutput<typeof configFileSchema>;

/** The option of every rule that the command line itself takes. */
export const ruleIgnoreSchema = globsSchema;
