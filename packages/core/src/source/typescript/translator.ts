import type ts from 'typescript';
import type { Identifier, Node } from '../ast/nodes.js';
import type { RawNode } from '../ast/raw-node.js';
import type { TextRange } from '../text-range.js';

/** The TypeScript that the integration uses. */
export type TypeScript = typeof ts;

/** What the translations of single kinds of nodes call for the nodes below theirs. */
export interface Translator {
  readonly ts: TypeScript;
  readonly file: ts.SourceFile;
  readonly text: string;
  /** Whether what stands in the bodies of functions is left out. */
  readonly outline: boolean;
  range(raw: ts.Node): TextRange;
  node(raw: ts.Node): Node;
  optional(raw: ts.Node | undefined): Node | undefined;
  nodes(raws: readonly ts.Node[] | undefined): readonly Node[];
  pattern(raw: ts.Node): Node;
  name(raw: ts.Identifier): Identifier;
  type(raw: ts.TypeNode | undefined): RawNode | undefined;
  types(raws: readonly ts.TypeNode[]): readonly RawNode[];
}

/** How nodes are translated, by TypeScript's name for their kind. */
export type Translations<Translated = Node> = {
  readonly [Kind in keyof typeof ts.SyntaxKind]?: Translation<Translated, NodeOf<Kind>>;
};

/**
 * Translates a node of one kind.
 *
 * @returns a node that stands where the one of TypeScript does, unless it has a range of its own;
 *   undefined for a node that has no meaning of its own here.
 */
export type Translation<Translated = Node, Raw = ts.Node> = (
  raw: Raw,
  translator: Translator,
) => Translated | undefined;

/** The node of a kind, as TypeScript's question for it says. */
type NodeOf<Kind extends string> = [Guarded<Kind>] extends [never] ? ts.Node : Guarded<Kind>;

type Guarded<Kind extends string> = GuardedBy<`is${Kind}`> | GuardedBy<`is${Kind}Node`>;

type GuardedBy<Name extends string> = Name extends keyof TypeScript
  ? TypeScript[Name] extends ((node: ts.Node) => node is infer Raw extends ts.Node)
    ? Raw
    : never
  : never;
