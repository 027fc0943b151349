import type { Renderable } from '../prop-facts.js';
import type { TypeMember, TypeNode, TypeReference } from './type-nodes.js';
import { stepInto, type TypePath, type TypeScope } from './type-scope.js';

/** Types of React that hold an element. */
const elements: ReadonlySet<string> = new Set([
  'ReactNode',
  'ReactElement',
  'ReactChild',
  'JSX.Element',
  'JSXElement',
  'FunctionComponentElement',
  'AwaitedReactNode',
]);

/** Types of React that never hold an element. */
const noElements: ReadonlySet<string> = new Set([
  'FC',
  'FunctionComponent',
  'VFC',
  'ComponentType',
  'ComponentClass',
  'ElementType',
  'JSXElementConstructor',
  'LazyExoticComponent',
  'MemoExoticComponent',
  'ForwardRefExoticComponent',
  'ExoticComponent',
  'NamedExoticComponent',
  'CSSProperties',
  'Context',
  'RefObject',
  'MutableRefObject',
  'Key',
]);

/** Globals that never hold an element. */
const noElementGlobals: ReadonlySet<string> = new Set([
  'String',
  'Number',
  'Boolean',
  'Function',
  'Date',
  'Map',
  'Set',
  'RegExp',
]);

/** Members of which a type may have some and still hold an element. */
const elementMembers: ReadonlySet<string> = new Set(['type', 'props', 'key', '$$typeof', 'ref']);

/** Whether a type can hold a React element, which is what Next passes for a slot. */
export function renderable(
  type: TypeNode | undefined,
  scope: TypeScope,
  path: TypePath = [],
): Renderable {
  const visited = type && stepInto(type, path, scope);
  if (!visited) return 'unknown';
  const of = (inner: TypeNode | undefined) => renderable(inner, scope, visited);
  switch (type.kind) {
    case 'keyword':
      return keyword(type.name);
    case 'literal':
    case 'function':
      return 'no';
    case 'object':
      return objectVerdict(type.members, scope);
    case 'interface':
      return type.parts.length === 1 ? of(type.parts[0]) : 'unknown';
    case 'array':
      return of(type.element) === 'no' ? 'no' : 'unknown';
    case 'tuple':
      return 'unknown';
    case 'union':
      return unionVerdict(type.types.map(of));
    case 'intersection':
      return intersectionVerdict(type.types.map(of));
    case 'reference':
      return referenceVerdict(type, scope, visited);
    case 'mapped':
    case 'other':
      return 'unknown';
  }
}

function keyword(name: string): Renderable {
  if (name === 'any' || name === 'unknown') return 'yes';
  return name === 'object' || name === 'intrinsic' ? 'unknown' : 'no';
}

/** `{}` holds anything; other members than those of an element are a promise no element keeps. */
function objectVerdict(members: readonly TypeMember[], { steps }: TypeScope): Renderable {
  steps.spend(members.length);
  if (members.length === 0) return 'yes';
  return members.every(({ key }) => key && !elementMembers.has(key.name)) ? 'no' : 'unknown';
}

function unionVerdict(verdicts: readonly Renderable[]): Renderable {
  if (verdicts.includes('yes')) return 'yes';
  return verdicts.every((verdict) => verdict === 'no') ? 'no' : 'unknown';
}

function intersectionVerdict(verdicts: readonly Renderable[]): Renderable {
  if (verdicts.includes('no')) return 'no';
  return verdicts.every((verdict) => verdict === 'yes') ? 'yes' : 'unknown';
}

function referenceVerdict(type: TypeReference, scope: TypeScope, visited: TypePath): Renderable {
  const local = scope.lookUp(type);
  if (local) {
    return local.kind === 'type' ? renderable(local.type, local.scope, visited) : 'unknown';
  }
  const origin = scope.originOf(type);
  if (!origin) return 'unknown';
  const { source, name } = origin;
  const [argument] = type.args;
  if (source === 'react') {
    if (elements.has(name)) return 'yes';
    return noElements.has(name) ? 'no' : 'unknown';
  }
  if (source === undefined) {
    if (name === 'JSX.Element') return 'yes';
    if (noElementGlobals.has(name)) return 'no';
    if (name === 'NonNullable' || name === 'Awaited' || name === 'Readonly') {
      return renderable(argument, scope, visited);
    }
    const isList = name === 'Array' || name === 'ReadonlyArray';
    if (isList && renderable(argument, scope, visited) === 'no') return 'no';
  }
  return 'unknown';
}
