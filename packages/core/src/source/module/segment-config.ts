import type { SegmentConfigFacts } from '../module-facts.js';
import { withoutParentheses, stringOf } from '../ast/literals.js';
import type { Module } from '../ast/module.js';
import type { Declarator, Literal, Node, TemplateLiteral } from '../ast/nodes.js';
import { rangeOf } from '../ast/ranges.js';

/** The options that Next.js reads off the exports of pages, layouts and defaults. */
const options: ReadonlySet<string> = new Set([
  'dynamic',
  'dynamicParams',
  'fetchCache',
  'preferredRegion',
  'revalidate',
  'runtime',
]);

/** Finds `export const revalidate = 60` and its like, as far as their values are literals. */
export function segmentConfigIn({ text, statements }: Module): readonly SegmentConfigFacts[] {
  return statements
    .flatMap(exportedVariables)
    .map((declarator) => configOf(declarator, text))
    .filter((facts) => facts !== undefined);
}

function exportedVariables(statement: Node): readonly Declarator[] {
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const { declaration } = statement;
  return declaration?.type === 'VariableDeclaration' ? declaration.declarations : [];
}

function configOf({ id, init }: Declarator, text: string): SegmentConfigFacts | undefined {
  if (id.type !== 'Identifier' || !options.has(id.name) || !init) return undefined;
  const literal = withoutParentheses(init);
  if (literal.type !== 'Literal' && literal.type !== 'TemplateLiteral') return undefined;
  const value = valueOf(literal, text);
  return value === undefined ? undefined : { option: id.name, value };
}

/** A string with quotes, so that `'60'` and `60` differ; a number as JavaScript prints it. */
function valueOf(literal: Literal | TemplateLiteral, text: string): string | undefined {
  const string = stringOf(literal);
  if (string !== undefined) return `'${string}'`;
  const { start, end } = rangeOf(literal);
  const written = text.slice(start, end);
  if (written === 'true' || written === 'false') return written;
  const number = Number(written.replaceAll('_', ''));
  return Number.isNaN(number) ? undefined : String(number);
}
