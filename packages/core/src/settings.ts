import * as v from 'valibot';
import { didYouMean } from './nearest.js';
import { pageExtension } from './routes/convention-files.js';

/** The bundler that builds the app; the two differ in what they accept. */
export type Bundler = 'turbopack' | 'webpack';

/**
 * The shared settings, under the same names in every integration: ESLint's `settings['next-slots']`, the
 * tsserver plugin's config, the language server's initialization options, the CLI's flags and config.
 * What is left out is detected.
 */
export const settingsSchema = v.strictObject({
  /** Check as this Next version would, whatever is installed: `15.5.29`, `16`. */
  nextVersion: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d+(\.(\d+|x)){0,2}(-[\w.-]+)?$/u, 'must be a version like "16.4.6"'),
    ),
  ),
  /** Check as this bundler would. */
  bundler: v.optional(v.picklist(['turbopack', 'webpack'])),
  /** The app directory, relative to the project's root or absolute. */
  appDir: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** As in `next.config`, where it is not a literal there. */
  pageExtensions: v.optional(
    v.pipe(
      v.array(
        v.pipe(v.string(), v.regex(pageExtension, 'must be an extension like "tsx" or "page.tsx"')),
      ),
      v.minLength(1, 'must name an extension'),
    ),
  ),
  /**
   * What a scaffolded default holds: `null`, `not-found`, `mirror`, or the path of a file whose text
   * is taken, relative to the project's root.
   */
  template: v.optional(v.pipe(v.string(), v.minLength(1))),
});

/** Shared settings as parsed by {@link parseSettings}. */
export type Settings = v.InferOutput<typeof settingsSchema>;

/** A value from outside, checked: the settings, or one sentence for each thing that is wrong. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Checks settings that came from outside; nothing given is no settings. */
export function parseSettings(input: unknown): Parsed<Settings> {
  return parse(settingsSchema, input ?? {});
}

/** Checks a value from outside against a schema. */
export function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): Parsed<v.InferOutput<Schema>> {
  // To valibot a list is an object with no properties.
  if ((schema.type === 'strict_object' || schema.type === 'record') && Array.isArray(input)) {
    return { ok: false, problems: ['must be Object, not Array'] };
  }
  const result = v.safeParse(schema, input);
  if (result.success) return { ok: true, value: result.output };
  return { ok: false, problems: result.issues.map((issue) => sentenceOf(issue, schema)) };
}

/** What is wrong in one sentence that begins with the place: `bundler: must be …`. */
function sentenceOf(issue: v.BaseIssue<unknown>, schema: v.GenericSchema): string {
  const path = v.getDotPath(issue);
  if (issue.type === 'strict_object' && issue.expected === 'never' && path !== null) {
    const known = issue.path?.length === 1 && 'entries' in schema ? schema.entries : {};
    return `there is no option "${path}"${didYouMean(path, Object.keys(known ?? {}))}`;
  }
  // Valibot's own messages speak its own language; ours are sentences already.
  const what = /^Invalid (?:type|key): /u.test(issue.message)
    ? `must be ${(issue.expected ?? 'something else').replace(/^\((?<choices>.*)\)$/u, '$<choices>')}, not ${issue.received}`
    : issue.message;
  return path === null ? what : `${path}: ${what}`;
}
