import type { CursorRequest } from '@next-slots/core';
import type ts from 'typescript';
import type { SlotRequest } from './slot-request.js';
import { factsOf, outlineOf } from './source-facts.js';

/**
 * Prepares the question what can be completed, which comes with each keystroke: the file is read no
 * further than the place of the cursor needs.
 *
 * @returns undefined where no name of a slot can be typed, as the kinds of nodes around tell.
 */
export function completionCursor(request: SlotRequest, offset: number): CursorRequest | undefined {
  const { project, source, file } = request;
  const place = placeAt(project.ts, source, offset);
  if (!place) return undefined;
  const outline = place === 'signature' ? outlineOf(project.ts, source) : undefined;
  // What tells a component in a call from a callback is the JSX in its body.
  const facts = outline?.component ? outline : factsOf(project.ts, source);
  return { file, text: source.text, offset, facts };
}

/** Whether a name of a slot may be typed at an offset: in the body of a function, or elsewhere. */
function placeAt(
  typescript: typeof ts,
  source: ts.SourceFile,
  offset: number,
): 'signature' | 'body' | undefined {
  const { text } = source;
  // Comments are no nodes, and the types of JSDoc are found with the signature.
  if (text.lastIndexOf('/**', offset) > text.lastIndexOf('*/', offset - 2)) return 'signature';
  const found = { isPlace: false, inBody: false };
  // What is not closed yet ends before the blanks behind it, and the cursor is in it all the same.
  const reach = text.slice(0, offset).trimEnd().length;
  visit(source);
  if (!found.isPlace) return undefined;
  return found.inBody ? 'body' : 'signature';

  function visit(node: ts.Node): void {
    if (isPlace(typescript, node)) found.isPlace = true;
    // Where two nodes touch at the cursor, either may be meant.
    typescript.forEachChild(node, (child) => {
      if (offset < child.pos || child.end < reach) return;
      if (typescript.isBlock(child) || isExpressionBody(typescript, node, child)) {
        found.inBody = true;
      }
      visit(child);
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
