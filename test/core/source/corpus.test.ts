import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { isTypeScript, readers } from './parsers.js';
import { printFacts } from './print-facts.js';

const folder = join(import.meta.dirname, 'corpus');
const files = readdirSync(folder)
  .filter((file) => /\.[jt]sx?$/u.test(file))
  .sort();

/** typescript-eslint warns of keys that go away, in every lint of every user. */
const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();

/** One file per way of writing; each parser that can take the file has to give the same facts. */
describe.each(files)('%s', (file) => {
  // Hosts hand over texts without a byte order mark, as ESLint and TypeScript do.
  const text = readFileSync(join(folder, file), 'utf8').replace(/^\uFEFF/u, '');

  test('has these facts', async () => {
    const facts = readers[0]?.read(file, text);
    expect(facts).toBeDefined();
    if (!facts) return;
    await expect(printFacts(facts, text)).toMatchFileSnapshot(join(folder, 'facts', `${file}.txt`));
  });

  const expected = readers[0]?.read(file, text);
  const others = readers.slice(1).filter(({ name }) => name !== 'espree' || !isTypeScript(file));
  test.each(others)('has the same facts with $name', (reader) => {
    const facts = reader.read(file, text);
    if (!facts) expect(refusals).toContain(`${reader.name}: ${file}`);
    else expect(facts).toStrictEqual(expected);
  });
});

test('no parser has warned of what was read from its tree', () => {
  expect(warn).not.toHaveBeenCalled();
});

/** What a parser rightly does not take. */
const refusals: readonly string[] = [
  // acorn-jsx has no spread children.
  'espree: use-modern-syntax.jsx',
  // Babel takes `accessor` with a plugin only.
  'babel: use-computed-members.tsx',
];
