import { describe, expect, test } from 'vitest';
import { findingsOf, picked, pointers, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'valid-slot-key';

const app: AppFiles = {
  'layout.tsx': true,
  '@modal/page.tsx': true,
  'dash/layout.tsx': true,
  'dash/@analytics/page.tsx': true,
  'shop/layout.tsx': true,
  'shop/@cart/page.tsx': true,
};
const calls = (key: string, hook = 'useSelectedLayoutSegment') =>
  `'use client';\nimport { ${hook} } from 'next/navigation';\nexport default function C() {\n  return ${hook}(${key});\n}\n`;
const report = (file: string, text: string) => {
  const files = { ...app, [file]: text };
  return pointers(findingsOf(check, files), files);
};

describe('in a file that Next renders below a layout', () => {
  test.each([
    'dash/page.tsx',
    'dash/template.tsx',
    'dash/@analytics/page.tsx',
    'dash/(g)/x/page.tsx',
  ])('%s sees the slots around it', (file) => {
    expect(report(file, calls("'analytics'"))).toEqual([]);
    expect(report(file, calls("'modal'"))).toEqual([]);
    expect(report(file, calls("'children'"))).toEqual([]);
    expect(report(file, calls(''))).toEqual([]);
    expect(report(file, calls("'cart'"))).toEqual(["unknown at 'cart'"]);
  });

  test('a typo gets a suggestion', () => {
    const files = { ...app, 'dash/page.tsx': calls('"analitics"') };
    const [finding] = findingsOf(check, files);
    expect(finding).toMatchObject({
      messageId: 'misspelled',
      file: 'dash/page.tsx',
      slot: null,
      message:
        'No parent layout has a slot named `analitics`, so `useSelectedLayoutSegment` always returns `null`.',
      help: 'Did you mean `analytics`?',
    });
    const after = picked(files, finding?.suggestions[0]?.edits ?? []);
    expect(after['dash/page.tsx']).toBe(calls('"analytics"'));
    expect(findingsOf(check, after)).toEqual([]);
  });

  test('an @ too many', () => {
    expect(report('dash/page.tsx', calls("'@modal'"))).toEqual(["misspelled at '@modal'"]);
  });

  test('the plural gives an empty list', () => {
    const files = { ...app, 'dash/page.tsx': calls("'nowhere'", 'useSelectedLayoutSegments') };
    expect(wordsOf(findingsOf(check, files)[0])).toContain('always returns `[]`');
  });
});

describe('in a module that may be imported from anywhere', () => {
  test.each(['nav.tsx', 'dash/nav.tsx', 'dash/_components/nav.tsx'])('%s', (file) => {
    expect(report(file, calls("'cart'"))).toEqual([]);
    expect(report(file, calls("'crat'"))).toEqual(["misspelled at 'crat'"]);
    expect(report(file, calls("'nowhere'"))).toEqual(["unknown at 'nowhere'"]);
  });
});

test.each([
  ['another hook of that name', calls("'nowhere'").replace('next/navigation', './navigation')],
  ['a key that is not written out', calls('key')],
  ['a text that does not parse', `${calls("'nowhere'")} }`],
])('silent: %s', (_name, text) => {
  expect(report('dash/page.tsx', text)).toEqual([]);
});
