import { startOf } from './ranges.js';
import type { Node } from './nodes.js';
import { isRawNode } from './raw-node.js';

/**
 * The parts of each kind of node in which code runs or variables are named, in the order of the text:
 * not types, labels, keys and tags of HTML, whose names are none of variables.
 */
const parts = new Map(
  Object.entries({
    Identifier: '',
    JSXIdentifier: '',
    ThisExpression: '',
    Super: '',
    Literal: '',
    MetaProperty: '',
    PrivateIdentifier: '',
    TemplateLiteral: 'expressions',
    TaggedTemplateExpression: 'tag quasi',
    MemberExpression: 'object',
    JSXMemberExpression: 'object',
    CallExpression: 'callee arguments',
    NewExpression: 'callee arguments',
    FunctionDeclaration: 'id params body',
    FunctionExpression: 'id params body',
    ArrowFunctionExpression: 'params body',
    TSDeclareFunction: 'id params',
    TSEmptyBodyFunctionExpression: 'id params',
    TSParameterProperty: 'parameter',
    ClassDeclaration: 'decorators id superClass body',
    ClassExpression: 'decorators id superClass body',
    ClassBody: 'body',
    MethodDefinition: 'decorators value',
    PropertyDefinition: 'decorators value',
    AccessorProperty: 'decorators value',
    TSAbstractMethodDefinition: 'decorators value',
    TSAbstractPropertyDefinition: 'decorators value',
    TSAbstractAccessorProperty: 'decorators value',
    StaticBlock: 'body',
    TSIndexSignature: '',
    ObjectExpression: 'properties',
    Property: 'value',
    SpreadElement: 'argument',
    ArrayExpression: 'elements',
    ConditionalExpression: 'test consequent alternate',
    LogicalExpression: 'left right',
    BinaryExpression: 'left right',
    UnaryExpression: 'argument',
    AwaitExpression: 'argument',
    AssignmentExpression: 'left right',
    SequenceExpression: 'expressions',
    ChainExpression: 'expression',
    ParenthesizedExpression: 'expression',
    TSAsExpression: 'expression',
    TSSatisfiesExpression: 'expression',
    TSTypeAssertion: 'expression',
    TSNonNullExpression: 'expression',
    TSInstantiationExpression: 'expression',
    TypeCastExpression: 'expression',
    JSXElement: 'openingElement children',
    JSXFragment: 'children',
    JSXOpeningElement: 'name attributes',
    JSXNamespacedName: '',
    JSXAttribute: 'value',
    JSXSpreadAttribute: 'argument',
    JSXExpressionContainer: 'expression',
    JSXSpreadChild: 'expression',
    JSXEmptyExpression: '',
    JSXText: '',
    ObjectPattern: 'properties',
    ArrayPattern: 'elements',
    AssignmentPattern: 'left right',
    RestElement: 'argument',
    BlockStatement: 'body',
    VariableDeclaration: 'declarations',
    VariableDeclarator: 'id init',
    ReturnStatement: 'argument',
    BreakStatement: '',
    ContinueStatement: '',
    IfStatement: 'test consequent alternate',
    SwitchStatement: 'discriminant cases',
    SwitchCase: 'test consequent',
    ExpressionStatement: 'expression',
    LabeledStatement: 'body',
    ForStatement: 'init test update body',
    ForInStatement: 'left right body',
    ForOfStatement: 'left right body',
    TryStatement: 'block handler finalizer',
    CatchClause: 'param body',
    ImportDeclaration: 'specifiers',
    ImportSpecifier: 'local',
    ImportDefaultSpecifier: 'local',
    ImportNamespaceSpecifier: 'local',
    ExportDefaultDeclaration: 'declaration',
    ExportSpecifier: 'local',
    ExportAllDeclaration: '',
    TSTypeAliasDeclaration: '',
    TSInterfaceDeclaration: '',
    TSEnumMember: 'initializer',
    TSModuleDeclaration: 'id body',
    TSImportEqualsDeclaration: 'id',
    TSNamespaceExportDeclaration: '',
  }).map(([type, keys]) => [type, keys === '' ? [] : keys.split(' ')]),
);

/** Every node right below a node in which code runs or variables are named. */
export function childrenOf(node: Node): readonly Node[] {
  const keys = keysOf(node);
  // What has no meaning of its own here; the names in its types are none of variables.
  if (!keys) return allBelow(node).filter(({ type }) => !typeNode.test(type));
  const children: Node[] = [];
  for (const key of keys) addNodes(node[key as keyof Node], children);
  return children;
}

/** Every node right below a node, in the order of the text. */
export function allBelow(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (const [key, part] of Object.entries(node)) {
    if (!noParts.has(key)) addNodes(part, children);
  }
  return children.sort((a, b) => startOf(a) - startOf(b));
}

function addNodes(part: unknown, to: Node[]): void {
  if (Array.isArray(part)) for (const each of part) addNodes(each, to);
  else if (isNode(part)) to.push(part);
}

/** Undefined for any other kind of node. */
function keysOf(node: Node): readonly string[] | undefined {
  const keys = parts.get(node.type);
  switch (node.type) {
    case 'MemberExpression':
      return node.computed ? ['object', 'property'] : keys;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
    case 'TSAbstractMethodDefinition':
    case 'TSAbstractPropertyDefinition':
    case 'TSAbstractAccessorProperty':
      return node.computed ? ['decorators', 'key', 'value'] : keys;
    case 'ExportNamedDeclaration':
      // What is passed on from another module is no variable of this one.
      return node.source ? [] : ['declaration', 'specifiers'];
    case 'TSEnumDeclaration':
      // Babel 7 has the members right here, of which typescript-eslint warns whoever reads them.
      return 'body' in node ? ['id', 'body'] : ['id', 'members'];
    default:
      return keys;
  }
}

/** Keys that hold no part of the syntax, or lead upwards. */
const noParts: ReadonlySet<string> = new Set([
  'parent',
  'loc',
  'range',
  'tokens',
  'comments',
  'leadingComments',
  'trailingComments',
  'innerComments',
  'extra',
  'errors',
]);

/** What a type is made of; its names are none of variables. */
const typeNode = /^TS(?!\w*(?:Expression|Assertion|Declaration|Block|Member|Function)$)/u;

/** Whether a value is a node of some tree. */
export function isNode(value: unknown): value is Node {
  return isRawNode(value);
}
