import type { Node } from './nodes.js';
import type { TypeNode } from './types.js';

/** Every node right below a node, in the order of evaluation, declared names included. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'name':
    case 'this':
    case 'super':
    case 'string':
    case 'constant':
    case 'exportAll':
    case 'typeAlias':
    case 'interface':
      return [];
    case 'member':
      return present(node.object, node.computed);
    case 'call':
      return [node.callee, ...node.args];
    case 'function':
      return [...node.decorators, ...present(node.name), ...node.params, ...present(node.body)];
    case 'parameter':
      return present(node.target, node.default);
    case 'class':
      return [...node.decorators, ...present(node.name, node.superclass), ...node.members];
    case 'classMember':
      return [...node.decorators, ...present(node.computed, node.value)];
    case 'object':
      return node.properties;
    case 'property':
      return present(node.computed, node.value);
    case 'spread':
    case 'unary':
    case 'await':
      return [node.argument];
    case 'array':
      return node.elements;
    case 'conditional':
      return [node.test, node.then, node.otherwise];
    case 'logical':
    case 'binary':
      return [node.left, node.right];
    case 'assign':
      return [node.target, node.value];
    case 'cast':
      return [node.expression];
    case 'sequence':
      return node.expressions;
    case 'jsx':
      return [...present(node.tag), ...node.attributes, ...node.children];
    case 'jsxAttribute':
      return present(node.value);
    case 'objectPattern':
      return [...node.properties, ...present(node.rest)];
    case 'patternProperty':
      return present(node.computed, node.target, node.default);
    case 'patternRest':
      return [node.target];
    case 'arrayPattern':
      return node.elements;
    case 'defaultPattern':
      return [node.target, node.default];
    case 'block':
      return node.statements;
    case 'variables':
      return node.declarators;
    case 'declarator':
      return present(node.target, node.init);
    case 'return':
    case 'jump':
      return present(node.argument);
    case 'if':
      return present(node.test, node.then, node.otherwise);
    case 'switch':
      return [node.discriminant, ...node.cases];
    case 'case':
      return [...present(node.test), ...node.body];
    case 'statement':
      return [node.expression];
    case 'loop':
      return [...node.targets, ...node.header, ...present(node.over), node.body];
    case 'try':
      return present(node.block, node.handler, node.finalizer);
    case 'catch':
      return present(node.target, node.body);
    case 'import':
      return node.specifiers.map(({ local }) => local);
    case 'exportDefault':
    case 'exportAssignment':
      return [node.value];
    case 'exportNames':
      return node.source === undefined ? node.specifiers.map(({ local }) => local) : [];
    case 'exportDeclaration':
      return [node.declaration];
    case 'otherDeclaration':
      return [...present(node.name), ...node.children];
    case 'other':
      return node.children;
  }
}

/** Every type right below a node. */
export function typesOf(node: Node): readonly TypeNode[] {
  switch (node.kind) {
    case 'function':
      return [...constraints(node), ...present(node.result)];
    case 'parameter':
    case 'classMember':
    case 'declarator':
    case 'cast':
      return present(node.type);
    case 'class':
      return [...constraints(node), ...node.superTypeArgs];
    case 'call':
    case 'jsx':
      return node.typeArgs;
    case 'other':
      return node.types;
    case 'typeAlias':
      return [...constraints(node), node.type];
    case 'interface':
      return [...constraints(node), ...node.extends, node.body];
    default:
      return [];
  }
}

/** Every type right below a type. */
export function typesBelow(type: TypeNode): readonly TypeNode[] {
  switch (type.kind) {
    case 'keyword':
    case 'literal':
      return [];
    case 'reference':
      return type.args;
    case 'object':
      return present(...type.members.map((member) => member.type));
    case 'union':
    case 'intersection':
      return type.types;
    case 'array':
      return [type.element];
    case 'tuple':
      return type.elements;
    case 'function':
      return present(...type.params, type.result);
    case 'mapped':
      return present(type.keys, type.value);
    case 'other':
      return type.children;
  }
}

interface Generic {
  readonly typeParams: readonly {
    readonly constraint?: TypeNode | undefined;
    readonly default?: TypeNode | undefined;
  }[];
}

function constraints(node: Generic): readonly TypeNode[] {
  return node.typeParams.flatMap((param) => present(param.constraint, param.default));
}

function present<T>(...values: readonly (T | undefined)[]): readonly T[] {
  return values.filter((value) => value !== undefined);
}
