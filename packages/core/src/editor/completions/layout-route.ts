import { filePath, walkSegments } from '../../routes/walk.js';
import type { CompletionSource } from './completion-source.js';
import { escapeFor } from '../../edits/property-name.js';
import { cursorInLiteral } from './cursor-in-literal.js';
import { routeOf } from '../../routes/route-of.js';

/** `LayoutProps<'|'>`: the file's own route first, then those of all other layouts. */
export const layoutRoute: CompletionSource = {
  files: 'modules',
  extent: 'app',
  locate({ text, facts, offset }) {
    for (const { type, route } of facts.routeTypes) {
      if (type !== 'LayoutProps') continue;
      const cursor = cursorInLiteral(text, route.range, offset);
      if (!cursor) continue;
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
            insertText: escapeFor(url, cursor.quote),
            replace: cursor.replace,
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
};
