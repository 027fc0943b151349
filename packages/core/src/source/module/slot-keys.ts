import type { SlotKeyCall } from '../module-facts.js';
import type { Bindings } from '../scope/bindings.js';
import { originOf } from '../scope/module-names.js';
import { stringOf } from '../ast/literals.js';
import type { Module } from '../ast/module.js';
import type { Call } from '../ast/nodes.js';
import { rangeOf } from '../ast/ranges.js';
import { unwrapped } from '../ast/wrappers.js';
import { literalFacts } from './literal-facts.js';

/** Finds the calls of `useSelectedLayoutSegment(s)` that name a slot. */
export function slotKeyCalls({ text }: Module, bindings: Bindings): readonly SlotKeyCall[] {
  const calls: SlotKeyCall[] = [];
  for (const node of bindings.nodes) {
    const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
    const call = isCall ? slotKeyCall(text, node, bindings) : undefined;
    if (call) calls.push(call);
  }
  return calls;
}

function slotKeyCall(text: string, call: Call, bindings: Bindings): SlotKeyCall | undefined {
  const origin = originOf(call.callee, bindings);
  const hook = origin?.name;
  if (origin?.source !== 'next/navigation' && origin?.source !== 'next/navigation.js') {
    return undefined;
  }
  if (hook !== 'useSelectedLayoutSegment' && hook !== 'useSelectedLayoutSegments') return undefined;
  const [first] = call.arguments;
  if (!first) return undefined;
  const argument = unwrapped(first);
  const value = stringOf(argument);
  if (value === undefined) return undefined;
  const key = literalFacts(text, value, rangeOf(argument));
  return key && { hook, key };
}
