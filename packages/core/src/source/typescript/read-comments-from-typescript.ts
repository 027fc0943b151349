import type ts from 'typescript';
import type { Comment } from '../comment.js';
import { withinStack } from './within-stack.js';

const comment = /\/\/(?<line>[^\n\r\u2028\u2029]*)|\/\*(?<block>[^]*?)\*\//gu;

/**
 * The comments of a TypeScript AST, whose nodes hold none: they stand between the tokens.
 *
 * @param sourceFile - Parsed with or without parent pointers.
 * @returns none for a text that is nested too deeply to be read.
 */
export function readCommentsFromTypeScript(
  typescript: typeof ts,
  sourceFile: ts.SourceFile,
): readonly Comment[] {
  const { text } = sourceFile;
  const comments: Comment[] = [];
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(sourceFile);
    for (const child of children) visit(child);
    // What begins like a comment between JSX tags is text.
    if (children.length > 0 || typescript.isJsxText(node)) return;
    const end = Math.min(node.getStart(sourceFile), node.end);
    for (const { 0: whole, index, groups } of text.slice(node.pos, end).matchAll(comment)) {
      const start = node.pos + index;
      comments.push({
        kind: groups?.['line'] === undefined ? 'block' : 'line',
        text: groups?.['line'] ?? groups?.['block'] ?? '',
        range: { start, end: start + whole.length },
      });
    }
  };
  withinStack(() => {
    visit(sourceFile);
  });
  return comments;
}
