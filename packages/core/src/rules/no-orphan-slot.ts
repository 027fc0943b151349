import * as v from 'valibot';
import type { App } from '../app.js';
import { scaffoldLayout } from '../edits/scaffold-layout.js';
import type { CreateFile } from '../edits/edit.js';
import { scaffold } from '../edits/scaffold.js';
import { spoils } from '../edits/spoils.js';
import { isNamedSlotName } from '../routes/parse-segment-name.js';
import type { LoaderTree } from '../next/loader-tree/loader-tree.js';
import { matchesOf } from '../next/matches-of.js';
import type { Segment, SegmentPath } from '../routes/route-tree.js';
import { filePath, joinPath, walkBelow } from '../routes/walk.js';
import { groupBy } from '../group-by.js';
import { atSlot, hasContent, slotsToCheck } from './engine/anchor.js';
import { defineCheck, type CheckContext, type Problem } from './engine/check.js';
import { listCodes } from './engine/print-list.js';
import { misspelledFile } from './shared/name/misspelled-file.js';
import { pageUrls } from './shared/page-urls.js';
import { howToCreate, scaffoldOptions } from './shared/new-files.js';
import { rendersUnderItsName } from '../next/slot-name.js';

/** A layout renders the slots beside it; where it is missing, nothing ever does. */
export const noOrphanSlot = defineCheck({
  name: 'no-orphan-slot',
  description: 'Disallow slots without a layout in the same folder to render them',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    orphan: {
      message:
        '{{slots}} never rendered: Next.js passes slots to the layout in the same folder, and `{{segment}}` has none.',
      help: 'Create `{{file}}` to render {{them}}{{how}}.',
    },
    noRootLayout: {
      message:
        '`next build` ({{version}}) fails: `{{page}}` has no root layout, because `{{segment}}` has no layout to render `{{slot}}`.',
      help: 'Create `{{file}}` to render {{them}}{{how}}.',
    },
    misspelled: {
      message:
        '{{slots}} never rendered: Next.js ignores `{{name}}`, because file names are case-sensitive.',
      help: 'Rename it to `{{file}}`.',
    },
  },
  options: v.strictObject({ scaffold: scaffoldOptions.scaffold }),
  fixable: true,
  hasSuggestions: true,
  *run(context) {
    const { segment: owner, ancestors } = context;
    if (owner.files.layout !== undefined) return;
    // The message names all slots of the folder, so it is said once in each file.
    for (const [file, ofFile] of groupBy(slotsToCheck(context), (each) => each.file)) {
      const slot = ofFile[0]?.slot;
      if (!slot) continue;
      const at = { segment: slot, ancestors: [...ancestors, owner] };
      const page = pageWithoutRootLayout(context.app, at);
      yield {
        impact: page === undefined ? 'silent' : 'build-error',
        ...atSlot(context.app, file, slot),
        urls: ofFile.flatMap((each) => pageUrls({ ...at, segment: each.slot })),
        // All slots of the folder lack the one layout.
        cause: `layout of /${owner.path}`,
        ...describe(context, slot, file, page),
      };
    }
  },
});

function describe(
  { app, segment: owner, ancestors, options }: CheckContext<{ readonly scaffold: boolean }>,
  slot: Segment,
  anchor: string,
  page: string | undefined,
): Pick<
  Problem<'orphan' | 'noRootLayout' | 'misspelled'>,
  'messageId' | 'data' | 'edits' | 'suggestions'
> {
  const orphans = owner.slots.filter(hasContent).map(({ name }) => name.raw);
  const isOne = orphans.length === 1;
  const data = {
    slot: slot.name.raw,
    slots: `${listCodes(orphans)} ${isOne ? 'is' : 'are'}`,
    them: isOne ? 'it' : 'them',
    segment: `/${owner.path}`,
  };
  const misspelled = misspelledFile(owner, 'layout', data);
  if (misspelled) return misspelled;
  const names = owner.slots.filter(rendersUnderItsName).map(({ name }) => name.value);
  const layout = scaffoldLayout(app, { segment: owner, ancestors }, names, anchor);
  const isFirst = !isInOrphan([...ancestors, owner]);
  const edits = layout && isFirst ? harmless(app, layout, owner) : [];
  const [edit] = edits;
  return {
    messageId: page === undefined ? 'orphan' : 'noRootLayout',
    data: {
      ...data,
      page: page ?? '',
      version: app.next.version,
      file: edit?.file ?? joinPath(owner.path, 'layout.tsx'),
      how: howToCreate(edit, options.scaffold),
    },
    edits,
  };
}

/**
 * A page of a slot for which the build finds no root layout, and fails.
 *
 * @param slot - A slot whose owner has no layout.
 * @returns undefined where each page has one, or where the build does not look.
 */
function pageWithoutRootLayout(app: App, slot: SegmentPath): string | undefined {
  const matches = matchesOf(app);
  const { rootLayout } = matches.semantics;
  if (rootLayout === 'unchecked' || slot.ancestors.some(hasLayout)) return undefined;
  for (const { segment, ancestors } of walkBelow(slot.segment, slot.ancestors)) {
    const page = filePath(segment, 'page');
    if (page === undefined || [...ancestors, segment].some(hasLayout)) continue;
    if (rootLayout === 'above-each-page') return page;
    const url = matches.urls.find(({ node }) =>
      node.pages.some((each) => each.segment === segment),
    );
    if (url?.tree && url.verdict.complete && !holdsLayout(url.tree)) return page;
  }
  return undefined;
}

function hasLayout({ files }: Segment): boolean {
  return files.layout !== undefined;
}

function holdsLayout(tree: LoaderTree): boolean {
  if (tree.kind !== 'folder') return false;
  return hasLayout(tree.folder.segment) || [...tree.slots.values()].some(holdsLayout);
}

/** Whether a folder lies in another slot that no layout renders: that one needs its layout first. */
function isInOrphan(path: readonly Segment[]): boolean {
  return path.some(
    ({ name }, depth) => isNamedSlotName(name) && path[depth - 1]?.files.layout === undefined,
  );
}

/**
 * A slot that is rendered at last can turn a page that works into a 404: then its default file is created
 * with the layout, or nothing is.
 */
function harmless(app: App, layout: CreateFile, owner: Segment): readonly CreateFile[] {
  if (!spoils(app, [layout])) return [layout];
  const defaults = owner.slots
    .filter((slot) => slot.files.default === undefined && hasContent(slot))
    .flatMap(
      (slot) =>
        scaffold(app, {
          segment: slot,
          convention: 'default',
          like: layout.file,
          template: 'null',
        }) ?? [],
    );
  const edits = [layout, ...defaults];
  return spoils(app, edits) ? [] : edits;
}
