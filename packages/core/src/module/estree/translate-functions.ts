import type { FunctionNode, Parameter } from '../syntax/nodes.js';
import { childOf, listOf, rangeOf, textOf, type RawNode } from './raw-node.js';
import { propertyKey } from './translate-keys.js';
import type { Translation, Translator } from './translator.js';

const forms: Readonly<Record<string, 'declaration' | 'arrow'>> = {
  FunctionDeclaration: 'declaration',
  TSDeclareFunction: 'declaration',
  ArrowFunctionExpression: 'arrow',
};

/** A function of any kind; Babel's methods are functions themselves. */
export const functionNode = (raw: RawNode, t: Translator): FunctionNode => {
  const id = childOf(raw, 'id');
  const body = childOf(raw, 'body');
  return {
    kind: 'function',
    ...rangeOf(raw),
    form: forms[raw.type] ?? 'expression',
    name: id ? t.name(id) : undefined,
    params: listOf(raw, 'params')
      .filter((param) => textOf(param, 'name') !== 'this')
      .map((param) => parameter(param, t)),
    async: raw['async'] === true,
    typeParams: t.typeParams(raw),
    body: t.optional(body),
    result: t.type(childOf(raw, 'returnType')),
    decorators: [],
  };
};

function parameter(raw: RawNode, t: Translator): Parameter {
  if (raw.type === 'TSParameterProperty') {
    const inner = childOf(raw, 'parameter');
    if (inner) return { ...parameter(inner, t), ...rangeOf(raw) };
  }
  const range = rangeOf(raw);
  if (raw.type === 'RestElement') {
    const target = childOf(raw, 'argument');
    const type = childOf(raw, 'typeAnnotation') ?? (target && childOf(target, 'typeAnnotation'));
    return {
      kind: 'parameter',
      ...range,
      target: t.pattern(target),
      type: t.type(type),
      rest: true,
    };
  }
  if (raw.type === 'AssignmentPattern') {
    const target = childOf(raw, 'left');
    const type = target && childOf(target, 'typeAnnotation');
    return {
      kind: 'parameter',
      ...range,
      target: t.pattern(target),
      type: t.type(type),
      default: t.optional(childOf(raw, 'right')),
      rest: false,
    };
  }
  return {
    kind: 'parameter',
    ...range,
    target: t.pattern(raw),
    type: t.type(childOf(raw, 'typeAnnotation')),
    rest: false,
  };
}

const classNode: Translation = (raw, t) => {
  const id = childOf(raw, 'id');
  const superclass = childOf(raw, 'superClass');
  return {
    kind: 'class',
    ...rangeOf(raw),
    form: raw.type === 'ClassExpression' ? 'expression' : 'declaration',
    name: id ? t.name(id) : undefined,
    superclass: t.optional(superclass),
    superTypeArgs: superTypeArgs(raw, t),
    typeParams: t.typeParams(raw),
    members: t.nodes(listOf(childOf(raw, 'body'), 'body')),
    decorators: t.nodes(listOf(raw, 'decorators')),
  };
};

/** typescript-eslint 8 and oxc call them `superTypeArguments`, Babel 7 `superTypeParameters`. */
function superTypeArgs(raw: RawNode, t: Translator) {
  const args = childOf(raw, 'superTypeArguments') ?? childOf(raw, 'superTypeParameters');
  return args ? t.typeArgs({ type: raw.type, typeArguments: args }) : [];
}

const classMember: Translation = (raw, t) => {
  const isBabelMethod = raw.type === 'ClassMethod' || raw.type === 'ClassPrivateMethod';
  const { key, computed } = propertyKey(raw, t);
  return {
    kind: 'classMember',
    ...rangeOf(raw),
    name: key,
    isStatic: raw['static'] === true,
    computed,
    value: isBabelMethod ? functionNode(raw, t) : t.optional(childOf(raw, 'value')),
    type: t.type(childOf(raw, 'typeAnnotation')),
    decorators: t.nodes(listOf(raw, 'decorators')),
  };
};

export const functions: Readonly<Record<string, Translation>> = {
  FunctionDeclaration: functionNode,
  FunctionExpression: functionNode,
  ArrowFunctionExpression: functionNode,
  TSDeclareFunction: functionNode,
  TSEmptyBodyFunctionExpression: functionNode,
  ClassDeclaration: classNode,
  ClassExpression: classNode,
  MethodDefinition: classMember,
  ClassMethod: classMember,
  ClassPrivateMethod: classMember,
  PropertyDefinition: classMember,
  ClassProperty: classMember,
  ClassPrivateProperty: classMember,
  AccessorProperty: classMember,
  TSAbstractMethodDefinition: classMember,
  TSAbstractPropertyDefinition: classMember,
  TSAbstractAccessorProperty: classMember,
  StaticBlock: (raw, t) => ({
    kind: 'classMember',
    ...rangeOf(raw),
    isStatic: true,
    value: {
      kind: 'block',
      ...rangeOf(raw),
      statements: t.nodes(listOf(raw, 'body')),
    },
    decorators: [],
  }),
  TSIndexSignature: (raw) => ({ kind: 'other', ...rangeOf(raw), children: [], types: [] }),
};
