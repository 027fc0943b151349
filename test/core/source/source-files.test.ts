import { ParsedFiles, readModuleFromESTree, readSources, type SourceHost } from '@next-slots/core';
import { parse } from '@typescript-eslint/parser';
import { expect, test, vi } from 'vitest';

/** A reader of these texts, and how often it parses. */
function sourcesOf(texts: Readonly<Record<string, string>>, more: Partial<SourceHost> = {}) {
  const parsed = vi.fn((file: string, text: string) => {
    try {
      const program = parse(text, { filePath: file, range: true, ecmaFeatures: { jsx: true } });
      return readModuleFromESTree(program, text);
    } catch {
      return undefined;
    }
  });
  const host: SourceHost = {
    text: (file) => texts[file],
    parse: parsed,
    template: () => undefined,
    ...more,
  };
  return { host, parsed, sources: readSources(host) };
}

const page = 'export default function Page() {\n  return null;\n}\n';
const waiting = page
  .replace('function', 'async function')
  .replace('return', 'await load(); return');

test('a file is parsed for no fact whose words it does not hold', () => {
  const { sources, parsed } = sourcesOf({ 'page.tsx': page });
  const facts = sources.facts('page.tsx');
  expect(facts?.asyncWork).toBe('none');
  expect(facts?.slotKeys).toEqual([]);
  expect(facts?.routeTypes).toEqual([]);
  expect(facts?.segmentConfig).toEqual([]);
  expect(facts?.metadataKeys).toEqual([]);
  expect(facts?.leadsAway).toBe(false);
  expect(parsed).not.toHaveBeenCalled();
  expect(facts?.defaultExport?.kind).toBe('component');
  expect(parsed).toHaveBeenCalledOnce();
});

test('a text is parsed once, whichever files hold it and whoever asks', () => {
  const texts = { 'page.tsx': waiting, 'a/page.tsx': waiting, 'page.jsx': waiting };
  const { host, parsed, sources } = sourcesOf(texts);
  for (const file of ['page.tsx', 'a/page.tsx', 'page.tsx']) {
    expect(sources.facts(file)?.asyncWork).toBe('unsuspended');
    expect(sources.facts(file)?.component?.wrapper).toBe('none');
  }
  expect(parsed).toHaveBeenCalledOnce();
  // Another extension may be another language.
  expect(sources.facts('page.jsx')?.component?.wrapper).toBe('none');
  expect(parsed).toHaveBeenCalledTimes(2);
  const kept = new ParsedFiles();
  for (const reader of [readSources(host, kept), readSources(host, kept)]) {
    expect(reader.facts('page.tsx')?.component?.wrapper).toBe('none');
  }
  expect(parsed).toHaveBeenCalledTimes(3);
});

test('nothing is known of a text that cannot be parsed, and nothing read of what is no module', () => {
  const { sources, parsed } = sourcesOf({
    'page.tsx': 'export default function (',
    'a.mdx': '# A',
  });
  const facts = sources.facts('page.tsx');
  expect(facts?.partial).toBe(true);
  expect(facts?.component).toBeUndefined();
  expect(facts?.defaultExport?.kind).toBe('unknown');
  expect(parsed).toHaveBeenCalledOnce();
  expect(sources.facts('a.mdx')).toBeUndefined();
  expect(sources.facts('missing.tsx')).toBeUndefined();
  expect(sources.facts('types.d.ts')).toBeUndefined();
  expect(parsed).toHaveBeenCalledOnce();
});

test('so many texts are kept as there is room for', () => {
  const { host, parsed } = sourcesOf({ 'a.tsx': page, 'b.tsx': waiting });
  const sources = readSources(host, new ParsedFiles(1));
  for (const file of ['a.tsx', 'b.tsx', 'a.tsx']) {
    expect(sources.facts(file)?.component?.wrapper).toBe('none');
  }
  expect(parsed).toHaveBeenCalledTimes(3);
});
