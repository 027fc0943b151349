import type { Binding, Bindings } from '../scope/bindings.js';
import { isFunction } from '../ast/functions.js';
import { keyOf } from '../ast/keys.js';
import { memberName } from '../ast/members.js';
import type { FunctionNode, Node, ObjectPattern } from '../ast/nodes.js';
import { firstParameter } from '../ast/parameters.js';
import { patternOf, propertiesOf, restOf } from '../ast/patterns.js';

/**
 * The props that a component of the same file takes, where that shows which it drops: the props of
 * `function Inner({ children })`, whatever else it is handed.
 *
 * @param name - What stands for the component: a tag's name, or a callee.
 * @returns undefined where it may take more: it comes from elsewhere, is wrapped, or hands its props on.
 */
export function propsTakenBy(name: Node, bindings: Bindings): readonly string[] | undefined {
  const inner = localFunction(name, bindings);
  if (!inner?.body || bindings.names.has('arguments')) return undefined;
  const parameter = firstParameter(inner);
  if (!parameter) return [];
  if (parameter.rest) return undefined;
  const { target } = parameter;
  if (target.type === 'ObjectPattern') return takenByPattern(target, bindings);
  const binding = target.type === 'Identifier' ? bindings.of(target) : undefined;
  return binding && takenByAccess(binding, bindings);
}

/** The function that a name stands for, for good. */
function localFunction(name: Node, bindings: Bindings): FunctionNode | undefined {
  if (name.type !== 'Identifier' && name.type !== 'JSXIdentifier') return undefined;
  const binding = bindings.of(name);
  if (binding?.definitions.length !== 1 || binding.writes.length > 0) return undefined;
  const [definition] = binding.definitions;
  if (definition?.kind === 'function') return definition.node;
  const init = definition?.kind === 'variable' ? definition.node.init : undefined;
  return init && isFunction(init) ? init : undefined;
}

function takenByPattern(pattern: ObjectPattern, bindings: Bindings): readonly string[] | undefined {
  if (restOf(pattern)) return undefined;
  const taken: string[] = [];
  for (const property of propertiesOf(pattern)) {
    const key = keyOf(property);
    if (key === undefined) return undefined;
    const target = patternOf(property);
    const binding = target.type === 'Identifier' ? bindings.of(target) : undefined;
    // What is put into a variable that nobody reads is dropped.
    const isUsed = !binding || binding.reads.length + binding.writes.length > 0;
    if (isUsed) taken.push(key);
  }
  return taken;
}

function takenByAccess(
  { reads, writes }: Binding,
  bindings: Bindings,
): readonly string[] | undefined {
  if (writes.length > 0) return undefined;
  const taken: string[] = [];
  for (const name of reads) {
    const parent = bindings.parentOf(name);
    const isMember = parent?.type === 'MemberExpression' && parent.object === name;
    const key = isMember ? memberName(parent) : undefined;
    if (key === undefined) return undefined;
    taken.push(key);
  }
  return taken;
}
