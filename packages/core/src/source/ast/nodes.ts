import type { TSESTree } from '@typescript-eslint/utils';
import type { Located } from './ranges.js';

/**
 * A module's code as ESTree: typescript-eslint's own node types, loosened to what every tree has. The
 * trees come from espree, typescript-eslint, Babel and oxc, and from TypeScript's own by translation.
 *
 * - A node has a range, not necessarily a `parent` or a `loc`.
 * - Half-typed code has any expression anywhere, so a child of several types may be any node.
 * - Flags, kinds, and what may be null, may also be left out.
 */
export type Node =
  | Nodes[keyof Nodes]
  | Of<'ParenthesizedExpression' | 'TypeCastExpression', { readonly expression: Node }>
  /** Any other node of TypeScript's tree: there is no ESTree type for it. */
  | Of<'Other', { readonly children: readonly Node[] }>;

type Nodes = {
  readonly [Type in TSESTree.Node['type'] as `${Type}`]: Of<
    `${Type}`,
    Parts<Extract<TSESTree.Node, { type: Type }>>
  >;
};

type Of<Type extends string, Rest> = Located &
  Rest & {
    readonly type: Type;
    /** The type that is written at a declared name, a pattern, a field, a cast or an alias. */
    readonly typeAnnotation?: RawType | null | undefined;
  };

/** A piece of type syntax, in whatever form its parser has: what `TypeReader` reads. */
export type RawType = Located;

type Parts<N> = {
  readonly [
    Key in Exclude<keyof N, Unread> as IsOptional<Key, N[Key]> extends true ? never : Key
  ]: Part<N[Key]>;
} & {
  readonly [
    Key in Exclude<keyof N, Unread> as IsOptional<Key, N[Key]> extends true ? Key : never
  ]?: Part<N[Key]> | null | undefined;
};

/** What the analysis never looks at, or reads in another form. */
type Unread =
  | keyof Located
  | 'type'
  | 'typeAnnotation'
  | 'parent'
  | 'loc'
  | 'raw'
  | 'label'
  | 'members'
  | 'moduleReference'
  | 'openingFragment'
  | 'closingFragment';

type IsOptional<Key, Value> = Key extends 'kind' | 'importKind' | 'exportKind'
  ? true
  : undefined extends Value
    ? true
    : null extends Value
      ? true
      : Value extends
            | boolean
            | TSESTree.TSInterfaceBody
            | readonly (
                | TSESTree.Decorator
                | TSESTree.ImportAttribute
                | TSESTree.TSClassImplements
                | TSESTree.TSInterfaceHeritage
              )[]
        ? true
        : false;

type Part<Value> = Value extends readonly (infer Each)[]
  ? readonly Part<Each>[]
  : Value extends TSESTree.Node
    ? Child<Value['type']>
    : Value extends string
      ? string
      : Value extends boolean
        ? boolean
        : Value;

type Child<Type extends TSESTree.Node['type']> = `${Type}` extends TypeSyntax
  ? RawType
  : `${Type}` extends Certain
    ? Nodes[`${Type}`]
    : Node;

/** Nodes that hold types alone. */
type TypeSyntax =
  | 'TSTypeAnnotation'
  | 'TSTypeParameterDeclaration'
  | 'TSTypeParameterInstantiation'
  | 'TSInterfaceBody'
  | 'TSInterfaceHeritage';

/** Types of nodes that stand where no other can. */
type Certain =
  | 'CatchClause'
  | 'ClassBody'
  | 'ExportSpecifier'
  | 'Identifier'
  | 'ImportDefaultSpecifier'
  | 'ImportNamespaceSpecifier'
  | 'ImportSpecifier'
  | 'JSXOpeningElement'
  | 'Literal'
  | 'Property'
  | 'RestElement'
  | 'SwitchCase'
  | 'VariableDeclarator';

export type Identifier = Nodes['Identifier'];
export type Name = Nodes['Identifier' | 'JSXIdentifier'];
export type Literal = Nodes['Literal'];
export type TemplateLiteral = Nodes['TemplateLiteral'];
export type Member = Nodes['MemberExpression' | 'JSXMemberExpression'];
export type Call = Nodes['CallExpression' | 'NewExpression'];
export type FunctionNode = Nodes[
  | 'FunctionDeclaration'
  | 'FunctionExpression'
  | 'ArrowFunctionExpression'
  | 'TSDeclareFunction'
  | 'TSEmptyBodyFunctionExpression'];
export type ClassNode = Nodes['ClassDeclaration' | 'ClassExpression'];
export type ClassBody = Nodes['ClassBody'];
export type ClassMember = Nodes[
  | 'MethodDefinition'
  | 'PropertyDefinition'
  | 'AccessorProperty'
  | 'TSAbstractMethodDefinition'
  | 'TSAbstractPropertyDefinition'
  | 'TSAbstractAccessorProperty'];
export type Property = Nodes['Property'];
export type Rest = Nodes['RestElement'];
export type ObjectPattern = Nodes['ObjectPattern'];
export type JsxOpening = Nodes['JSXOpeningElement'];
export type Declarator = Nodes['VariableDeclarator'];
export type SwitchCase = Nodes['SwitchCase'];
export type ImportSpecifier = Nodes[
  | 'ImportSpecifier'
  | 'ImportDefaultSpecifier'
  | 'ImportNamespaceSpecifier'];
/** A name in an import or export, which may be a string. */
export type ModuleName = Nodes['Identifier' | 'Literal'];
export type ExportDefault = Nodes['ExportDefaultDeclaration'];
export type ExportNamed = Nodes['ExportNamedDeclaration'];
export type InterfaceDeclaration = Nodes['TSInterfaceDeclaration'];

/** What holds an expression and leaves its value as it is: a cast, parentheses, an optional chain. */
export type Wrapper = Extract<
  Node,
  {
    readonly type:
      | 'ChainExpression'
      | 'ParenthesizedExpression'
      | 'TSAsExpression'
      | 'TSSatisfiesExpression'
      | 'TSTypeAssertion'
      | 'TSNonNullExpression'
      | 'TSInstantiationExpression'
      | 'TypeCastExpression';
  }
>;
