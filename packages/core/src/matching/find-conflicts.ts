import type { MatchedUrl } from './matched-urls.js';
import type { RouteConflict } from './route-matches.js';

/** Finds files that cannot stand in one app together. */
export function findConflicts(_urls: readonly MatchedUrl[]): RouteConflict[] {
  return [];
}
