import { detectStyle, findSegment, scaffold, type App } from '@next-slots/core';
import { describe, expect, test } from 'vitest';
import { treeFromFiles } from '../../harness/tree-from-files.js';

interface Wanted {
  readonly files?: readonly string[];
  readonly like?: string;
  readonly text?: string;
  readonly template?: string;
  readonly convention?: 'default' | 'loading' | 'error';
  readonly pageExtensions?: readonly string[];
}

/** The file that is scaffolded for the slot `@a`. */
function scaffoldIn(wanted: Wanted) {
  const { files = ['layout.tsx', '@a/page.tsx'], like = 'layout.tsx', template = 'null' } = wanted;
  const tree = treeFromFiles(files, wanted.pageExtensions);
  const app = {
    tree,
    next: { version: '16.4.6', bundler: 'turbopack' },
    settings: {},
    sources: {
      text: (file) => (file === like ? wanted.text : undefined),
      facts: () => undefined,
      template: (path) => (path === 'mine.tsx' ? 'export default () => "${slot}";\n' : undefined),
    },
  } satisfies App;
  const segment = findSegment(tree, '@a')?.segment;
  if (!segment) throw new Error('The tree has no slot @a.');
  return scaffold(app, { segment, convention: wanted.convention ?? 'default', like, template });
}

describe('the language follows the layout', () => {
  test.each([
    ['layout.tsx', undefined, '@a/default.tsx'],
    ['layout.jsx', undefined, '@a/default.jsx'],
    ['layout.ts', undefined, '@a/default.ts'],
    ['layout.js', undefined, '@a/default.js'],
    ['layout.page.tsx', ['page.tsx', 'page.ts'], '@a/default.page.tsx'],
    ['layout.mdx', ['mdx', 'js', 'tsx'], '@a/default.js'],
    ['layout.mdx', ['mdx', 'md'], undefined],
  ])('%s', (like, pageExtensions, file) => {
    const made = scaffoldIn({
      files: [like, '@a/page.tsx'],
      like,
      ...(pageExtensions && { pageExtensions }),
    });
    expect(made?.file).toBe(file);
  });

  test('JSX never goes into a plain .ts file', () => {
    const made = scaffoldIn({
      files: ['layout.ts', '@a/page.ts'],
      like: 'layout.ts',
      convention: 'error',
    });
    expect(made?.file).toBe('@a/error.tsx');
  });
});

describe('templates', () => {
  test('null', () => {
    expect(scaffoldIn({})?.text).toBe('export default function Default() {\n  return null;\n}\n');
  });

  test('not-found, in the style of the layout', () => {
    const text = "import x from 'x'\n\nexport default function Layout() {\n\treturn null\n}\n";
    expect(scaffoldIn({ template: 'not-found', text })?.text).toBe(
      "import { notFound } from 'next/navigation'\n\nexport default function Default() {\n\treturn notFound()\n}\n",
    );
  });

  test('mirror re-exports the page, and shows nothing without one', () => {
    expect(scaffoldIn({ template: 'mirror' })?.text).toBe('export { default } from "./page";\n');
    const files = ['layout.tsx', '@a/sub/page.tsx'];
    expect(scaffoldIn({ template: 'mirror', files })?.text).toContain('return null');
  });

  test("a user's file is taken as it is, and nothing made where it cannot be read", () => {
    expect(scaffoldIn({ template: 'mine.tsx' })?.text).toBe('export default () => "${slot}";\n');
    expect(scaffoldIn({ template: 'gone.tsx' })).toBeUndefined();
  });

  test('error is a client component with types only in TypeScript', () => {
    expect(scaffoldIn({ convention: 'error' })?.text).toMatch(
      /^"use client";\n\n.*digest\?: string/su,
    );
    const js = scaffoldIn({
      convention: 'error',
      files: ['layout.js', '@a/page.js'],
      like: 'layout.js',
    });
    expect(js?.file).toBe('@a/error.js');
    expect(js?.text).not.toContain(': Error');
  });
});

describe('style', () => {
  test.each([
    [
      'double quotes, semicolons',
      'import a from "a";\nfunction f() {\n  return 1;\n}\n',
      { quote: '"', semicolons: true, indent: '  ' },
    ],
    [
      'single quotes, none',
      "import a from 'a'\nfunction f() {\n    return 1\n}\n",
      { quote: "'", semicolons: false, indent: '    ' },
    ],
    [
      'JSX attributes do not count',
      'import a from \'a\';\nconst b = <p className="x" id="y" title="z" />;\n',
      { quote: "'" },
    ],
    [
      'type members with semicolons in a file without',
      "import a from 'a'\ntype P = {\n  a: string\n}\nconst b = 1\n",
      { semicolons: false },
    ],
    [
      'tabs and CRLF',
      'function f() {\r\n\treturn 1;\r\n}\r\n',
      { indent: '\t', lineBreak: '\r\n' },
    ],
    [
      'a block comment is no indentation',
      '/**\n * a\n */\nfunction f() {\n    return 1;\n}\n',
      { indent: '    ' },
    ],
    ['nothing to go by', '', { quote: '"', semicolons: true, indent: '  ', lineBreak: '\n' }],
  ])('%s', (_name, text, expected) => {
    expect(detectStyle(text)).toMatchObject(expected);
  });
});
