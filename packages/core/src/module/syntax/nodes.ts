import type { TextRange } from '../text-range.js';
import type { ObjectType, TypeNode, TypeParameter } from './types.js';

/**
 * The neutral form of a module's code. Both readers translate their tree into it, so that what code
 * means is written once. It keeps what the analysis asks about; everything else is `other` with its
 * children. Parentheses and optional chains are gone. Every range is in UTF-16 code units.
 */
export type Node =
  | Name
  | This
  | Super
  | StringNode
  | Constant
  | Member
  | Call
  | FunctionNode
  | ClassNode
  | ClassMember
  | ObjectNode
  | Property
  | Spread
  | ArrayNode
  | Conditional
  | Logical
  | Binary
  | Unary
  | Await
  | Assign
  | Cast
  | Sequence
  | Jsx
  | JsxAttribute
  | Parameter
  | ObjectPattern
  | PatternProperty
  | PatternRest
  | ArrayPattern
  | DefaultPattern
  | Statement
  | Other;

/** What can stand for another name: declarations, parameters, assignments. */
export type Pattern = Name | ObjectPattern | ArrayPattern | DefaultPattern | Node;

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
  | Loop
  | Try
  | Catch
  | Import
  | ExportDefault
  | ExportNames
  | ExportAll
  | ExportAssignment
  | ExportDeclaration
  | TypeAlias
  | Interface
  | OtherDeclaration;

/** A whole module. */
export interface Module {
  readonly text: string;
  readonly statements: readonly Node[];
  readonly directives: readonly string[];
  /** The parser had something to complain about. */
  readonly partial: boolean;
}

interface Of<Kind extends string> extends TextRange {
  readonly kind: Kind;
}

/** An identifier that refers to a variable or declares one. Empty where the parser made it up. */
export interface Name extends Of<'name'> {
  readonly name: string;
}

export type This = Of<'this'>;

export type Super = Of<'super'>;

/** A string literal, or a template without placeholders. */
export interface StringNode extends Of<'string'> {
  readonly value: string;
}

/** Any other literal. */
export type Constant = Of<'constant'>;

/** `object.property`, `object['property']` or `object[computed]`. */
export interface Member extends Of<'member'> {
  readonly object: Node;
  readonly form: 'member' | 'element';
  /** Undefined for `object[computed]` and private names. */
  readonly property?: string | undefined;
  /** `property`, or `'property'` with quotes, or the computed expression. */
  readonly propertyRange: TextRange;
  readonly computed?: Node | undefined;
}

export interface Call extends Of<'call'> {
  readonly callee: Node;
  readonly args: readonly Node[];
  readonly typeArgs: readonly TypeNode[];
  readonly isNew: boolean;
}

export interface FunctionNode extends Of<'function'> {
  readonly form: 'declaration' | 'expression' | 'arrow';
  readonly name?: Name | undefined;
  readonly params: readonly Parameter[];
  readonly async: boolean;
  readonly typeParams: readonly TypeParameter[];
  /** A block, or an arrow's expression; undefined for an overload. */
  readonly body?: Node | undefined;
  readonly result?: TypeNode | undefined;
  readonly decorators: readonly Node[];
}

export interface Parameter extends Of<'parameter'> {
  readonly target: Pattern;
  readonly type?: TypeNode | undefined;
  readonly default?: Node | undefined;
  readonly rest: boolean;
}

export interface ClassNode extends Of<'class'> {
  readonly form: 'declaration' | 'expression';
  readonly name?: Name | undefined;
  readonly superclass?: Node | undefined;
  readonly superTypeArgs: readonly TypeNode[];
  readonly typeParams: readonly TypeParameter[];
  readonly members: readonly Node[];
  readonly decorators: readonly Node[];
}

/** A method (its value is a function) or a field. */
export interface ClassMember extends Of<'classMember'> {
  readonly name?: string | undefined;
  readonly isStatic: boolean;
  readonly computed?: Node | undefined;
  readonly value?: Node | undefined;
  readonly type?: TypeNode | undefined;
  readonly decorators: readonly Node[];
}

export interface ObjectNode extends Of<'object'> {
  readonly properties: readonly Node[];
}

export interface Property extends Of<'property'> {
  readonly key?: string | undefined;
  readonly computed?: Node | undefined;
  readonly value: Node;
  readonly shorthand: boolean;
}

export interface Spread extends Of<'spread'> {
  readonly argument: Node;
}

export interface ArrayNode extends Of<'array'> {
  readonly elements: readonly Node[];
}

export interface Conditional extends Of<'conditional'> {
  readonly test: Node;
  readonly then: Node;
  readonly otherwise: Node;
}

export interface Logical extends Of<'logical'> {
  readonly operator: string;
  readonly left: Node;
  readonly right: Node;
}

export interface Binary extends Of<'binary'> {
  readonly operator: string;
  readonly left: Node;
  readonly right: Node;
}

export interface Unary extends Of<'unary'> {
  readonly operator: string;
  readonly argument: Node;
}

export interface Await extends Of<'await'> {
  readonly argument: Node;
}

export interface Assign extends Of<'assign'> {
  readonly operator: string;
  readonly target: Pattern;
  readonly value: Node;
}

/** Anything that changes the type and not the value: `as`, `satisfies`, `!`, `<T>x`, `f<T>`. */
export interface Cast extends Of<'cast'> {
  readonly expression: Node;
  readonly type?: TypeNode | undefined;
}

export interface Sequence extends Of<'sequence'> {
  readonly expressions: readonly Node[];
}

/** An element or a fragment. */
export interface Jsx extends Of<'jsx'> {
  /** The variable or member that is rendered; undefined for fragments and HTML elements. */
  readonly tag?: Node | undefined;
  readonly typeArgs: readonly TypeNode[];
  /** Attributes and spreads. */
  readonly attributes: readonly Node[];
  /** Elements and expressions, without text. */
  readonly children: readonly Node[];
}

export interface JsxAttribute extends Of<'jsxAttribute'> {
  readonly name: string;
  /** An expression or an element; undefined for strings and for none. */
  readonly value?: Node | undefined;
}

/** `{ … }` that takes a value apart; its range is from brace to brace. */
export interface ObjectPattern extends Of<'objectPattern'> {
  readonly properties: readonly PatternProperty[];
  readonly rest?: PatternRest | undefined;
}

export interface PatternProperty extends Of<'patternProperty'> {
  /** Undefined where it is computed. */
  readonly key?: string | undefined;
  /** The key as written, quotes included; the expression where it is computed. */
  readonly keyRange: TextRange;
  readonly quoted: boolean;
  readonly computed?: Node | undefined;
  readonly target: Pattern;
  readonly default?: Node | undefined;
  readonly shorthand: boolean;
}

export interface PatternRest extends Of<'patternRest'> {
  readonly target: Pattern;
}

export interface ArrayPattern extends Of<'arrayPattern'> {
  readonly elements: readonly Pattern[];
}

export interface DefaultPattern extends Of<'defaultPattern'> {
  readonly target: Pattern;
  readonly default: Node;
}

export interface Block extends Of<'block'> {
  readonly statements: readonly Node[];
}

export interface Variables extends Of<'variables'> {
  readonly declare: 'var' | 'let' | 'const';
  readonly declarators: readonly Declarator[];
}

export interface Declarator extends Of<'declarator'> {
  readonly target: Pattern;
  readonly type?: TypeNode | undefined;
  readonly init?: Node | undefined;
}

export interface Return extends Of<'return'> {
  readonly argument?: Node | undefined;
}

/** `throw`, `break`, `continue`. */
export interface Jump extends Of<'jump'> {
  readonly how: 'throw' | 'break' | 'continue';
  readonly argument?: Node | undefined;
}

export interface If extends Of<'if'> {
  readonly test: Node;
  readonly then: Node;
  readonly otherwise?: Node | undefined;
}

export interface Switch extends Of<'switch'> {
  readonly discriminant: Node;
  readonly cases: readonly SwitchCase[];
}

export interface SwitchCase extends Of<'case'> {
  readonly test?: Node | undefined;
  readonly body: readonly Node[];
}

export interface ExpressionStatement extends Of<'statement'> {
  readonly expression: Node;
}

/** `for`, `while`, `do`; what `of` and `in` assign to stands in `targets`. */
export interface Loop extends Of<'loop'> {
  readonly targets: readonly Pattern[];
  readonly header: readonly Node[];
  /** What `of` and `in` go through. */
  readonly over?: Node | undefined;
  readonly body: Node;
}

export interface Try extends Of<'try'> {
  readonly block: Node;
  readonly handler?: Catch | undefined;
  readonly finalizer?: Node | undefined;
}

export interface Catch extends Of<'catch'> {
  readonly target?: Pattern | undefined;
  readonly body: Node;
}

export interface Import extends Of<'import'> {
  readonly source: string;
  readonly specifiers: readonly ImportSpecifier[];
}

export interface ImportSpecifier {
  /** `default`, or `*` for the namespace. */
  readonly imported: string;
  readonly local: Name;
  readonly typeOnly: boolean;
}

export interface ExportDefault extends Of<'exportDefault'> {
  readonly keyword: TextRange;
  readonly value: Node;
}

export interface ExportNames extends Of<'exportNames'> {
  readonly source?: string | undefined;
  readonly specifiers: readonly ExportSpecifier[];
}

export interface ExportSpecifier {
  /** The name here, or in the source. */
  readonly local: Name;
  readonly exported: string;
  readonly typeOnly: boolean;
}

/** `export * from`, `export * as name from`. */
export interface ExportAll extends Of<'exportAll'> {
  readonly source: string;
  readonly exported?: string | undefined;
  readonly typeOnly: boolean;
}

/** `export = value`. */
export interface ExportAssignment extends Of<'exportAssignment'> {
  readonly value: Node;
}

export interface ExportDeclaration extends Of<'exportDeclaration'> {
  readonly declaration: Node;
}

export interface TypeAlias extends Of<'typeAlias'> {
  readonly name: Name;
  readonly typeParams: readonly TypeParameter[];
  readonly type: TypeNode;
}

export interface Interface extends Of<'interface'> {
  readonly name: Name;
  readonly typeParams: readonly TypeParameter[];
  readonly extends: readonly TypeNode[];
  readonly body: ObjectType;
}

/** An enum, a namespace, `import x = …`: a name of which nothing more is known. */
export interface OtherDeclaration extends Of<'otherDeclaration'> {
  readonly name?: Name | undefined;
  readonly children: readonly Node[];
}

/** Anything else; its children may refer to variables. */
export interface Other extends Of<'other'> {
  readonly children: readonly Node[];
  readonly types: readonly TypeNode[];
}
