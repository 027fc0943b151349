import type { UrlNode } from './url-node.js';
import { isOpen, parseUrl, type PartKind, type UrlPart } from './url-part.js';

/**
 * Whether ordinary routes answer every URL of a pattern: a static part is answered by itself or by a
 * dynamic one, a dynamic part by a dynamic one, a catch-all by fixed routes for its shorter URLs and
 * another catch-all for the rest.
 *
 * @param complete - The URLs that Next keeps.
 */
export function isCovered(target: string, root: UrlNode, complete: ReadonlySet<UrlNode>): boolean {
  const parts = parseUrl(target);
  const kind = parts.at(-1)?.kind;
  const bounded = kind !== 'catch-all' && kind !== 'optional-catch-all';
  const prefix = bounded ? parts : parts.slice(0, -1);
  const shortest = prefix.length + (kind === 'catch-all' ? 1 : 0);

  let level: readonly UrlNode[] = [root];
  for (let length = 0; level.length > 0; length += 1) {
    const rest = level.flatMap((node) => node.dynamics).filter((child) => complete.has(child));
    if (rest.some(isKind('optional-catch-all'))) return true;
    const asked = bounded ? length === shortest : length >= shortest;
    if (asked && !level.some((node) => complete.has(node))) return false;
    if (asked && bounded) return true;
    if (rest.some(isKind('catch-all'))) return true;
    const part = prefix[length];
    level = level.flatMap((node) => answering(node, part));
  }
  return false;
}

/** The nodes that take whatever a part of a pattern stands for. */
function answering(node: UrlNode, part: UrlPart | undefined): readonly UrlNode[] {
  const dynamic = node.dynamics.filter(isKind('dynamic'));
  if (part === undefined || isOpen(part)) return dynamic;
  const same = node.child(part.text);
  return same ? [...dynamic, same] : dynamic;
}

/** Whether the last part of a URL is of a kind. */
export function isKind(kind: PartKind): (node: UrlNode) => boolean {
  return ({ part }) => part?.kind === kind;
}
