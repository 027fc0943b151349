import type { Bindings } from '../scope/bindings.js';
import { isFunction } from '../ast/functions.js';
import { keyOf } from '../ast/keys.js';
import type { ClassNode } from '../ast/nodes.js';
import { firstParameter } from '../ast/parameters.js';
import type { TypeReader } from './type-reader.js';
import type { TypeNode } from './type-nodes.js';
import { classMembers, extendsReact } from '../component/class-props.js';
import type { ComponentContext } from '../component/component-context.js';
import type { ComponentType, FoundComponent } from '../component/find-component.js';
import { innerScope, stepInto, type TypePath, type TypeScope } from './type-scope.js';

/** The type that a component's props have, and the scope to read it in. */
export interface PropsType {
  readonly type: TypeNode;
  readonly scope: TypeScope;
}

/** Finds the type of a component's props: at its parameter, else around it. */
export function propsTypeOf(
  component: FoundComponent,
  { module, types: scope, bindings }: ComponentContext,
): PropsType | undefined {
  const { node } = component;
  const inner = innerScope(scope, module.types.params(node));
  const own = isFunction(node)
    ? module.types.type(firstParameter(node)?.type)
    : classPropsType(node, module.types, bindings);
  if (own) return { type: own, scope: inner };
  return fromTypes(component.types, scope);
}

function classPropsType(
  node: ClassNode,
  types: TypeReader,
  bindings: Bindings,
): TypeNode | undefined {
  const field = classMembers(node).find((member) => keyOf(member) === 'props' && !member.static);
  const declared = types.type(field?.typeAnnotation);
  return (extendsReact(node, bindings) ? types.superArgs(node)[0] : undefined) ?? declared;
}

/** The type of the props as the types around a component give it, the nearest first. */
export function fromTypes(
  types: readonly ComponentType[],
  scope: TypeScope,
): PropsType | undefined {
  for (const { of, type } of types) {
    const found = of === 'props' ? { type, scope } : fromComponentType(type, scope, []);
    if (found) return found;
  }
  return undefined;
}

/** Types that take the type of the props as their first argument. */
const componentTypes: ReadonlySet<string> = new Set([
  'FC',
  'FunctionComponent',
  'VFC',
  'VoidFunctionComponent',
  'ComponentType',
  'ComponentClass',
  'JSXElementConstructor',
  'NamedExoticComponent',
]);

function fromComponentType(
  type: TypeNode,
  scope: TypeScope,
  path: TypePath,
): PropsType | undefined {
  const visited = stepInto(type, path, scope);
  if (!visited) return undefined;
  if (type.kind === 'function') {
    const [props] = type.params;
    return props && { type: props, scope };
  }
  if (type.kind === 'intersection' || type.kind === 'union') {
    for (const each of type.types) {
      const found = fromComponentType(each, scope, visited);
      if (found) return found;
    }
  }
  if (type.kind !== 'reference') return undefined;
  const local = scope.lookUp(type);
  if (local?.kind === 'type') return fromComponentType(local.type, local.scope, visited);
  const [props] = type.args;
  return props && takesProps(type, scope) ? { type: props, scope } : undefined;
}

/** Whether a type is one whose argument, written or not, is the type of the props. */
export function takesProps(type: TypeNode, scope: TypeScope): boolean {
  if (type.kind !== 'reference' || scope.lookUp(type)) return false;
  const { source, name = '' } = scope.originOf(type) ?? {};
  return source === 'react' ? componentTypes.has(name) : source === 'next' && name === 'NextPage';
}
