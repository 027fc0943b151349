import type { Name, Node, Pattern } from '../syntax/nodes.js';
import type { TypeNode, TypeParameter } from '../syntax/types.js';
import type { RawNode } from './raw-node.js';

/** What the translations of single kinds of nodes call for the nodes below theirs. */
export interface Translator {
  readonly text: string;
  node(raw: RawNode | undefined): Node;
  optional(raw: RawNode | undefined): Node | undefined;
  nodes(raws: readonly RawNode[]): readonly Node[];
  pattern(raw: RawNode | undefined): Pattern;
  name(raw: RawNode): Name;
  /** Also takes the annotation around a type. */
  type(raw: RawNode | undefined): TypeNode | undefined;
  /** The arguments of a node, under whichever name its parser has for them. */
  typeArgs(raw: RawNode): readonly TypeNode[];
  typeParams(raw: RawNode): readonly TypeParameter[];
}

/** Translates one kind of node. */
export type Translation = (raw: RawNode, translator: Translator) => Node;
