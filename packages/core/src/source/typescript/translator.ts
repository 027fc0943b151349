import type ts from 'typescript';
import type { Identifier, Node } from '../ast/nodes.js';
import type { TypeMember, TypeNode, TypeParameter } from '../types/type-nodes.js';
import type { TextRange } from '../text-range.js';
import type { NotedTypes } from './noted-types.js';

/** The TypeScript that the integration uses. */
export type TypeScript = typeof ts;

/** What the translations of single kinds of nodes call for the nodes below theirs. */
export interface Translator {
  readonly ts: TypeScript;
  readonly file: ts.SourceFile;
  readonly text: string;
  /** Whether what stands in the bodies of functions is left out. */
  readonly outline: boolean;
  /** Where the types go that ESTree has in places of its own. */
  readonly noted: NotedTypes;
  range(raw: ts.Node): TextRange;
  node(raw: ts.Node): Node;
  optional(raw: ts.Node | undefined): Node | undefined;
  nodes(raws: readonly ts.Node[] | undefined): readonly Node[];
  pattern(raw: ts.Node): Node;
  name(raw: ts.Identifier): Identifier;
  type(raw: ts.TypeNode | undefined): TypeNode | undefined;
  types(raws: readonly ts.TypeNode[] | undefined): readonly TypeNode[];
  typeMembers(raws: readonly ts.TypeElement[]): readonly TypeMember[];
  typeParams(raws: readonly ts.TypeParameterDeclaration[] | undefined): readonly TypeParameter[];
}

/** Translates some kinds of nodes; undefined for any other. */
export type Translation = (raw: ts.Node, translator: Translator) => Node | undefined;
