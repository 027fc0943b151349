import type { SlotKeyCall } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { originOf } from '../scope/module-names.js';
import type { Call, Module, Node } from '../syntax/nodes.js';
import { late } from './late.js';
import { literalFacts } from './literal-facts.js';
import { visitNodes } from './visit.js';

/** Finds the calls of `useSelectedLayoutSegment(s)` that name a slot. */
export function lateSlotKeys(
  { text, statements }: Module,
  bindings: Bindings,
): () => readonly SlotKeyCall[] {
  return late(text.includes('useSelectedLayoutSegment'), () => {
    const calls: SlotKeyCall[] = [];
    visitNodes(statements, (node) => {
      const call = node.kind === 'call' ? slotKeyCall(text, node, bindings) : undefined;
      if (call) calls.push(call);
    });
    return calls;
  });
}

function slotKeyCall(text: string, call: Call, bindings: Bindings): SlotKeyCall | undefined {
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
