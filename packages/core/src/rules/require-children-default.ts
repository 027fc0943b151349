import * as v from 'valibot';
import { conventionFiles } from '../routes/convention-files.js';
import type { App } from '../app.js';
import { matchesOf } from '../next/matches-of.js';
import type { Segment } from '../routes/route-tree.js';
import { anchorOf, propRange } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import {
  causeOf,
  consequenceOf,
  describeMissingDefault,
  pagesAt,
} from './shared/missing-default.js';
import { scaffoldOptions } from './shared/scaffold-options.js';
import { troubleOf } from './shared/slot-trouble.js';

/** The implicit `children` slot needs a default at a URL that only the named slots beside it match. */
export const requireChildrenDefault = defineCheck({
  name: 'require-children-default',
  description: 'Require a default file for `children` where only other slots match a URL',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    missing: {
      message: 'Slot children of {{segment}} has neither page nor default. {{consequence}}',
      help: 'Create {{file}} {{how}}.',
    },
    misspelled: {
      message:
        'Slot children of {{segment}} has neither page nor default: Next does not see {{name}}, since letter case counts. {{consequence}}',
      help: 'Rename it to {{file}}.',
    },
    brokenLink: {
      message:
        'Slot children of {{segment}} has neither page nor default: {{file}} is a symbolic link that leads nowhere. {{consequence}}',
      help: 'Give it a target or remove it.',
    },
    notAFile: {
      message:
        'Slot children of {{segment}} has neither page nor default: {{file}} is not a file. {{consequence}}',
      help: 'Move it away.',
    },
  },
  options: v.strictObject(scaffoldOptions),
  fixable: true,
  hasSuggestions: true,
  anchors: conventionFiles,
  segments: 'all',
  *run({ app, segment: owner, options, wants }) {
    const trouble = troubleOf(app, owner, 'children');
    if (!trouble) return;
    const file = anchorOf(owner, owner);
    if (file === undefined || !wants(file)) return;
    const folder = folderOfDefault(app, owner);
    const { data, ...wayOut } = describeMissingDefault(
      app,
      { folder, label: folder.path, like: file, trouble },
      options,
    );
    yield {
      impact: trouble.impact,
      file,
      range: propRange(app, file, 'children'),
      slot: 'children',
      urls: trouble.urls,
      cause: causeOf({ owner, slot: 'children' }),
      related: () => pagesAt(app, trouble.urls),
      data: {
        ...data,
        segment: `/${owner.path}`,
        consequence: consequenceOf(app, owner, 'children', trouble),
      },
      ...wayOut,
    };
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
