import type { Bindings } from '../scope/bindings.js';
import type { TypeNode } from '../syntax/types.js';
import { extendsReact } from './class-props.js';
import type { ComponentType, FoundComponent } from './find-component.js';
import type { TypePath, TypeScope } from './type-scope.js';

/** The type that a component's props have, and the scope to read it in. */
export interface PropsType {
  readonly type: TypeNode;
  readonly scope: TypeScope;
}

/** Finds the type of a component's props: at its parameter, else around it. */
export function propsTypeOf(
  component: FoundComponent,
  scope: TypeScope,
  bindings: Bindings,
): PropsType | undefined {
  const { node } = component;
  const inner = scope.within(node.typeParams);
  const own = node.kind === 'function' ? node.params[0]?.type : classPropsType(component, bindings);
  if (own) return { type: own, scope: inner };
  return fromTypes(component.types, scope);
}

function classPropsType({ node }: FoundComponent, bindings: Bindings): TypeNode | undefined {
  if (node.kind !== 'class') return undefined;
  const field = node.members.find(
    (member) => member.kind === 'classMember' && member.name === 'props' && !member.isStatic,
  );
  const declared = field?.kind === 'classMember' ? field.type : undefined;
  return (extendsReact(node, bindings) ? node.superTypeArgs[0] : undefined) ?? declared;
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
  if (path.includes(type)) return undefined;
  const way = [...path, type];
  if (type.kind === 'function') {
    const [props] = type.params;
    return props && { type: props, scope };
  }
  if (type.kind === 'intersection' || type.kind === 'union') {
    for (const each of type.types) {
      const found = fromComponentType(each, scope, way);
      if (found) return found;
    }
  }
  if (type.kind !== 'reference') return undefined;
  const local = scope.lookUp(type);
  if (local?.kind === 'type') return fromComponentType(local.type, local.scope, way);
  const origin = scope.originOf(type);
  const isComponent = origin?.source === 'react' && componentTypes.has(origin.name);
  const isNextPage = origin?.source === 'next' && origin.name === 'NextPage';
  const [props] = type.args;
  return (isComponent || isNextPage) && props ? { type: props, scope } : undefined;
}
