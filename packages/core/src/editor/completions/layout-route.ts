import { filePath, walkSegments } from '../../routes/walk.js';
import { defineCompletionSource } from './completion-source.js';
import { escapeFor } from '../../edits/property-name.js';
import { cursorInLiteral } from './cursor-in-literal.js';
import { routeOf } from '../../routes/route-of.js';

/** `LayoutProps<'|'>`: the file's own route first, then those of all other layouts. */
export const layoutRoute = defineCompletionSource({
  name: 'layout-route',
  files: 'modules',
  extent: 'app',
  locate({ text, facts, offset }) {
    for (const { type, route } of facts.routeTypes) {
      if (type !== 'LayoutProps') continue;
      const replace = cursorInLiteral(text, route.range, offset);
      if (!replace) continue;
      const quote = text.charAt(route.range.start);
      return function* ({ app, file }) {
        const layouts = new Map<string, string>();
        for (const at of walkSegments(app.tree)) {
          const layout = filePath(at.segment, 'layout');
          if (layout === undefined) continue;
          const url = routeOf(at);
          // Several folders can share a URL; the file's own stands for its.
          if (layout === file || !layouts.has(url)) layouts.set(url, layout);
        }
        for (const [url, layout] of layouts) {
          yield {
            name: url,
            kind: 'route',
            insertText: escapeFor(url, quote),
            replace,
            filterText: url,
            sortText: layout === file ? '10' : '11',
            declared: false,
            data: { layout },
          };
        }
      };
    }
    return undefined;
  },
});
