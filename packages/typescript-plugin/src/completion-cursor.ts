import type { CursorRequest } from '@next-slots/core';
import type ts from 'typescript';
import { mayTouchProps } from './may-touch-props.js';
import type { SlotRequest } from './slot-request.js';
import { factsOf, outlineOf } from './source-facts.js';

/**
 * Where a name of a slot may be typed: outside the bodies of functions, where the file's outline says
 * more, or within one.
 */
export type CursorArea = 'signature' | 'body';

/**
 * Prepares the question what can be completed, which comes with each keystroke: the file is read no
 * further than the place of the cursor needs.
 */
export function completionCursor(
  request: SlotRequest,
  area: CursorArea,
  offset: number,
): CursorRequest {
  const { project, source, file } = request;
  const outline = area === 'signature' ? outlineOf(project, source) : undefined;
  // Only the JSX in its body shows that a function in a call is a component.
  const facts = outline?.component ? outline : factsOf(project, source);
  return { file, text: source.text, offset, facts };
}

/**
 * The place at an offset, as the kinds of nodes around tell.
 *
 * @returns undefined where no name of a slot can be typed.
 */
export function cursorAreaAt(
  typescript: typeof ts,
  source: ts.SourceFile,
  offset: number,
): CursorArea | undefined {
  const { text } = source;
  // Comments are no nodes, and the types of JSDoc are found with the signature.
  if (text.lastIndexOf('/**', offset) > text.lastIndexOf('*/', offset - 2)) return 'signature';
  const found = { isPlace: false, inBody: false };
  // What is not closed yet ends before the blanks behind it, and the cursor is in it all the same.
  const reach = text.slice(0, offset).trimEnd().length;
  visit(source, [], false);
  if (!found.isPlace) return undefined;
  return found.inBody ? 'body' : 'signature';

  function visit(node: ts.Node, way: readonly ts.Node[], inBody: boolean): void {
    if (isPlace(typescript, node) && (!inBody || mayTouchProps(typescript, node, way))) {
      found.isPlace = true;
    }
    const around = [...way, node];
    // Where two nodes touch at the cursor, either may be meant.
    typescript.forEachChild(node, (child) => {
      if (offset < child.pos || child.end < reach) return;
      const isBody = typescript.isBlock(child) || isExpressionBody(typescript, node, child);
      if (isBody) found.inBody = true;
      visit(child, around, inBody || isBody);
    });
  }
}

function isPlace(typescript: typeof ts, node: ts.Node): boolean {
  return (
    typescript.isObjectBindingPattern(node) ||
    typescript.isObjectLiteralExpression(node) ||
    typescript.isTypeLiteralNode(node) ||
    typescript.isInterfaceDeclaration(node) ||
    typescript.isPropertyAccessExpression(node) ||
    typescript.isStringLiteralLike(node)
  );
}

function isExpressionBody(typescript: typeof ts, node: ts.Node, child: ts.Node): boolean {
  return typescript.isArrowFunction(node) && node.body === child;
}
