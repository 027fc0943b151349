import * as v from 'valibot';
import type { App } from '../../app.js';

/** The options of every check that can create files. The descriptions are printed on their pages. */
export const scaffoldOptions = {
  template: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.description(
        "The content of a new default file: `null` renders nothing, `not-found` keeps the 404, `mirror` renders the slot's own page, and any other value is the path of a file to copy. Defaults to the shared setting `template`, then to `null`.",
      ),
    ),
  ),
  scaffold: v.optional(
    v.pipe(v.boolean(), v.description('`false` keeps `eslint --fix` from creating files.')),
    true,
  ),
};

/** The template in force: the check's own option, else the shared setting, else `null`. */
export function templateOf(app: App, options: { readonly template?: string | undefined }): string {
  return options.template ?? app.settings.template ?? 'null';
}
