import type { DefaultExportFacts } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { outsideName } from '../scope/module-names.js';
import { defaultKeyword } from '../ast/default-keyword.js';
import { isFunction } from '../ast/functions.js';
import type {
  Call,
  ClassNode,
  ExportDefault,
  ExportNamed,
  FunctionNode,
  Name,
  Node,
} from '../ast/nodes.js';
import { childrenOf } from '../ast/parts.js';
import { nameRange } from '../ast/name-range.js';
import { rangeOf } from '../ast/ranges.js';
import { isOfTypes, moduleName } from '../ast/specifiers.js';
import { isWrapper } from '../ast/wrappers.js';
import type { TextRange } from '../text-range.js';
import type { TypeNode } from '../types/type-nodes.js';
import type { ModuleCode } from './component-context.js';

/** The component that a module exports by default, and what stands around it. */
export interface FoundComponent {
  readonly node: FunctionNode | ClassNode;
  readonly name?: Name | undefined;
  readonly wrapper: 'none' | 'react' | 'other';
  /** Types of the component written around it, the nearest first: `const L: FC<P>`. */
  readonly types: readonly ComponentType[];
  /** The declarations and exports that a JSDoc comment before can belong to, the nearest first. */
  readonly documented: readonly Node[];
}

/** A type around a component: of the whole component, or of its props alone. */
export interface ComponentType {
  readonly of: 'component' | 'props';
  readonly type: TypeNode;
}

/** The default export, and the component where it is one to be seen. */
export interface FoundExport {
  readonly facts: DefaultExportFacts;
  readonly component?: FoundComponent | undefined;
}

/** Finds what a module exports by default; undefined where that is certainly nothing. */
export function findDefaultExport(code: ModuleCode): FoundExport | undefined {
  const { statements } = code.module;
  const found = statements
    .map((statement) => exportOf(statement, code))
    .find((each) => each !== undefined);
  return found ?? unfinishedExport(code) ?? commonJsExport(code);
}

/** `export default function L({ team })` with no body anywhere: it is being typed. */
function unfinishedExport(code: ModuleCode): FoundExport | undefined {
  for (const statement of code.module.statements) {
    if (statement.type !== 'ExportDefaultDeclaration') continue;
    if (isFunction(statement.declaration)) return defaultOf(statement, code);
  }
  return undefined;
}

function defaultOf(statement: ExportDefault, code: ModuleCode): FoundExport {
  const found = resolve(statement.declaration, { ...start, documented: [statement] }, code);
  return exportAt(defaultKeyword(code.module.text, statement), found, code);
}

function exportAt(range: TextRange, { facts, component }: Resolved, code: ModuleCode): FoundExport {
  const name = component?.name;
  const nameAt = name ? nameRange(code.module.text, name) : component && range;
  return { facts: { range, ...facts, nameRange: nameAt }, component };
}

function exportOf(statement: Node, code: ModuleCode): FoundExport | undefined {
  switch (statement.type) {
    case 'TSExportAssignment':
      return unknownExport(statement);
    case 'ExportDefaultDeclaration':
      return isNoValue(statement.declaration) ? undefined : defaultOf(statement, code);
    case 'ExportAllDeclaration':
      return moduleName(statement.exported) === 'default' && !isOfTypes(statement.exportKind)
        ? { facts: { range: rangeOf(statement), kind: 'other' } }
        : undefined;
    case 'ExportNamedDeclaration':
      return exportNamedDefault(statement, code);
    default:
      return undefined;
  }
}

/** An overload, or a type: the value comes with another statement, or not at all. */
function isNoValue(node: Node): boolean {
  if (isFunction(node)) return !node.body;
  return node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration';
}

/** `export { L as default }`. */
function exportNamedDefault(
  { specifiers, source, exportKind }: ExportNamed,
  code: ModuleCode,
): FoundExport | undefined {
  const specifier = specifiers.find(({ exported }) => moduleName(exported) === 'default');
  if (!specifier || isOfTypes(exportKind) || isOfTypes(specifier.exportKind)) return undefined;
  const { local } = specifier;
  const range = rangeOf(local);
  if (source) return { facts: { range, kind: 'unknown', source: moduleName(source) } };
  return exportAt(range, resolve(local, start, code), code);
}

/** `module.exports = …` in a JavaScript file may export anything. */
function commonJsExport({ module, bindings }: ModuleCode): FoundExport | undefined {
  const assignment = module.statements.find(
    (statement) =>
      statement.type === 'ExpressionStatement' &&
      statement.expression.type === 'AssignmentExpression' &&
      isCommonJsExport(statement.expression.left, bindings),
  );
  return assignment && unknownExport(assignment);
}

function isCommonJsExport(target: Node, bindings: Bindings): boolean {
  return /^(?:module\.)?exports(?:\.\S+)?$/u.test(outsideName(target, bindings) ?? '');
}

function unknownExport(statement: Node): FoundExport {
  return { facts: { range: rangeOf(statement), kind: 'unknown' } };
}

/** What stands between the export and the component. */
interface ExportPath extends Omit<FoundComponent, 'node'> {
  readonly depth: number;
}

const start: ExportPath = { wrapper: 'none', types: [], documented: [], depth: 0 };
const deepest = 20;

interface Resolved {
  readonly facts: Pick<DefaultExportFacts, 'kind' | 'source'>;
  readonly component?: FoundComponent;
}

const unknown: Resolved = { facts: { kind: 'unknown' } };
const other: Resolved = { facts: { kind: 'other' } };

function resolve(node: Node, from: ExportPath, code: ModuleCode): Resolved {
  code.module.steps.spend();
  const path = { ...from, depth: from.depth + 1 };
  if (path.depth > deepest) return unknown;
  if (isFunction(node)) return component(node, path);
  if (isWrapper(node)) {
    const types = typesOf('component', code.module.types.type(node.typeAnnotation));
    return resolve(node.expression, { ...path, types: [...types, ...path.types] }, code);
  }
  switch (node.type) {
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.superClass ? component(node, path) : other;
    case 'Identifier':
      return resolveName(node, path, code);
    case 'CallExpression':
    case 'NewExpression':
      return resolveCall(node, path, code);
    case 'Literal':
      return typeof node.value === 'string' ? unknown : other;
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'JSXElement':
    case 'JSXFragment':
      return other;
    default:
      return unknown;
  }
}

function typesOf(of: ComponentType['of'], type: TypeNode | undefined): readonly ComponentType[] {
  return type ? [{ of, type }] : [];
}

function component(
  node: FoundComponent['node'],
  { name: outer, wrapper, types, documented }: ExportPath,
): Resolved {
  const name = node.id ?? outer;
  // What some wrapper makes of a component is not to be seen here.
  const kind = wrapper === 'other' ? 'unknown' : 'component';
  return { facts: { kind }, component: { node, name, wrapper, types, documented } };
}

function resolveName(node: Name, path: ExportPath, code: ModuleCode): Resolved {
  const binding = code.bindings.of(node);
  if (!binding) return node.name === 'undefined' ? other : unknown;
  // Whatever was assigned later counts, and is not followed.
  if (binding.writes.length > 0) return unknown;
  const definition =
    binding.definitions.find((each) => each.kind !== 'function' || each.node.body) ??
    binding.definitions[0];
  switch (definition?.kind) {
    case 'import':
      return { facts: { kind: 'unknown', source: definition.source } };
    case 'function':
    case 'class': {
      const documented = [declaring(definition.node, code), ...path.documented];
      return resolve(definition.node, { ...path, documented }, code);
    }
    case 'variable': {
      const { id, init } = definition.node;
      if (!init) return unknown;
      const types = typesOf('component', code.module.types.type(id.typeAnnotation));
      return resolve(
        init,
        {
          ...path,
          name: id.type === 'Identifier' ? id : path.name,
          types: [...types, ...path.types],
          documented: [declaring(definition.node, code), ...path.documented],
        },
        code,
      );
    }
    default:
      return unknown;
  }
}

/** The statement that a declaration is: what a comment is written before. */
function declaring(node: Node, code: ModuleCode): Node {
  const parent = code.bindings.parentOf(node);
  switch (parent?.type) {
    case 'VariableDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return declaring(parent, code);
    default:
      return node;
  }
}

function resolveCall(node: Call, path: ExportPath, code: ModuleCode): Resolved {
  const callee = outsideName(node.callee, code.bindings);
  if (callee === 'react memo' || callee === 'react forwardRef') {
    const [inner] = node.arguments;
    if (!inner) return unknown;
    const args = code.module.types.args(node);
    const types = typesOf('props', callee === 'react memo' ? args[0] : args[1]);
    const wrapper = path.wrapper === 'other' ? 'other' : 'react';
    const found = resolve(inner, { ...path, wrapper, types: [...types, ...path.types] }, code);
    // memo of anything is a component; forwardRef of anything is one, too.
    const kind = wrapper === 'react' ? 'component' : 'unknown';
    return { facts: { kind }, ...(found.component && { component: found.component }) };
  }
  if (node.type === 'NewExpression') return unknown;
  for (const argument of node.arguments) {
    const found = resolve(argument, { ...path, wrapper: 'other', types: [] }, code);
    if (found.component && looksLikeComponent(found.component, code)) return found;
  }
  return unknown;
}

/** Tells a component from a callback: a name in capitals, or JSX inside. */
function looksLikeComponent({ node, name }: FoundComponent, code: ModuleCode): boolean {
  if (!isFunction(node)) return true;
  if (name && /^\p{Lu}/u.test(name.name)) return true;
  return Boolean(node.body && rendersJsx(node.body, code));
}

function rendersJsx(node: Node, code: ModuleCode): boolean {
  code.module.steps.spend();
  const isJsx = node.type === 'JSXElement' || node.type === 'JSXFragment';
  return isJsx || childrenOf(node).some((child) => rendersJsx(child, code));
}
