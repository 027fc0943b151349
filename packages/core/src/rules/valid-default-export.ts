import type { ConventionFile } from '../routes/convention-files.js';
import { filePath } from '../routes/walk.js';
import { defineCheck } from './engine/check.js';
import { isScript } from '../routes/is-script.js';
import { urlOf } from './shared/page-urls.js';
import { slotAround } from './shared/slot-around.js';

/** The files of a slot that Next.js renders. */
const rendered = [
  'layout',
  'page',
  'default',
  'loading',
  'error',
] as const satisfies readonly ConventionFile[];

/** What Next.js renders has to be a component, exported by default. */
export const validDefaultExport = defineCheck({
  name: 'valid-default-export',
  description: 'Require the files of a slot to export a component by default',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    missing: {
      message: 'This file has no default export, so `{{slot}}` has nothing to render{{place}}.',
      help: 'Export a React component by default.',
    },
    noComponent: {
      message:
        'The default export is not a React component, so `{{slot}}` has nothing to render{{place}}.',
      help: 'Export a React component by default.',
    },
  },
  anchors: rendered,
  *run(context) {
    const { app, segment } = context;
    const place = slotAround(context);
    if (!place) return;
    for (const convention of rendered) {
      const file = filePath(segment, convention);
      if (file === undefined || !isScript(file) || !context.isTarget(file)) continue;
      const facts = app.sources.facts(file);
      const exported = facts?.defaultExport;
      if (!facts || (exported && exported.kind !== 'other') || facts.partial) continue;
      const url = urlOf(context);
      yield {
        messageId: exported ? 'noComponent' : 'missing',
        impact: 'build-error',
        file,
        range: exported?.range,
        ...place,
        urls: url === undefined || convention !== 'page' ? [] : [url],
        data: {
          slot: place.slot,
          place: url === undefined ? '' : ` at \`${url}\``,
        },
      };
    }
  },
});
