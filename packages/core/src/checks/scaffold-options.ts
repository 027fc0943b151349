import * as v from 'valibot';
import type { App } from '../app.js';

/** The options of every check that can create files. */
export const scaffoldOptions = {
  /** What the file shall hold; without it, what the shared settings say. */
  template: v.optional(v.pipe(v.string(), v.minLength(1))),
  /** False keeps `eslint --fix` from creating files; the finding is then only reported. */
  scaffold: v.optional(v.boolean(), true),
};

/** The template in force: the check's own option, else the shared setting, else `null`. */
export function templateOf(app: App, options: { readonly template?: string | undefined }): string {
  return options.template ?? app.settings.template ?? 'null';
}
