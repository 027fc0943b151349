import type { MetadataKey } from '../module-facts.js';
import { isFunction } from '../ast/functions.js';
import { keyOf, keyRange } from '../ast/keys.js';
import type { Module } from '../ast/module.js';
import type { FunctionNode, Node } from '../ast/nodes.js';
import { childrenOf } from '../ast/parts.js';
import { unwrapped } from '../ast/wrappers.js';

/** The keys that a module's `metadata`, or what its `generateMetadata` returns, writes out. */
export function metadataKeysIn(
  { text, statements }: Module,
  exports: readonly string[],
): readonly MetadataKey[] {
  const names = ['metadata', 'generateMetadata'].filter((name) => exports.includes(name));
  return names
    .flatMap((name) => statements.flatMap((statement) => objectsOf(name, statement)))
    .flatMap((object) => keysIn(object, text));
}

/** The objects that a statement gives a name: the value of a variable, or what a function returns. */
function objectsOf(name: string, statement: Node): readonly Node[] {
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      return statement.declaration ? objectsOf(name, statement.declaration) : [];
    case 'FunctionDeclaration':
      return statement.id?.name === name ? returned(statement) : [];
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id, init }) => {
        if (id.type !== 'Identifier' || id.name !== name || !init) return [];
        const value = unwrapped(init);
        return isFunction(value) ? returned(value) : [value];
      });
    default:
      return [];
  }
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
