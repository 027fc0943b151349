import { metadataFile, type OwnMetadata, type UrlNode } from '../url/url-node.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import { conflictAt, type RouteConflict } from './conflict.js';

/**
 * Finds metadata files that have the URL of another file, such as `sitemap.ts` in a slot beside another
 * one, and those below a catch-all, which has to be the last part of a URL.
 */
export function metadataConflicts(
  node: UrlNode,
  semantics: NextSemantics,
): readonly RouteConflict[] {
  if (node.metadata.length === 0) return none;
  return [...sameUrl(node, semantics), ...afterCatchAll(node, semantics)];
}

const none: readonly never[] = [];

/** Turbopack keeps one entry for each URL, and fails for a second one. */
function sameUrl(
  { url, metadata, files }: UrlNode,
  { bundler }: NextSemantics,
): readonly RouteConflict[] {
  const plain = bundler === 'turbopack' ? metadata.filter(isPlain).map(metadataFile) : [];
  if (plain.length === 0 || plain.length + files.length < 2) return [];
  return [conflictAt('metadata', url, [...plain, ...files], 'build-error')];
}

/** Whether the URL of a file could be another's as well: it has no hash in it. */
function isPlain({ folder, file }: OwnMetadata): boolean {
  if (folder.isIntercepted) return false;
  return !file.isHashed || folder.path.every(({ parent, part }) => !parent || part !== undefined);
}

function afterCatchAll(
  { parent, metadata }: UrlNode,
  { urlPatterns }: NextSemantics,
): readonly RouteConflict[] {
  const consequence = urlPatterns === 'sorted-by-server' ? 'unserved' : 'build-error';
  return metadata
    .filter(({ folder, file }) => file.isCode && folder.isInCatchAll && !folder.isIntercepted)
    .map((own) => {
      const url = `${parent?.url ?? ''}/${own.file.part}`;
      return conflictAt('metadata-after-catch-all', url, [metadataFile(own)], consequence);
    });
}
