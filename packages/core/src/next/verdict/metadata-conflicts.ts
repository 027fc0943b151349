import { metadataFile, walkUrls, type OwnMetadata, type UrlNode } from '../url/url-node.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import type { RouteConflict } from './conflict.js';

/**
 * Finds metadata files that have the URL of another file, such as `sitemap.ts` in a slot beside another
 * one, and those below a catch-all, which has to be the last part of a URL.
 */
export function metadataConflicts(
  top: UrlNode,
  semantics: NextSemantics,
): readonly RouteConflict[] {
  const nodes = [...walkUrls(top)].filter(({ metadata }) => metadata.length > 0);
  return [...sameUrl(nodes, semantics), ...afterCatchAll(nodes, semantics)];
}

/** Turbopack keeps one entry for each URL, and fails for a second one. */
function sameUrl(nodes: readonly UrlNode[], { bundler }: NextSemantics): readonly RouteConflict[] {
  if (bundler !== 'turbopack') return [];
  return nodes.flatMap(({ url, metadata, files: others }): RouteConflict[] => {
    const plain = metadata.filter(isPlain).map(metadataFile);
    if (plain.length === 0 || plain.length + others.length < 2) return [];
    const files = [...plain, ...others].sort();
    return [{ kind: 'metadata', url, routes: [url], files, consequence: 'build-error' }];
  });
}

/** Whether the URL of a file could be another's as well: it has no hash in it. */
function isPlain({ folder, file }: OwnMetadata): boolean {
  if (folder.isIntercepted) return false;
  return !file.isHashed || folder.path.every(({ parent, part }) => !parent || part !== undefined);
}

function afterCatchAll(
  nodes: readonly UrlNode[],
  { urlPatterns }: NextSemantics,
): readonly RouteConflict[] {
  const consequence = urlPatterns === 'sorted-by-server' ? 'unserved' : 'build-error';
  return nodes.flatMap(({ parent, metadata }) =>
    metadata
      .filter(({ folder, file }) => file.isCode && folder.isInCatchAll && !folder.isIntercepted)
      .map((own): RouteConflict => {
        const url = `${parent?.url ?? ''}/${own.file.part}`;
        const files = [metadataFile(own)];
        return { kind: 'metadata-after-catch-all', url, routes: [url], files, consequence };
      }),
  );
}
