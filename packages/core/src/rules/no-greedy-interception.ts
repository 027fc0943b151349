import { greedyInterceptions } from '../next/navigation/greedy-interceptions.js';
import { matchesOf } from '../next/matches-of.js';
import { atDefaultExport } from './engine/anchor.js';
import { defineCheck } from './engine/check.js';
import { interceptionsAt } from './shared/interception/interceptions.js';
import { listUrls } from './engine/print-list.js';

/** An intercepting route with a dynamic part that also takes the URL of a page with a fixed name. */
export const noGreedyInterception = defineCheck({
  name: 'no-greedy-interception',
  description: 'Disallow intercepting routes that also intercept the URL of a more specific page',
  presets: { recommended: 'warning', strict: 'warning' },
  messages: {
    greedy: {
      message:
        '`{{route}}` also intercepts {{urls}}, so a soft navigation there does not show {{pages}}.',
      help: 'Give {{pages}} a URL that `{{target}}` does not match, or link to it with `<a>`.',
    },
  },
  anchors: ['page'],
  *run({ app, segment, isTarget }) {
    for (const { file, url, target } of interceptionsAt(app, segment)) {
      if (target === null || !isTarget(file)) continue;
      const urls = greedyInterceptions(matchesOf(app)).get(file);
      if (!urls) continue;
      yield {
        messageId: 'greedy',
        impact: 'silent',
        ...atDefaultExport(app, file),
        urls,
        data: {
          route: url,
          target,
          urls: listUrls(urls),
          pages: urls.length === 1 ? 'that page' : 'those pages',
        },
      };
    }
  },
});
