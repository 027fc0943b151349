import { sourceRange, type ModuleFacts, type TextRange } from '@next-slots/core';

/**
 * Prints facts for people to compare: a range as the place where it begins and the text it holds, what
 * fits on one line, and nothing that is undefined.
 */
export function printFacts(facts: ModuleFacts, text: string): string {
  return `${Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${print(value, text, 0)}`)
    .join('\n')}\n`;
}

const width = 110;

function print(value: unknown, text: string, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isRange(value)) return printRange(value, text);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const items = Array.isArray(value)
    ? value.map((item: unknown) => print(item, text, depth + 1))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${key}: ${print(item, text, depth + 1)}`);
  const line = `${open}${items.join(', ')}${close}`;
  if (line.length + depth * 2 < width && !line.includes('\n')) return line;
  const indent = '  '.repeat(depth);
  return `${open}\n${items.map((item) => `${indent}  ${item}\n`).join('')}${indent}${close}`;
}

function isRange(value: object): value is TextRange {
  return (
    Object.keys(value).join() === 'start,end' && 'start' in value && typeof value.start === 'number'
  );
}

function printRange(range: TextRange, text: string): string {
  const { line, column } = sourceRange(text, range).start;
  const held = text.slice(range.start, range.end);
  const short = held.length > 60 ? `${held.slice(0, 28)} … ${held.slice(-28)}` : held;
  return `${line}:${column} ‹${short.replaceAll(/\r?\n/gu, '⏎')}›`;
}
