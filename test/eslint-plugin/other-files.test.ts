import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import nextSlots from 'eslint-plugin-next-slots';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import { NextApp } from '../harness/next-app.js';
import { workspace } from '../harness/packed.js';

const layout =
  'export default function Layout({ children, team }) {\n  return <>{children}{team}</>;\n}\n';

const waits =
  'export default async function Page() {\n  return <p>{await fetch("https://example.com")}</p>;\n}\n';

const app = (page: string) =>
  new NextApp({
    'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
    'app/layout.tsx': layout,
    'app/page.tsx': true,
    'app/@team/page.tsx': page,
    'app/@team/default.tsx': true,
  });

/** Lints the layout, and says what was found and which files the parser was given. */
function lintLayout({ root }: NextApp) {
  const parsed: unknown[] = [];
  const spy = {
    ...parser,
    parseForESLint(text: string, options: Parameters<typeof parser.parseForESLint>[1]) {
      parsed.push(options?.filePath);
      return parser.parseForESLint(text, options);
    },
    parse(text: string, options: Parameters<typeof parser.parse>[1]) {
      parsed.push(options?.filePath);
      return parser.parse(text, options);
    },
  };
  const messages = new Linter({ cwd: root }).verify(
    layout,
    [
      {
        files: ['**/*.tsx'],
        languageOptions: { parser: spy, parserOptions: { ecmaFeatures: { jsx: true } } },
        plugins: { 'next-slots': nextSlots },
        rules: { 'next-slots/require-slot-loading': ['error', { only: 'async' }] },
      },
    ],
    { filename: join(root, 'app/layout.tsx') },
  );
  return { found: messages.map(({ ruleId }) => ruleId), parsed: parsed.length };
}

const found = ['next-slots/require-slot-loading'];

test('a page is read with the TypeScript that the parser has loaded', () => {
  const own = app(waits);
  own.folder('node_modules');
  symlinkSync(join(workspace, 'node_modules/typescript'), own.path('node_modules/typescript'));
  expect(lintLayout(own)).toEqual({ found, parsed: 1 });
});

test('a page is parsed by the parser where the project has no TypeScript', () => {
  expect(lintLayout(app(waits))).toEqual({ found, parsed: 2 });
});

test('nothing is known of a page with a syntax error', () => {
  const own = app(`${waits}}`);
  own.folder('node_modules');
  symlinkSync(join(workspace, 'node_modules/typescript'), own.path('node_modules/typescript'));
  expect(lintLayout(own)).toEqual({ found: [], parsed: 1 });
});
