import * as v from 'valibot';
import type { App } from '../../app.js';
import type { CreateFile } from '../../edits/edit.js';
import { isScript } from '../../routes/is-script.js';
import type { Segment } from '../../routes/route-tree.js';
import { firstConventionFile } from '../engine/anchor.js';

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

/**
 * The file whose language and style a new one in a folder follows: one that lies there already, else the
 * anchor of the finding.
 */
export function styleModel(folder: Segment, anchor: string): string {
  const own = firstConventionFile(folder);
  return own !== undefined && isScript(own) ? own : anchor;
}

const byFix = ' (auto-fixable: `npx next-slots fix`)';
const byFixOrEslint = ' (auto-fixable: `npx next-slots fix` or `eslint --fix`)';

/**
 * Which commands create the file that a message asks for; empty where none does.
 *
 * @param scaffold - Whether ESLint creates it too.
 */
export function howToCreate(edit: CreateFile | undefined, scaffold: boolean): string {
  if (!edit) return '';
  return scaffold ? byFixOrEslint : byFix;
}

/** A help without the commands, for integrations that show what they create in another way. */
export function withoutHowToCreate(help: string): string {
  return help.replace(byFixOrEslint, '').replace(byFix, '');
}
