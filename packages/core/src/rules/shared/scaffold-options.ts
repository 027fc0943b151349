import * as v from 'valibot';
import type { App } from '../../app.js';

/** The options of every check that can create files. The descriptions are printed on their pages. */
export const scaffoldOptions = {
  template: v.optional(
    v.pipe(
      v.string(),
      v.minLength(1),
      v.description(
        "What a new default file holds: `null` shows nothing, `not-found` keeps the 404, `mirror` shows the slot's own page; anything else is the path of a file whose text is taken. Without it, the shared setting of that name counts, else `null`.",
      ),
    ),
  ),
  scaffold: v.optional(
    v.pipe(
      v.boolean(),
      v.description('False keeps `eslint --fix` from creating files: it only reports.'),
    ),
    true,
  ),
};

/** The template in force: the check's own option, else the shared setting, else `null`. */
export function templateOf(app: App, options: { readonly template?: string | undefined }): string {
  return options.template ?? app.settings.template ?? 'null';
}
