import {
  interceptionsFromOutside,
  type InterceptionFromOutside,
} from '../next/navigation/interceptions-from-outside.js';
import { matchesOf } from '../next/matches-of.js';
import type { NextSemantics } from '../next/versions/next-semantics.js';
import type { Segment } from '../routes/route-tree.js';
import { filePath, joinPath } from '../routes/walk.js';
import { atDefaultExport } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import { listUrls } from './engine/print-list.js';

/** A soft navigation that enters an intercepting route from a page which its layout does not hold. */
export const noInterceptionFromOutside = defineCheck({
  name: 'no-interception-from-outside',
  description: "Disallow intercepting routes that can be reached from outside the slot's layout",
  presets: { recommended: 'warning', strict: 'warning' },
  messages: {
    outside: {
      message:
        '{{urls}} {{lie}} outside the layout of `{{segment}}`: a soft navigation from there to `{{target}}` {{consequence}}.',
      help: '{{help}}',
    },
  },
  anchors: ['page'],
  *run({ app, segment, isTarget }) {
    const file = filePath(segment, 'page');
    if (file === undefined || !isTarget(file)) return;
    const matches = matchesOf(app);
    const found = interceptionsFromOutside(matches).get(segment.path);
    if (!found) return;
    const { owner, slot, target, urls } = found;
    yield {
      messageId: 'outside',
      impact: 'silent',
      ...atDefaultExport(app, file),
      slot: slot.name.raw,
      owner,
      urls,
      cause: `owner of ${slot.path}`,
      data: {
        target,
        segment: `/${owner.path}`,
        urls: listUrls(urls),
        lie: urls.length === 1 ? 'is' : 'are',
        consequence: consequenceOf(found, matches.semantics),
        help: helpFor(found, matches.semantics),
      },
    };
  },
});

function consequenceOf(
  { owner, slot }: InterceptionFromOutside,
  { besideInterception }: NextSemantics,
): string {
  const opens = `opens \`${slot.name.raw}\``;
  if (besideInterception !== 'default-or-not-found')
    return `${opens} and leaves \`children\` empty`;
  return hasNotFoundBoundary(owner)
    ? `${opens} with the not-found page as \`children\``
    : 'renders the not-found page';
}

/**
 * Whether Next puts a not-found boundary around the `children` of a layout: for a not-found file, and in the
 * first layer of route groups always (oracle:app interception, `from outside`: /x to /photo on 16.0.11).
 */
function hasNotFoundBoundary({ files, name, path }: Segment): boolean {
  const isFirstLayer = name.kind === 'group' && !path.includes('/');
  return isFirstLayer || files['not-found'] !== undefined;
}

/** A default of `children` is part of the answer only where Next.js sends the slots beside the modal along. */
function helpFor(
  { owner, slot }: InterceptionFromOutside,
  { besideInterception }: NextSemantics,
): string {
  return besideInterception === 'kept'
    ? `Move \`${slot.name.raw}\` up to a layout that also wraps those pages.`
    : `Create \`${joinPath(owner.path, 'default.tsx')}\` for \`children\`, or move \`${slot.name.raw}\` up to a layout that also wraps those pages.`;
}
