import { nameProblemOf, type NameProblem } from '../url/segment-name-problems.js';
import { walkUrls, type UrlNode } from '../url/url-node.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import type { RouteConflict } from './conflict.js';

/**
 * What comes of a folder name that Next.js cannot read, where routes lie below it.
 *
 * @returns undefined where the version takes the name as it is.
 */
export function consequenceOfName(
  kind: NameProblem['kind'],
  { urlPatterns, threeDotCharacter }: NextSemantics,
): 'build-error' | 'unserved' | undefined {
  if (kind === 'literal' || kind === 'group') return undefined;
  if (urlPatterns === 'validated-by-build') return 'build-error';
  // Prerendering finds no value for it; 14.2 builds it.
  if (kind === 'empty') return urlPatterns === 'sorted-by-build' ? undefined : 'build-error';
  const accepted =
    kind === 'unnamed' || (kind === 'three-dots' && threeDotCharacter === 'accepted');
  if (accepted) return undefined;
  return urlPatterns === 'sorted-by-build' ? 'build-error' : 'unserved';
}

/** The routes below a part of a URL whose name Next.js rejects. */
export function rejectedNames(node: UrlNode, semantics: NextSemantics): readonly RouteConflict[] {
  const problem = node.part && nameProblemOf(node.part.text);
  const consequence = problem && consequenceOfName(problem.kind, semantics);
  if (consequence === undefined) return none;
  const nodes = [...walkUrls(node)].filter(({ files }) => files.length > 0);
  if (nodes.length === 0) return none;
  const routes = nodes.map(({ url }) => url).sort();
  const files = nodes.flatMap((each) => each.files).sort();
  return [{ kind: 'segment-name', url: node.url, routes, files, consequence }];
}

const none: readonly never[] = [];
