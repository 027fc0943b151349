import type { SlotKeyCall } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { originOf } from '../scope/module-names.js';
import type { Call, Node } from '../syntax/nodes.js';
import { literalFacts } from './literal-facts.js';

/** Reads a call of `useSelectedLayoutSegment(s)` that names a slot; undefined for any other. */
export function slotKeyCall(text: string, call: Call, bindings: Bindings): SlotKeyCall | undefined {
  const origin = originOf(call.callee, bindings);
  const hook = origin?.name;
  if (origin?.source !== 'next/navigation' && origin?.source !== 'next/navigation.js') {
    return undefined;
  }
  if (hook !== 'useSelectedLayoutSegment' && hook !== 'useSelectedLayoutSegments') return undefined;
  const argument = call.args[0] && uncast(call.args[0]);
  if (argument?.kind !== 'string') return undefined;
  const key = literalFacts(text, argument.value, argument);
  return key && { hook, range: { start: call.start, end: call.end }, key };
}

function uncast(node: Node): Node {
  return node.kind === 'cast' ? uncast(node.expression) : node;
}
