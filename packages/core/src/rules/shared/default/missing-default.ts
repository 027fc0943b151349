import type { App } from '../../../app.js';
import { slotUse } from '../layout/slot-use.js';
import { matchesOf } from '../../../next/matches-of.js';
import { isTemplateName } from '../../../edits/templates.js';
import { openUrlsOfSlots } from '../../../next/queries/slots-alone.js';
import type { Gap, RouteMatches } from '../../../next/route-matches.js';
import { isNamedSlotName } from '../../../routes/parse-segment-name.js';
import type { Segment } from '../../../routes/route-tree.js';
import { joinPath } from '../../../routes/walk.js';
import type { Problem } from '../../engine/check.js';
import { mirrorNeedsBoundary } from '../boundary/unwrapped-default.js';
import { defaultEdit, routesAt } from './default-edit.js';
import { misspelledFile } from '../name/misspelled-file.js';
import { listCodes, listUrls } from '../../engine/print-list.js';
import { howToCreate, styleModel, templateOf } from '../new-files.js';
import type { UnfilledSlot } from './unfilled-slot.js';

/** What is said of a missing default file, and of one that Next.js does not take for it. */
export const missingDefaultMessages = {
  missing: { message: '{{consequence}}', help: '{{help}}' },
  misspelled: {
    message: 'Next.js ignores `{{name}}`: file names are case-sensitive. {{effect}}.',
    help: 'Rename it to `{{file}}`.',
  },
  brokenLink: {
    message: '`{{file}}` is a broken symbolic link. {{effect}}.',
    help: 'Fix or delete it.',
  },
  notAFile: {
    message: '`{{file}}` is not a regular file. {{effect}}.',
    help: 'Rename or remove it.',
  },
} as const;

/** The ways to have no default file: none at all, or one that Next.js does not see. */
export type MissingDefaultId = keyof typeof missingDefaultMessages;

/** Where a default file is missing. */
export interface MissingDefault extends Gap {
  /** The folder that the file belongs in. */
  readonly folder: Segment;
  /** The file whose style a new one follows where the folder holds none, relative to the app directory. */
  readonly like: string;
  /** What the missing file leads to. */
  readonly unfilled: UnfilledSlot | undefined;
}

interface Options {
  readonly template?: string | undefined;
  readonly scaffold: boolean;
}

/** What is said of a default file that is missing, but for where it is reported. */
export function missingDefaultProblem(
  app: App,
  missing: MissingDefault,
  options: Options,
): Omit<Problem<MissingDefaultId>, 'file'> {
  const { unfilled } = missing;
  const urls = unfilled?.urls ?? [];
  const { data, ...fix } = fixFor(app, missing, options);
  return {
    impact: unfilled?.impact ?? 'future',
    urls,
    cause: causeOf(missing),
    related: () => routesAt(matchesOf(app), urls),
    data: { ...data, ...consequenceOf(app, missing, unfilled) },
    ...fix,
  };
}

/** In which way it is missing, and how to fix it. */
function fixFor(
  app: App,
  { owner, slot, folder, like, unfilled }: MissingDefault,
  options: Options,
): Pick<Problem<MissingDefaultId>, 'messageId' | 'data' | 'edits' | 'suggestions'> {
  const blocked = folder.blocked.find(({ name }) => name.startsWith('default.'));
  if (blocked) {
    return {
      messageId: blocked.by === 'broken' ? 'brokenLink' : 'notAFile',
      data: { file: joinPath(folder.path, blocked.name) },
    };
  }

  const misspelled = misspelledFile(folder, 'default');
  if (misspelled) return misspelled;

  const chosen = templateOf(app, options);
  // The next run would ask for a boundary that a default cannot have in its own folder.
  const isUnwrapped =
    chosen === 'mirror' && slot !== 'children' && mirrorNeedsBoundary(app, owner, folder);
  const template = isUnwrapped ? 'null' : chosen;
  const isChildren = !isNamedSlotName(folder.name);
  const { edit, openTo } = defaultEdit(app, {
    folder,
    like: styleModel(folder, like),
    template,
    urls: unfilled?.urls ?? [],
    notFoundHelps: isChildren && unfilled?.impact === 'build-error',
  });
  const file = edit?.file ?? joinPath(folder.path, 'default.tsx');
  const how = howToCreate(edit, options.scaffold);
  return {
    messageId: 'missing',
    data: {
      help:
        openTo.length > 0
          ? helpBesideOpenUrls(file, openTo, edit && how)
          : edit || isTemplateName(template)
            ? `Create \`${file}\`${how}.`
            : `Create \`${file}\` by hand, since the template \`${template}\` does not exist.`,
    },
    edits: edit ? [edit] : [],
  };
}

/** What to do where a page of a slot matches any URL: a default must not answer those with status 200. */
function helpBesideOpenUrls(
  file: string,
  pages: readonly string[],
  how: string | undefined,
): string {
  const matching = `${listCodes(pages)} ${pages.length > 1 ? 'match' : 'matches'} any URL`;
  return how === undefined
    ? `Add a page for each URL, since ${matching} and a default would turn unknown URLs into 200s.`
    : `Create \`${file}\` that calls \`notFound()\`, since ${matching}${how}.`;
}

/** What to do about a page whose URL some slots leave incomplete: the files that complete it. */
export function helpForGaps(
  matches: RouteMatches,
  gaps: readonly Gap[],
  page: string,
  url = '',
): string {
  const extension = page.slice(page.lastIndexOf('.'));
  const isOpen = openUrlsOfSlots(matches).has(url);
  const files = gaps.map(({ owner, slot }) => {
    const folder = slot === 'children' ? owner.path : joinPath(owner.path, slot);
    return joinPath(folder, `default${extension}`);
  });
  // Anything else would answer mistyped URLs with status 200.
  const calling = isOpen ? ` that ${files.length === 1 ? 'calls' : 'call'} \`notFound()\`` : '';
  return `Create ${listCodes(files)}${calling}.`;
}

/** The cause that a slot without page and default is of everything that needs one. */
export function causeOf({ owner, slot }: Gap): string {
  return `default of ${slot} in /${owner.path}`;
}

/** What a slot without a default leads to, as parts of a message. */
interface Consequence extends Readonly<Record<string, string>> {
  /** What happens: `A hard navigation to /a gives 404`. */
  readonly effect: string;
  /** The same with the reason, as a sentence. */
  readonly consequence: string;
}

/** What a slot without a default leads to in this version of Next.js. */
function consequenceOf(
  app: App,
  { owner, slot }: Gap,
  unfilled: UnfilledSlot | undefined,
): Consequence {
  const name = slot === 'children' ? 'the implicit `children` slot' : `\`${slot}\``;
  if (!unfilled) {
    const harmless = 'o URL breaks today, but the next route you add here will';
    return { effect: `N${harmless}`, consequence: `${name} has no default: n${harmless}.` };
  }
  const { impact, urls, isSecond } = unfilled;
  const at = listUrls(urls);
  const { version, unfilledSlot } = matchesOf(app).semantics;
  switch (impact) {
    case 'build-error': {
      if (isSecond) {
        const effect = `Once \`next build\` (${version}) passes, ${at} will give 404`;
        return { effect, consequence: `${effect}: ${name} has no page or default there.` };
      }
      const effect = `\`next build\` (${version}) fails`;
      const lacks = urls.length === 0 ? 'no default' : `no page or default for ${at}`;
      return { effect, consequence: `${effect}: ${name} has ${lacks}.` };
    }
    case 'not-found': {
      const what =
        unfilledSlot === 'soft-404' ? 'renders the not-found page (status 200)' : 'gives 404';
      const isConditional = slotUse(app, owner, slot.replace('@', '')) === 'sometimes';
      const when = isConditional ? ` when this layout renders \`${slot}\`` : '';
      const effect = `A hard navigation to ${at} ${what}${when}`;
      const joint = isConditional ? ', which' : `: ${name}`;
      return { effect, consequence: `${effect}${joint} has no page or default there.` };
    }
    case 'silent': {
      const effect = `${at} ${urls.length === 1 ? 'turns' : 'turn'} into the not-found page after hydration`;
      return { effect, consequence: `${effect}: ${name} has no page or default there.` };
    }
  }
}
