import { partKind } from './segment-url.js';
import { partsOfPattern } from './url-pattern.js';

/**
 * The source of a regular expression that takes the paths which a route answers, as far as they go by
 * its own pattern: a more specific route goes before. Each group is one dynamic part, in their order.
 *
 * @param route - As Next prints it: `/shop/[id]`.
 */
export function routePattern(route: string): string {
  const parts = partsOfPattern(route);
  return parts.length === 0 ? '^/$' : `^${parts.map(partPattern).join('')}$`;
}

function partPattern(part: string, index: number): string {
  switch (partKind(part)) {
    case 'static':
      return `/${part.replaceAll(/[$()*+./?[\\\]^{|}-]/gu, String.raw`\$&`)}`;
    case 'dynamic':
      return '/([^/]+)';
    case 'catch-all':
      return '/(.+)';
    case 'optional-catch-all':
      // Alone it takes `/`, which begins with the slash that it would else bring.
      return index === 0 ? '/(.*)' : '(?:/(.+))?';
  }
}
