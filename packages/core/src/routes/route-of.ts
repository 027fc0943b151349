import type { SegmentPath } from './route-tree.js';

/**
 * The route under which `next typegen` knows a segment's layout: `/shop/[id]`. Slots and groups are
 * no part of it.
 */
export function routeOf({ segment, ancestors }: SegmentPath): string {
  const parts: string[] = [];
  for (const { name } of [...ancestors, segment]) {
    if (name.kind === 'root' || name.kind === 'slot' || name.kind === 'group') continue;
    parts.push(name.raw.replaceAll('%5F', '_'));
  }
  return `/${parts.join('/')}`;
}
