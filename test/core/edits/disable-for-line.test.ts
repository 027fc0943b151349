import { disableForLine } from '@next-slots/core';
import { describe, expect, test } from 'vitest';

const rule = 'next-slots/valid-slot-name';

/** The text with the comment for the line that holds `here`. */
function disabled(text: string, file = 'layout.tsx'): string | undefined {
  const line = text.slice(0, text.indexOf('here')).split(/\r\n|\n/u).length;
  const edit = disableForLine(file, text, line, rule);
  return edit && text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end);
}

describe('the comment stands before the line', () => {
  test.each([
    [
      'with its indentation',
      'a;\n  here;\n',
      `a;\n  // eslint-disable-next-line ${rule}\n  here;\n`,
    ],
    ['at the top', 'here;\n', `// eslint-disable-next-line ${rule}\nhere;\n`],
    [
      'with its line break',
      'a;\r\nhere;\r\n',
      `a;\r\n// eslint-disable-next-line ${rule}\r\nhere;\r\n`,
    ],
    [
      'in braces between JSX tags',
      'x = (\n  <main>\n    {here}\n  </main>\n);\n',
      `x = (\n  <main>\n    {/* eslint-disable-next-line ${rule} */}\n    {here}\n  </main>\n);\n`,
    ],
    [
      'without braces inside a JSX tag',
      'x = (\n  <main\n    a={here}\n  />\n);\n',
      `x = (\n  <main\n    // eslint-disable-next-line ${rule}\n    a={here}\n  />\n);\n`,
    ],
    [
      'without braces inside braces between JSX tags',
      'x = (\n  <main>\n    {a &&\n      here}\n  </main>\n);\n',
      `x = (\n  <main>\n    {a &&\n      // eslint-disable-next-line ${rule}\n      here}\n  </main>\n);\n`,
    ],
  ])('%s', (_, text, expected) => {
    expect(disabled(text)).toBe(expected);
  });
});

describe('the rule joins the comment that stands there', () => {
  test.each([
    ['// eslint-disable-next-line a', `// eslint-disable-next-line a, ${rule}`],
    [
      '// eslint-disable-next-line a, b/c -- why',
      `// eslint-disable-next-line a, b/c, ${rule} -- why`,
    ],
    ['/* eslint-disable-next-line a */', `/* eslint-disable-next-line a, ${rule} */`],
    ['// next-slots-disable-next-line x/y', `// next-slots-disable-next-line x/y, ${rule}`],
  ])('%s', (before, after) => {
    expect(disabled(`${before}\nhere;\n`)).toBe(`${after}\nhere;\n`);
  });
});

test.each([
  ['in a template', 'x = `\nhere\n`;\n'],
  ['in a comment', '/*\nhere\n*/\n'],
  ['before a hashbang', '#!here\n'],
])('no comment can stand %s', (_, text) => {
  expect(disabled(text)).toBeUndefined();
});

test('in TypeScript without JSX angle brackets are casts', () => {
  expect(disabled('a = <b>c;\nhere;\n', 'route.ts')).toBe(
    `a = <b>c;\n// eslint-disable-next-line ${rule}\nhere;\n`,
  );
});
