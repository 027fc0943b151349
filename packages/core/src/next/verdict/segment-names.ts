import { nameProblemOf, type NameProblem } from '../url/segment-name-problems.js';
import type { UrlNode } from '../url/url-node.js';
import type { NextSemantics } from '../versions/next-semantics.js';
import type { RouteConflict } from './conflict.js';
import { conflict, patternsThrough } from './pattern-conflicts.js';

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
  const patterns = consequence ? patternsThrough([node]) : [];
  return consequence && patterns.length > 0
    ? [conflict('segment-name', node, patterns, consequence)]
    : [];
}
