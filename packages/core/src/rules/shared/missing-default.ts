import type { App } from '../../app.js';
import { slotUse } from './slot-use.js';
import { matchesOf } from '../../next/matches-of.js';
import type { Gap } from '../../next/route-matches.js';
import type { Segment } from '../../routes/route-tree.js';
import { joinPath } from '../../routes/walk.js';
import type { Problem, RelatedProblem } from '../engine/check.js';
import { mirrorNeedsBoundary } from './default-work.js';
import { defaultEdit } from './default-template.js';
import { findMisspelled } from './misspelled-file.js';
import { printList } from '../engine/print-list.js';
import { templateOf } from './scaffold-options.js';
import type { SlotTrouble } from './slot-trouble.js';
import { styleModel } from './style-model.js';
import { whoCreates } from './who-creates.js';

/** The ways to have no default file: none at all, or one that Next does not see. */
export type MissingDefaultId = 'missing' | 'misspelled' | 'brokenLink' | 'notAFile';

/** Where a default file is missing. */
export interface DefaultPlace {
  /** The folder that the file belongs in. */
  readonly folder: Segment;
  /** How messages call the folder: `@team`, or the owner's own path. */
  readonly label: string;
  /** The file whose style a new one follows where the folder holds none, relative to the app directory. */
  readonly like: string;
  /** The segment that owns the slot, where the folder is one. */
  readonly owner?: Segment;
  /** What the missing file leads to. */
  readonly trouble: SlotTrouble | undefined;
}

/** Which of the ways this is, and the way out of it. */
export function describeMissingDefault(
  app: App,
  { folder, label, like, owner, trouble }: DefaultPlace,
  options: { readonly template?: string | undefined; readonly scaffold: boolean },
): Pick<Problem<MissingDefaultId>, 'messageId' | 'data' | 'edits' | 'suggestions'> {
  const blocked = folder.blocked.find(({ name }) => name.startsWith('default.'));
  if (blocked) {
    return {
      messageId: blocked.by === 'broken' ? 'brokenLink' : 'notAFile',
      data: { file: joinPath(label, blocked.name) },
    };
  }

  const misspelled = findMisspelled(folder, 'default');
  if (misspelled) {
    const { name, suggestion } = misspelled;
    return {
      messageId: 'misspelled',
      data: { name, file: joinPath(label, name.toLowerCase()) },
      suggestions: [suggestion],
    };
  }

  const chosen = templateOf(app, options);
  // The next run would ask for a boundary that a default cannot have in its own folder.
  const isUnwrapped =
    chosen === 'mirror' && owner !== undefined && mirrorNeedsBoundary(app, owner, folder);
  const template = isUnwrapped ? 'null' : chosen;
  const isChildren = folder.name.kind !== 'slot' || folder.name.value === 'children';
  const { edit, openTo } = defaultEdit(app, {
    folder,
    like: styleModel(folder, like),
    template,
    notFoundHelps: isChildren && trouble?.impact === 'build-error',
  });
  const name = edit ? edit.file.slice(edit.file.lastIndexOf('/') + 1) : 'default.tsx';
  return {
    messageId: 'missing',
    data: {
      file: joinPath(label, name),
      how:
        openTo.length > 0
          ? besideOpenUrls(openTo, edit && whoCreates({ edit, scaffold: options.scaffold }))
          : whoCreates({ edit, scaffold: options.scaffold, template }),
    },
    edits: edit ? [edit] : [],
  };
}

/** Who creates the file where a page of a slot takes any URL, and what it has to hold. */
function besideOpenUrls(pages: readonly string[], creator: string | undefined): string {
  const takes = `${printList(pages)} ${pages.length > 1 ? 'take' : 'takes'} any URL`;
  return creator === undefined
    ? `by hand, or add pages there instead: ${takes}, and a default file that shows something makes unknown URLs answer 200 instead of 404`
    : `with \`notFound()\` in it ${creator}: ${takes}, and unknown ones have to stay 404`;
}

/** The cause that a slot without page and default is of everything that needs one. */
export function causeOf({ owner, slot }: Gap): string {
  return `default of ${slot} in /${owner.path}`;
}

/** The pages and route handlers of the routes that a missing default breaks. */
export function pagesAt(app: App, urls: readonly string[]): readonly RelatedProblem[] {
  if (urls.length === 0) return [];
  const broken = new Set(urls);
  return matchesOf(app).routes.flatMap(({ url, file }) => (broken.has(url) ? [{ file, url }] : []));
}

/**
 * What a slot without a default leads to in this version of Next, in one sentence.
 *
 * @param prop - The slot without `@`, or `children`.
 */
export function consequenceOf(
  app: App,
  owner: Segment,
  prop: string,
  trouble: SlotTrouble | undefined,
): string {
  if (!trouble) return 'No URL breaks today, but the next route you add beside it will.';
  const { impact, urls, isSecond } = trouble;
  const at = printList(urls);
  const { semantics } = matchesOf(app);
  switch (impact) {
    case 'build-error':
      if (isSecond) {
        return `\`next build\` of Next ${semantics.version} fails over another slot at ${at}, and once it passes, a hard load shows not-found.`;
      }
      return urls.length === 0
        ? `\`next build\` of Next ${semantics.version} fails without it.`
        : `\`next build\` of Next ${semantics.version} fails: nothing fills the slot at ${at}.`;
    case 'not-found': {
      const where = slotUse(app, owner, prop) === 'sometimes' ? ' where the layout renders it' : '';
      return semantics.unfilledSlot === 'soft-404'
        ? `A hard load or reload of ${at} shows not-found, with status 200${where}.`
        : `A hard load or reload of ${at} gives 404${where}.`;
    }
    case 'silent':
      return `At ${at} the content gives way to not-found once the browser takes over.`;
  }
}
