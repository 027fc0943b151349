import type { Located } from './ranges.js';

/**
 * A module's code as ESTree, in the words that espree, typescript-eslint, Babel and oxc have in common:
 * what the analysis works on. The reader for TypeScript's own tree makes the same of it. Of each node
 * only those parts are named here that the analysis looks at; what else there is has no meaning of its
 * own, and is gone through for what it holds.
 */
export type Node =
  | Name
  | This
  | Super
  | Literal
  | TemplateLiteral
  | TaggedTemplate
  | Member
  | Call
  | FunctionNode
  | ClassNode
  | ClassBody
  | ClassMember
  | StaticBlock
  | ParameterProperty
  | ObjectExpression
  | Property
  | Spread
  | ArrayExpression
  | Conditional
  | Logical
  | Binary
  | Unary
  | Await
  | Assignment
  | Sequence
  | Transparent
  | JsxElement
  | JsxFragment
  | JsxOpening
  | JsxAttribute
  | JsxContainer
  | ObjectPattern
  | ArrayPattern
  | DefaultPattern
  | Rest
  | Statement
  | Other;

export type Statement =
  | Block
  | Variables
  | Declarator
  | Return
  | Jump
  | If
  | Switch
  | SwitchCase
  | ExpressionStatement
  | Labeled
  | Loop
  | Iteration
  | Try
  | Catch
  | Import
  | ExportDefault
  | ExportNamed
  | ExportSpecifier
  | ExportAll
  | ExportAssignment
  | TypeAliasDeclaration
  | InterfaceDeclaration
  | OtherDeclaration;

interface Of<Type extends string> extends Located {
  readonly type: Type;
  /** The type that stands at a declared name, a pattern, a field, a cast or an alias. */
  readonly typeAnnotation?: Maybe<RawType>;
}

/** Parsers write what is not there as null, or leave it out. */
type Maybe<T> = T | null | undefined;

/** A piece of type syntax, in whatever words its parser has: what `TypeSyntax` reads. */
export type RawType = Located;

/** An identifier that refers to a variable or declares one. Empty where the parser made it up. */
export interface Name extends Of<'Identifier' | 'JSXIdentifier'> {
  readonly name: string;
}

export type This = Of<'ThisExpression'>;

export type Super = Of<'Super'>;

export interface Literal extends Of<'Literal'> {
  readonly value?: unknown;
}

export interface TemplateLiteral extends Of<'TemplateLiteral'> {
  readonly quasis: readonly object[];
  readonly expressions: readonly Node[];
}

export interface TaggedTemplate extends Of<'TaggedTemplateExpression'> {
  readonly tag: Node;
  readonly quasi: Node;
}

/** `object.property`, `object[property]`, `<object.property>`. */
export interface Member extends Of<'MemberExpression' | 'JSXMemberExpression'> {
  readonly object: Node;
  readonly property: Node;
  readonly computed?: boolean;
}

export interface Call extends Of<'CallExpression' | 'NewExpression'> {
  readonly callee: Node;
  readonly arguments: readonly Node[];
}

export interface FunctionNode extends Of<
  | 'FunctionDeclaration'
  | 'FunctionExpression'
  | 'ArrowFunctionExpression'
  | 'TSDeclareFunction'
  | 'TSEmptyBodyFunctionExpression'
> {
  readonly id?: Maybe<Name>;
  readonly params: readonly Node[];
  readonly async?: boolean;
  /** A block, or an arrow's expression; none in an overload. */
  readonly body?: Maybe<Node>;
  readonly returnType?: Maybe<RawType>;
}

/** `constructor(private name)`; the reader of TypeScript's tree makes one of each parameter. */
export interface ParameterProperty extends Of<'TSParameterProperty'> {
  readonly parameter: Node;
}

export interface ClassNode extends Of<'ClassDeclaration' | 'ClassExpression'> {
  readonly id?: Maybe<Name>;
  readonly superClass?: Maybe<Node>;
  readonly body: ClassBody;
}

export interface ClassBody extends Of<'ClassBody'> {
  readonly body: readonly Node[];
}

/** A method, whose value is a function, or a field. */
export interface ClassMember extends Of<
  | 'MethodDefinition'
  | 'PropertyDefinition'
  | 'AccessorProperty'
  | 'TSAbstractMethodDefinition'
  | 'TSAbstractPropertyDefinition'
  | 'TSAbstractAccessorProperty'
> {
  readonly key: Node;
  readonly computed?: boolean;
  readonly static?: boolean;
  readonly value?: Maybe<Node>;
}

export interface StaticBlock extends Of<'StaticBlock'> {
  readonly body: readonly Node[];
}

export interface ObjectExpression extends Of<'ObjectExpression'> {
  readonly properties: readonly Node[];
}

/** One of an object, or of a pattern, whose value is then a pattern. */
export interface Property extends Of<'Property'> {
  readonly key: Node;
  readonly computed?: boolean;
  readonly value: Node;
  readonly shorthand?: boolean;
}

export interface Spread extends Of<'SpreadElement' | 'JSXSpreadAttribute'> {
  readonly argument: Node;
}

export interface ArrayExpression extends Of<'ArrayExpression'> {
  readonly elements: readonly Maybe<Node>[];
}

export interface Conditional extends Of<'ConditionalExpression'> {
  readonly test: Node;
  readonly consequent: Node;
  readonly alternate: Node;
}

export interface Logical extends Of<'LogicalExpression'> {
  readonly operator: string;
  readonly left: Node;
  readonly right: Node;
}

export interface Binary extends Of<'BinaryExpression'> {
  readonly operator: string;
  readonly left: Node;
  readonly right: Node;
}

export interface Unary extends Of<'UnaryExpression'> {
  readonly operator: string;
  readonly argument: Node;
}

export interface Await extends Of<'AwaitExpression'> {
  readonly argument: Node;
}

export interface Assignment extends Of<'AssignmentExpression'> {
  readonly left: Node;
  readonly right: Node;
}

export interface Sequence extends Of<'SequenceExpression'> {
  readonly expressions: readonly Node[];
}

/** What holds an expression and leaves its value as it is: a cast, parentheses, an optional chain. */
export interface Transparent extends Of<
  | 'ChainExpression'
  | 'ParenthesizedExpression'
  | 'TSAsExpression'
  | 'TSSatisfiesExpression'
  | 'TSTypeAssertion'
  | 'TSNonNullExpression'
  | 'TSInstantiationExpression'
  | 'TypeCastExpression'
> {
  readonly expression: Node;
}

export interface JsxElement extends Of<'JSXElement'> {
  readonly openingElement: JsxOpening;
  readonly children: readonly Node[];
}

export interface JsxFragment extends Of<'JSXFragment'> {
  readonly children: readonly Node[];
}

export interface JsxOpening extends Of<'JSXOpeningElement'> {
  readonly name: Node;
  readonly attributes: readonly Node[];
}

export interface JsxAttribute extends Of<'JSXAttribute'> {
  readonly value?: Maybe<Node>;
}

/** `{expression}`, as a child or the value of an attribute. */
export interface JsxContainer extends Of<'JSXExpressionContainer' | 'JSXSpreadChild'> {
  readonly expression: Node;
}

export interface ObjectPattern extends Of<'ObjectPattern'> {
  readonly properties: readonly (Property | Rest)[];
}

export interface ArrayPattern extends Of<'ArrayPattern'> {
  readonly elements: readonly Maybe<Node>[];
}

/** `left = right` in a pattern. */
export interface DefaultPattern extends Of<'AssignmentPattern'> {
  readonly left: Node;
  readonly right: Node;
}

export interface Rest extends Of<'RestElement'> {
  readonly argument: Node;
}

export interface Block extends Of<'BlockStatement' | 'TSModuleBlock'> {
  readonly body: readonly Node[];
}

export interface Variables extends Of<'VariableDeclaration'> {
  readonly kind: string;
  readonly declarations: readonly Declarator[];
}

export interface Declarator extends Of<'VariableDeclarator'> {
  readonly id: Node;
  readonly init?: Maybe<Node>;
}

export interface Return extends Of<'ReturnStatement'> {
  readonly argument?: Maybe<Node>;
}

export type Jump = Of<'ThrowStatement' | 'BreakStatement' | 'ContinueStatement'>;

export interface If extends Of<'IfStatement'> {
  readonly test: Node;
  readonly consequent: Node;
  readonly alternate?: Maybe<Node>;
}

export interface Switch extends Of<'SwitchStatement'> {
  readonly discriminant: Node;
  readonly cases: readonly SwitchCase[];
}

export interface SwitchCase extends Of<'SwitchCase'> {
  readonly test?: Maybe<Node>;
  readonly consequent: readonly Node[];
}

export interface ExpressionStatement extends Of<'ExpressionStatement'> {
  readonly expression: Node;
  /** The text of a directive, between its quotes. */
  readonly directive?: Maybe<string>;
}

export interface Labeled extends Of<'LabeledStatement'> {
  readonly body: Node;
}

export interface Loop extends Of<'ForStatement' | 'WhileStatement' | 'DoWhileStatement'> {
  readonly body: Node;
}

export interface Iteration extends Of<'ForInStatement' | 'ForOfStatement'> {
  /** A declaration, or a pattern that is written to. */
  readonly left: Node;
  readonly right: Node;
  readonly body: Node;
  /** `for await (…)`. */
  readonly await?: boolean | undefined;
}

export interface Try extends Of<'TryStatement'> {
  readonly block: Node;
  readonly handler?: Maybe<Catch>;
  readonly finalizer?: Maybe<Node>;
}

export interface Catch extends Of<'CatchClause'> {
  readonly param?: Maybe<Node>;
  readonly body: Node;
}

export interface Import extends Of<'ImportDeclaration'> {
  readonly source: Literal;
  readonly importKind?: Maybe<string>;
  readonly specifiers: readonly ImportSpecifier[];
}

export interface ImportSpecifier extends Of<
  'ImportSpecifier' | 'ImportDefaultSpecifier' | 'ImportNamespaceSpecifier'
> {
  readonly imported?: ModuleName;
  readonly local: Name;
  readonly importKind?: Maybe<string>;
}

/** A name in an import or export, which may be a string. */
export type ModuleName = Name | Literal;

export interface ExportDefault extends Of<'ExportDefaultDeclaration'> {
  readonly declaration: Node;
}

/** `export const x`, `export { x }`, `export { x } from`. */
export interface ExportNamed extends Of<'ExportNamedDeclaration'> {
  readonly declaration?: Maybe<Node>;
  readonly source?: Maybe<Literal>;
  readonly specifiers: readonly ExportSpecifier[];
  readonly exportKind?: Maybe<string>;
}

export interface ExportSpecifier extends Of<'ExportSpecifier'> {
  readonly local: ModuleName;
  readonly exported: ModuleName;
  readonly exportKind?: Maybe<string>;
}

export interface ExportAll extends Of<'ExportAllDeclaration'> {
  readonly exported?: Maybe<ModuleName>;
  readonly exportKind?: Maybe<string>;
}

/** `export = value`. */
export interface ExportAssignment extends Of<'TSExportAssignment'> {
  readonly expression: Node;
}

export interface TypeAliasDeclaration extends Of<'TSTypeAliasDeclaration'> {
  readonly id: Name;
}

export interface InterfaceDeclaration extends Of<'TSInterfaceDeclaration'> {
  readonly id: Name;
}

/** Any other kind of node, where TypeScript's tree was read: there is no word for it in ESTree. */
export interface Other extends Of<'Other'> {
  readonly children: readonly Node[];
}

/** A name of which nothing more is known. */
export interface OtherDeclaration extends Of<
  'TSEnumDeclaration' | 'TSModuleDeclaration' | 'TSImportEqualsDeclaration'
> {
  readonly id?: Maybe<Node>;
}
