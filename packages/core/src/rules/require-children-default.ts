import * as v from 'valibot';
import type { App } from '../app.js';
import { matchesOf } from '../next/matches-of.js';
import type { Segment } from '../routes/route-tree.js';
import { anchorOf, atChildren } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import { missingDefaultMessages, missingDefaultProblem } from './shared/default/missing-default.js';
import { scaffoldOptions } from './shared/new-files.js';
import { unfilledSlot } from './shared/default/unfilled-slot.js';

/** The implicit `children` slot needs a default at a URL that only the named slots beside it match. */
export const requireChildrenDefault = defineCheck({
  name: 'require-children-default',
  description: 'Require a default file for `children` where only other slots match a URL',
  presets: { recommended: 'error', strict: 'error' },
  messages: missingDefaultMessages,
  options: v.strictObject(scaffoldOptions),
  fixable: true,
  hasSuggestions: true,
  *run({ app, segment: owner, options, isTarget }) {
    const unfilled = unfilledSlot(app, owner, 'children');
    if (!unfilled) return;
    const file = anchorOf(owner, owner);
    if (file === undefined || !isTarget(file)) return;
    const folder = folderOfDefault(app, owner);
    const missing = { owner, slot: 'children', folder, like: file, unfilled } as const;
    yield { ...atChildren(app, file), ...missingDefaultProblem(app, missing, options) };
  },
});

/**
 * Where the default of `children` belongs: beside the layout. To Turbopack an `@children` folder is a
 * slot like any other, with a default of its own.
 */
function folderOfDefault(app: App, owner: Segment): Segment {
  const explicit = owner.folders.find(({ name }) => name.raw === '@children');
  return matchesOf(app).semantics.bundler === 'turbopack' && explicit ? explicit : owner;
}
