import type { RouteTree, SegmentPath } from '../../routes/route-tree.js';
import { joinPath, segmentsOf } from '../../routes/walk.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import { ownFiles } from '../url/own-files.js';
import type { RouteConflict } from '../route-matches.js';
import { isCatchAll, isInterceptingName, isTransparent, urlPart } from '../url/segment-url.js';
import type { UrlNode } from '../url/url-node.js';

/** A metadata file with its URL. */
interface MetadataRoute {
  /** Relative to the app directory. */
  readonly file: string;
  readonly parts: readonly string[];
  readonly belowCatchAll: boolean;
  /** Whether its URL could be another's as well. */
  readonly isPlain: boolean;
}

/**
 * Finds metadata files that have the URL of another file, such as `sitemap.ts` in a slot beside another
 * one, and those below a catch-all, which has to be the last part of a URL.
 */
export function metadataConflicts(
  tree: RouteTree,
  root: UrlNode,
  semantics: NextSemantics,
): readonly RouteConflict[] {
  const routes = metadataRoutes(tree);
  if (routes.length === 0) return [];
  return [...sameUrl(routes, root, semantics), ...afterCatchAll(routes, semantics)];
}

function metadataRoutes(tree: RouteTree): readonly MetadataRoute[] {
  const routes: MetadataRoute[] = [];
  for (const at of segmentsOf(tree)) {
    if (at.segment.metadata.length > 0) routes.push(...routesAt(at));
  }
  return routes;
}

function routesAt({ segment, ancestors }: SegmentPath): readonly MetadataRoute[] {
  const path = [...ancestors, segment].filter(({ name }) => name.kind !== 'root');
  if (path.some(({ name }) => isInterceptingName(name.raw))) return [];
  const visible = path.filter((each) => !isTransparent(each));
  const hidden = visible.length < path.length;
  return segment.metadata.map(({ name, part, isCode, isHashed }) => ({
    file: joinPath(segment.path, name),
    parts: [...visible.map(urlPart), part],
    belowCatchAll: isCode && visible.some(isCatchAll),
    isPlain: !hidden || !isHashed,
  }));
}

/** Turbopack keeps one entry for each URL, and fails for a second one. */
function sameUrl(
  routes: readonly MetadataRoute[],
  root: UrlNode,
  { bundler }: NextSemantics,
): readonly RouteConflict[] {
  if (bundler !== 'turbopack') return [];
  const byUrl = new Map<string, string[]>();
  for (const { file, parts, isPlain } of routes) {
    if (!isPlain) continue;
    const url = `/${parts.join('/')}`;
    const files = byUrl.get(url);
    if (files) files.push(file);
    else byUrl.set(url, [file, ...filesAt(root, parts)]);
  }
  return [...byUrl]
    .filter(([, files]) => files.length > 1)
    .map(([url, files]) => ({
      kind: 'metadata',
      url,
      files: files.sort(),
      consequence: 'build-error',
    }));
}

function filesAt(root: UrlNode, parts: readonly string[]): readonly string[] {
  let node: UrlNode | undefined = root;
  for (const part of parts) node = node?.child(part);
  return node ? ownFiles(node) : [];
}

function afterCatchAll(
  routes: readonly MetadataRoute[],
  { urlPatterns }: NextSemantics,
): readonly RouteConflict[] {
  return routes
    .filter(({ belowCatchAll }) => belowCatchAll)
    .map(({ file, parts }) => ({
      kind: 'metadata-after-catch-all',
      url: `/${parts.join('/')}`,
      files: [file],
      consequence: urlPatterns === 'sorted-by-server' ? 'unserved' : 'build-error',
    }));
}
