import type { TextRange } from '../text-range.js';

/** The neutral form of a type. Parentheses are gone. */
export type TypeNode =
  | TypeReference
  | KeywordType
  | LiteralType
  | ObjectType
  | InterfaceType
  | UnionType
  | IntersectionType
  | ArrayType
  | TupleType
  | FunctionType
  | MappedType
  | OtherType;

interface Of<Kind extends string> extends TextRange {
  readonly kind: Kind;
}

/** A named type: `Props`, `React.FC<Props>`, `import('react').ReactNode`. */
export interface TypeReference extends Of<'reference'> {
  /** The name, split at its dots. */
  readonly path: readonly string[];
  /** The module of an `import('…')` type. */
  readonly source?: string | undefined;
  readonly args: readonly TypeNode[];
}

/** `string`, `any`, `null`, … */
export interface KeywordType extends Of<'keyword'> {
  readonly name: string;
}

/** A literal type; `value` where it is a string. */
export interface LiteralType extends Of<'literal'> {
  readonly value?: string | undefined;
}

/** An interface: the body of each declaration of it, with the types that it extends. */
export interface InterfaceType extends Of<'interface'> {
  readonly parts: readonly TypeNode[];
}

/** A type literal or the body of an interface, from brace to brace. */
export interface ObjectType extends Of<'object'> {
  /** Where JSDoc tags make up the members one by one, with no braces around them. */
  readonly tags?: MemberTags | undefined;
  readonly members: readonly TypeMember[];
}

/** How another member is written where each is a tag. */
export interface MemberTags {
  /** `@param`. */
  readonly tag: string;
  /** What stands before each key: `props.`. */
  readonly prefix: string;
  /** Where the last tag begins, and where its description ends. */
  readonly last: TextRange;
}

/** One member, its separator excluded. */
export interface TypeMember extends TextRange {
  /** Undefined for computed keys, index, call and construct signatures. */
  readonly key?: MemberKey | undefined;
  readonly method: boolean;
  readonly optional: boolean;
  readonly type?: TypeNode | undefined;
}

export interface MemberKey {
  readonly name: string;
  /** The key as written, quotes included. */
  readonly range: TextRange;
  readonly quoted: boolean;
}

export interface UnionType extends Of<'union'> {
  readonly types: readonly TypeNode[];
}

export interface IntersectionType extends Of<'intersection'> {
  readonly types: readonly TypeNode[];
}

export interface ArrayType extends Of<'array'> {
  readonly element: TypeNode;
}

export interface TupleType extends Of<'tuple'> {
  readonly elements: readonly TypeNode[];
}

/** A function or constructor type. */
export interface FunctionType extends Of<'function'> {
  readonly params: readonly (TypeNode | undefined)[];
  readonly result?: TypeNode | undefined;
}

/** `{ [K in keys]: value }`. */
export interface MappedType extends Of<'mapped'> {
  readonly keys?: TypeNode | undefined;
  readonly value?: TypeNode | undefined;
}

/** Anything else. */
export interface OtherType extends Of<'other'> {
  readonly children: readonly TypeNode[];
}

/** A type of which nothing is known. */
export function unknownType({ start, end }: TextRange): OtherType {
  return { kind: 'other', start, end, children: [] };
}

/** A type parameter of a function, class, alias or interface. */
export interface TypeParameter {
  readonly name: string;
  readonly constraint?: TypeNode | undefined;
  readonly default?: TypeNode | undefined;
}

/** `type name = type`, an interface, or a JSDoc comment that says as much. */
export interface TypeDeclaration {
  readonly name: string;
  readonly typeParams: readonly TypeParameter[];
  readonly type: TypeNode;
}
