import { describe, expect, test } from 'vitest';
import { findingsOf, fixed, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'no-orphan-slot';

const orphan: AppFiles = {
  'layout.tsx': true,
  'dash/page.tsx': "import x from 'x';\n\nexport default function Page() {\n\treturn x;\n}\n",
  'dash/@team/page.tsx': true,
  'dash/@team/members/[id]/page.tsx': true,
};

test('a slot without a layout in its folder is lost at all its URLs', () => {
  const [finding, ...more] = findingsOf(check, orphan);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    messageId: 'orphan',
    file: 'dash/page.tsx',
    range: { start: { line: 3, column: 25 }, end: { line: 3, column: 29 } },
    segment: '/dash',
    slot: '@team',
    impact: 'silent',
    urls: ['/dash', '/dash/members/[id]'],
  });
  expect(wordsOf(finding)).toContain('dash/layout.tsx');
});

test('the new layout follows the style of its neighbour, renders every slot and ends the finding', () => {
  const files: AppFiles = { ...orphan, 'dash/@data-grid/page.tsx': true };
  const findings = findingsOf(check, files);
  expect(findings).toHaveLength(1);
  const after = fixed(files, findings);
  expect(after['dash/layout.tsx']).toBe(
    `import type { ReactNode } from 'react';

export default function Layout({
	children,
	'data-grid': dataGrid,
	team,
}: {
	children: ReactNode;
	'data-grid': ReactNode;
	team: ReactNode;
}) {
	return (
		<>
			{children}
			{dataGrid}
			{team}
		</>
	);
}
`,
  );
  expect(findingsOf(check, after)).toEqual([]);
});

test('a slot in another one gets its layout after that', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'a/@t/page.tsx': true,
    'a/@t/@u/page.tsx': true,
  };
  const created = (app: AppFiles) =>
    findingsOf(check, app).map(({ edits }) => edits.map(({ file }) => file));
  expect(created(files)).toEqual([['a/layout.tsx'], []]);
  const after = fixed(files, findingsOf(check, files));
  expect(created(after)).toEqual([['a/@t/layout.tsx']]);
  expect(findingsOf(check, fixed(after, findingsOf(check, after)))).toEqual([]);
});

test('JavaScript next to JavaScript, without types', () => {
  const files: AppFiles = {
    'layout.js': true,
    'dash/page.jsx': 'export default function Page() {\n  return null\n}\n',
    'dash/@team/page.jsx': true,
  };
  expect(fixed(files, findingsOf(check, files))['dash/layout.jsx']).toBe(
    `export default function Layout({
  children,
  team,
}) {
  return (
    <>
      {children}
      {team}
    </>
  )
}
`,
  );
});

describe('the outermost layout', () => {
  test('prints the document', () => {
    const files: AppFiles = { 'page.tsx': true, '@team/page.tsx': true };
    const text = fixed(files, findingsOf(check, files))['layout.tsx'];
    expect(text).toContain('<html lang="en">\n      <body>\n        {children}\n        {team}\n');
  });

  test('is not made where layouts below print it', () => {
    const files: AppFiles = {
      '(site)/layout.tsx': true,
      '(site)/page.tsx': true,
      '@team/page.tsx': true,
      '@team/layout.tsx': true,
    };
    const [finding, ...more] = findingsOf(check, files);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ slot: '@team', edits: [] });
  });

  test('is made where only the slot itself has layouts', () => {
    const files: AppFiles = { 'page.tsx': true, '@team/page.tsx': true, '@team/layout.tsx': true };
    expect(fixed(files, findingsOf(check, files))['layout.tsx']).toContain('<body>');
  });
});

test.each([
  ['a slot called params', '@params', 'children,\n}: {'],
  ['a slot called default', '@default', 'default: defaultSlot,'],
  ['a slot that no variable can be called', '@2col', '"2col": _2col,'],
  ['a slot with quotes in its name', `@a'b"c`, String.raw`"a\x27b\x22c": aBC,`],
])('%s does not break the new layout', (_name, slot, expected) => {
  const files: AppFiles = { 'layout.tsx': true, 'a/page.tsx': true, [`a/${slot}/page.tsx`]: true };
  expect(fixed(files, findingsOf(check, files))['a/layout.tsx']).toContain(expected);
});

test('a layout in the wrong letter case is renamed, not doubled', () => {
  const files: AppFiles = { ...orphan, 'dash/Layout.tsx': true };
  const [finding] = findingsOf(check, files);
  expect(finding).toMatchObject({ messageId: 'misspelled', edits: [] });
  expect(finding?.suggestions.map(({ edits }) => edits)).toEqual([
    [{ kind: 'renameFile', from: 'dash/Layout.tsx', to: 'dash/layout.tsx' }],
  ]);
});

test.each([
  ['a layout beside it', { 'dash/layout.tsx': true, 'dash/@team/page.tsx': true }],
  ['nothing inside', { 'dash/page.tsx': true, 'dash/@team/icon.tsx': true }],
  ['@children', { 'dash/page.tsx': true, 'dash/@children/page.tsx': true }],
  ['a layout in the group that holds it', { 'a/(g)/layout.tsx': true, 'a/(g)/@t/page.tsx': true }],
] satisfies [string, AppFiles][])('silent: %s', (_name, files) => {
  expect(findingsOf(check, { 'layout.tsx': true, ...files })).toEqual([]);
});

test.each([
  [
    'a layout above the folder',
    { 'a/layout.tsx': true, 'a/b/@t/page.tsx': true },
    'a/b/@t/page.tsx',
  ],
  [
    'a layout above the group',
    { 'a/layout.tsx': true, 'a/(g)/@t/page.tsx': true },
    'a/(g)/@t/page.tsx',
  ],
  [
    'a layout inside the slot',
    { 'a/@t/layout.tsx': true, 'a/@t/page.tsx': true },
    'a/@t/layout.tsx',
  ],
  [
    'a slot in a slot',
    { 'a/layout.tsx': true, 'a/@t/page.tsx': true, 'a/@t/@u/x/page.tsx': true },
    'a/@t/page.tsx',
  ],
] satisfies [string, AppFiles, string][])('%s is none', (_name, files, anchor) => {
  expect(findingsOf(check, { 'layout.tsx': true, ...files }).map(({ file }) => file)).toEqual([
    anchor,
  ]);
});

describe('without any layout above it', () => {
  const groups: AppFiles = {
    '(a)/layout.tsx': true,
    '(a)/page.tsx': true,
    '(b)/layout.tsx': true,
    '(b)/x/page.tsx': true,
  };
  const impactsOf = (slot: AppFiles, next: { version: string; bundler: 'turbopack' | 'webpack' }) =>
    findingsOf(check, { ...groups, ...slot }, { next }).map(({ impact }) => impact);
  const turbopack = { version: '16.4.6', bundler: 'turbopack' } as const;
  const webpack = { version: '16.4.6', bundler: 'webpack' } as const;

  test('next to root layouts in groups: Turbopack looks above each page, webpack in the URL', () => {
    const slot: AppFiles = { '@m/page.tsx': true, '@m/default.tsx': true };
    expect(impactsOf(slot, turbopack)).toEqual(['build-error']);
    expect(impactsOf(slot, { ...turbopack, version: '16.2.12' })).toEqual(['silent']);
    expect(impactsOf(slot, webpack)).toEqual(['silent']);
    const [finding] = findingsOf(check, { ...groups, ...slot });
    expect(wordsOf(finding)).toContain('`@m/page.tsx` has no root layout');
    expect(finding?.edits).toEqual([]);
  });

  test('alone at its URL', () => {
    const slot: AppFiles = { 'y/@m/page.tsx': true };
    expect(impactsOf(slot, turbopack)).toEqual(['build-error']);
    expect(impactsOf(slot, webpack)).toEqual(['build-error']);
  });

  test('a layout of the slot itself counts', () => {
    const slot: AppFiles = { '@m/layout.tsx': true, '@m/page.tsx': true };
    expect(impactsOf(slot, turbopack)).toEqual(['silent']);
  });
});
