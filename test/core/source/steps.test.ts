/** What reading one module may cost: counted in steps, the same for every reader. */
import type { ModuleFacts } from '@next-slots/core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Steps as BuiltSteps } from '../../../packages/core/dist/source/steps.js';
import { deepestNesting, mostSteps, Steps } from '../../../packages/core/src/source/steps.js';
import { isNight } from '../../harness/is-night.js';
import { readers } from './parsers.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** By day TypeScript, and oxc for all that give an ESTree. */
const ofEachKind = isNight ? readers : [...readers.slice(0, 1), ...readers.slice(-1)];

const layout = (body: string) =>
  `export default function Layout(props) {\n  let team;\n${body}\n  return [props.children, team];\n}\n`;

/** Texts of which each is short, and endless to a reader that does not count. */
const tooComplex: Readonly<Record<string, string>> = {
  'arguments that lead to as many': `const a0 = 1;\n${numbered(9, (at) => `const a${at + 1} = f(${`a${at}, `.repeat(20)});`)}\nexport default a9;`,
  'types that double': `type T0 = { team: null };\n${numbered(40, (at) => `type T${at + 1} = T${at} & T${at};`)}\nexport default function L(props: T40) {\n  return props.team;\n}\n`,
  'a variable that takes the prop many times': layout(
    '  ({ team } = props);\n'.repeat(1500) + '  show(team);\n'.repeat(1500),
  ),
  'uses in many conditions': layout(
    `return ${'a ? b : '.repeat(700)}[${'props.team, '.repeat(3000)}];`,
  ),
  labels: `${'a:'.repeat(deepestNesting + 5)} x;\n${layout('')}`,
  calls: layout(`${'f('.repeat(deepestNesting + 5)}${')'.repeat(deepestNesting + 5)};`),
};

function numbered(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('\n');
}

describe.each(ofEachKind)('$name', (reader) => {
  test.each(Object.entries(tooComplex))('knows nothing of %s', (_what, text) => {
    const facts = reader.read('layout.tsx', text);
    // Some parsers do not take TypeScript.
    if (!facts) return;
    expect(facts.partial).toBe(true);
    expect(facts.tooComplex).toBe(true);
    expect(facts.component).toBeUndefined();
  });

  test('reads the largest layouts with a tenth of the steps', () => {
    const { facts, steps } = counted(() => reader.read('layout.jsx', largest));
    if (!facts) return;
    expect(facts.tooComplex).toBeUndefined();
    expect(facts.component?.props.length).toBe(100);
    expect(steps).toBeGreaterThan(1000);
    expect(steps).toBeLessThan(mostSteps / 10);
  });
});

test('every reader counts the same steps', () => {
  const counts = readers
    .map((reader) => counted(() => reader.read('layout.jsx', largest)))
    .filter(({ facts }) => facts !== undefined)
    .map(({ steps }) => steps);
  expect(counts.length).toBeGreaterThan(2);
  expect(new Set(counts).size).toBe(1);
});

test('code that only seems large is read', () => {
  for (const text of [
    `${' '.repeat(90_000)}\n${layout('')}`,
    `/**\n * @param {object} props\n * @param {object} props.children x${' '.repeat(90_000)}\n */\n${layout('')}`,
    `/**\n${' * @a {(\n'.repeat(9000)} */\n${layout('')}`,
    layout('  a.b(1, 2);\n'.repeat(3000)),
    layout('  show(props.team);\n'.repeat(3000)),
    layout(`  show(${'a, '.repeat(10_000)});`),
    layout(`  show(${"'a' + ".repeat(deepestNesting - 50)} a);`),
  ]) {
    for (const reader of ofEachKind) {
      const { partial, tooComplex } = reader.read('layout.jsx', text) ?? {};
      expect([partial, tooComplex]).toEqual([false, undefined]);
    }
  }
});

/** A layout of a hundred props, each used ten times, deep inside of elements and conditions. */
const largest = (() => {
  const names = Array.from({ length: 100 }, (_, at) => `slot${at}`);
  const uses = names.map((name) => `{a && (b ? ${name} : <i title={${name}}>{${name}}</i>)}`);
  const deep = `${'<div>{open && '.repeat(10)}<p>${uses.join('\n').repeat(3)}</p>${'}</div>'.repeat(10)}`;
  return `export default function Layout({ ${names.join(', ')} }) {\n  return ${deep};\n}\n`;
})();

/** Tests run core as it was built, and from its source with the configuration for units. */
function counted(read: () => ModuleFacts | undefined) {
  const spies = [BuiltSteps, Steps].map(({ prototype }) => vi.spyOn(prototype, 'spend'));
  const facts = read();
  // Every fact is read when it is asked for.
  JSON.stringify(facts);
  const counts = spies.flatMap(({ mock }) => mock.calls.map(([count = 1]) => count));
  vi.restoreAllMocks();
  return { facts, steps: counts.reduce((sum, count) => sum + count, 0) };
}
