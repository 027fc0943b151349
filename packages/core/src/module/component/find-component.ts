import type { DefaultExportFacts } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { originOf } from '../scope/module-names.js';
import type { Call, ClassNode, ExportDefault, FunctionNode, Name, Node } from '../syntax/nodes.js';
import { childrenOf } from '../syntax/parts.js';
import type { TypeNode } from '../syntax/types.js';
import type { TextRange } from '../text-range.js';

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
export function findDefaultExport(
  statements: readonly Node[],
  bindings: Bindings,
): FoundExport | undefined {
  const found = statements
    .map((statement) => exportOf(statement, bindings))
    .find((each) => each !== undefined);
  return found ?? unfinishedExport(statements, bindings) ?? commonJsExport(statements, bindings);
}

/** `export default function L({ team })` with no body anywhere: it is being typed. */
function unfinishedExport(
  statements: readonly Node[],
  bindings: Bindings,
): FoundExport | undefined {
  for (const statement of statements) {
    if (statement.kind !== 'exportDefault' || statement.value.kind !== 'function') continue;
    return defaultOf(statement, bindings);
  }
  return undefined;
}

function defaultOf(statement: ExportDefault, bindings: Bindings): FoundExport {
  const { value, keyword } = statement;
  const found = resolve(value, { ...start, documented: [statement] }, bindings);
  return { facts: { range: span(keyword), ...found.facts }, component: found.component };
}

function exportOf(statement: Node, bindings: Bindings): FoundExport | undefined {
  if (statement.kind === 'exportAssignment') return unknownExport(statement);
  if (statement.kind === 'exportDefault') {
    const { value } = statement;
    // An overload, or a type: the value comes with another statement, or not at all.
    const isOverload = value.kind === 'function' && !value.body;
    if (isOverload || value.kind === 'interface' || value.kind === 'typeAlias') return undefined;
    return defaultOf(statement, bindings);
  }
  if (statement.kind === 'exportAll') {
    return statement.exported === 'default' && !statement.typeOnly
      ? { facts: { range: span(statement), kind: 'other' } }
      : undefined;
  }
  if (statement.kind !== 'exportNames') return undefined;
  const specifier = statement.specifiers.find((each) => each.exported === 'default');
  if (!specifier || specifier.typeOnly) return undefined;
  const range = span(specifier.local);
  if (statement.source !== undefined) {
    return { facts: { range, kind: 'unknown', source: statement.source } };
  }
  const found = resolve(specifier.local, start, bindings);
  return { facts: { range, ...found.facts }, component: found.component };
}

/** `module.exports = …` in a JavaScript file may export anything. */
function commonJsExport(statements: readonly Node[], bindings: Bindings): FoundExport | undefined {
  const assignment = statements.find(
    (statement) =>
      statement.kind === 'statement' &&
      statement.expression.kind === 'assign' &&
      isCommonJsExport(statement.expression.target, bindings),
  );
  return assignment && unknownExport(assignment);
}

function isCommonJsExport(target: Node, bindings: Bindings): boolean {
  const origin = originOf(target, bindings);
  if (!origin || origin.source !== undefined) return false;
  return /^(?:module\.exports|exports)(?:\.|$)/u.test(origin.name);
}

function unknownExport(range: TextRange): FoundExport {
  return { facts: { range: span(range), kind: 'unknown' } };
}

/** What has been passed on the way from the export to the component. */
interface Way {
  readonly name: Name | undefined;
  readonly wrapper: 'none' | 'react' | 'other';
  readonly types: readonly ComponentType[];
  readonly documented: readonly Node[];
  readonly steps: number;
}

const start: Way = { name: undefined, wrapper: 'none', types: [], documented: [], steps: 0 };
const mostSteps = 20;

interface Resolved {
  readonly facts: Pick<DefaultExportFacts, 'kind' | 'source'>;
  readonly component?: FoundComponent;
}

const unknown: Resolved = { facts: { kind: 'unknown' } };
const other: Resolved = { facts: { kind: 'other' } };

function resolve(node: Node, from: Way, bindings: Bindings): Resolved {
  const way = { ...from, steps: from.steps + 1 };
  if (way.steps > mostSteps) return unknown;
  switch (node.kind) {
    case 'function':
      return component(node, node.name ?? way.name, way);
    case 'class':
      return node.superclass ? component(node, node.name ?? way.name, way) : other;
    case 'name':
      return resolveName(node, way, bindings);
    case 'cast': {
      const type: readonly ComponentType[] = node.type
        ? [{ of: 'component', type: node.type }]
        : [];
      return resolve(node.expression, { ...way, types: [...type, ...way.types] }, bindings);
    }
    case 'call':
      return resolveCall(node, way, bindings);
    case 'constant':
    case 'object':
    case 'array':
    case 'jsx':
      return other;
    default:
      return unknown;
  }
}

function component(node: FunctionNode | ClassNode, name: Name | undefined, way: Way): Resolved {
  const { wrapper, types, documented } = way;
  // What some wrapper makes of a component is not to be seen here.
  const kind = wrapper === 'other' ? 'unknown' : 'component';
  return { facts: { kind }, component: { node, name, wrapper, types, documented } };
}

function resolveName(node: Name, way: Way, bindings: Bindings): Resolved {
  const binding = bindings.of(node);
  if (!binding) return node.name === 'undefined' ? other : unknown;
  // Whatever was assigned later counts, and is not followed.
  if (binding.references.some(({ write }) => write)) return unknown;
  const definition =
    binding.definitions.find((each) => each.kind !== 'function' || each.node.body !== undefined) ??
    binding.definitions[0];
  switch (definition?.kind) {
    case 'import':
      return { facts: { kind: 'unknown', source: definition.source } };
    case 'function':
    case 'class': {
      const documented = [declaring(definition.node, bindings), ...way.documented];
      return resolve(definition.node, { ...way, documented }, bindings);
    }
    case 'variable': {
      const { target, type, init } = definition.node;
      if (!init) return unknown;
      const types: readonly ComponentType[] = type ? [{ of: 'component', type }] : [];
      return resolve(
        init,
        {
          ...way,
          name: target.kind === 'name' ? target : way.name,
          types: [...types, ...way.types],
          documented: [declaring(definition.node, bindings), ...way.documented],
        },
        bindings,
      );
    }
    default:
      return unknown;
  }
}

/** The statement that a declaration is: what a comment is written before. */
function declaring(node: Node, bindings: Bindings): Node {
  const parent = bindings.parentOf(node);
  const isPart =
    parent?.kind === 'variables' ||
    parent?.kind === 'exportDeclaration' ||
    parent?.kind === 'exportDefault';
  return isPart ? declaring(parent, bindings) : node;
}

function resolveCall(node: Call, way: Way, bindings: Bindings): Resolved {
  const origin = originOf(node.callee, bindings);
  const isReact =
    origin?.source === 'react' && (origin.name === 'memo' || origin.name === 'forwardRef');
  if (isReact) {
    const [inner] = node.args;
    if (!inner) return unknown;
    const propsType = origin.name === 'memo' ? node.typeArgs[0] : node.typeArgs[1];
    const types: readonly ComponentType[] = propsType ? [{ of: 'props', type: propsType }] : [];
    const wrapper = way.wrapper === 'other' ? 'other' : 'react';
    const found = resolve(inner, { ...way, wrapper, types: [...types, ...way.types] }, bindings);
    // memo of anything is a component; forwardRef of anything is one, too.
    const kind = wrapper === 'react' ? 'component' : 'unknown';
    return { facts: { kind }, ...(found.component && { component: found.component }) };
  }
  if (node.isNew) return unknown;
  for (const argument of node.args) {
    const found = resolve(argument, { ...way, wrapper: 'other', types: [] }, bindings);
    if (found.component && looksLikeComponent(found.component)) return found;
  }
  return unknown;
}

/** Tells a component from a callback: a name in capitals, or JSX inside. */
function looksLikeComponent({ node, name }: FoundComponent): boolean {
  if (node.kind === 'class') return true;
  if (name && /^\p{Lu}/u.test(name.name)) return true;
  return node.body !== undefined && rendersJsx(node.body);
}

function rendersJsx(node: Node): boolean {
  return node.kind === 'jsx' || childrenOf(node).some(rendersJsx);
}

function span({ start: from, end }: TextRange): TextRange {
  return { start: from, end };
}
