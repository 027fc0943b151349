import type { TypeDeclaration, TypeNode } from '../types/type-nodes.js';
import type { TextRange } from '../text-range.js';
import { tagObject } from './documented-type.js';
import { commentsWithTag } from './find-comments.js';
import { readTags, type JsdocTag } from './read-tags.js';

/** The types that JSDoc comments of a file define with `@typedef`. */
export function typedefs(text: string): readonly TypeDeclaration[] {
  return commentsWithTag(text, '@typedef').flatMap((comment) => fromComment(text, comment));
}

function fromComment(text: string, comment: TextRange): readonly TypeDeclaration[] {
  const tags = readTags(text, comment);
  return tags.flatMap((tag, index): readonly TypeDeclaration[] => {
    if (tag.name !== 'typedef' || !tag.type || tag.target === '') return [];
    const type = withProperties(tag.type, tags.slice(index + 1));
    return [{ name: tag.target, typeParams: [], type }];
  });
}

/** `@property` tags that follow are the members, up to the next `@typedef`. */
function withProperties(type: TypeNode, following: readonly JsdocTag[]): TypeNode {
  const end = following.findIndex(({ name }) => name === 'typedef');
  const own = end < 0 ? following : following.slice(0, end);
  return tagObject(
    type,
    own.filter(({ name }) => name === 'property' || name === 'prop'),
    '',
  );
}
