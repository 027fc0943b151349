import type ts from 'typescript';

/** A text as TypeScript's answers carry it. */
export function textParts(text: string): ts.SymbolDisplayPart[] {
  return [{ text, kind: 'text' }];
}
