import type { MetadataKey } from '../module-facts.js';
import { isFunction } from '../ast/functions.js';
import { keyOf, keyRange } from '../ast/keys.js';
import type { Module } from '../ast/module.js';
import type { FunctionNode, Node } from '../ast/nodes.js';
import { childrenOf } from '../ast/parts.js';
import { unwrapped } from '../ast/wrappers.js';
import type { Bindings, Definition } from '../scope/bindings.js';

/** The keys that a module's `metadata`, or what its `generateMetadata` returns, writes out. */
export function metadataKeysIn(
  { text }: Module,
  { topLevel }: Bindings,
  exports: readonly string[],
): readonly MetadataKey[] {
  return ['metadata', 'generateMetadata']
    .filter((name) => exports.includes(name))
    .flatMap((name) => topLevel.get(name)?.definitions ?? [])
    .flatMap(objectsOf)
    .flatMap((object) => keysIn(object, text));
}

/** The value of a variable, or what a function returns. */
function objectsOf(definition: Definition): readonly Node[] {
  if (definition.kind === 'function') return returned(definition.node);
  const init = definition.kind === 'variable' ? definition.node.init : undefined;
  if (!init) return [];
  const value = unwrapped(init);
  return isFunction(value) ? returned(value) : [value];
}

function returned({ body }: FunctionNode): readonly Node[] {
  if (!body) return [];
  return body.type === 'BlockStatement' ? returnedIn(body) : [unwrapped(body)];
}

function returnedIn(node: Node): readonly Node[] {
  if (isFunction(node)) return [];
  if (node.type === 'ReturnStatement') return node.argument ? [unwrapped(node.argument)] : [];
  return childrenOf(node).flatMap(returnedIn);
}

function keysIn(object: Node, text: string): readonly MetadataKey[] {
  if (object.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((property) => {
    if (property.type !== 'Property' || isNothing(property.value)) return [];
    const name = keyOf(property);
    return name === undefined ? [] : [{ name, range: keyRange(property, text) }];
  });
}

/** Next takes a key with no value for one that is not there. */
function isNothing(value: Node): boolean {
  return value.type === 'Identifier' && value.name === 'undefined';
}
