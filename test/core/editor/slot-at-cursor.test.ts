import { definitionAt, hoverAt, type App, type AppExtent } from '@next-slots/core';
import { describe, expect, test } from 'vitest';
import { appOf, cursorIn } from '../../harness/cursor.js';

const app = appOf([
  'dash/layout.tsx',
  'dash/page.tsx',
  'dash/members/page.tsx',
  'dash/settings/page.tsx',
  'dash/@team/layout.tsx',
  'dash/@team/default.tsx',
  'dash/@team/page.tsx',
  'dash/@team/members/page.tsx',
  'dash/@team/loading.tsx',
  'dash/@group/(own)/page.tsx',
  'dash/@group/default.tsx',
  'dash/@deep/members/page.tsx',
  'dash/@modal/default.tsx',
  'dash/@modal/(.)photo/page.tsx',
  'dash/photo/page.tsx',
  'dash/@empty/note.txt',
]);

const layout = 'dash/layout.tsx';

function filesBehind(file: string, marked: string): readonly string[] | undefined {
  return definitionAt(cursorIn(file, marked), () => app)?.files;
}

describe('a definition', () => {
  test.each([
    ['a pattern', 'export default function L({ te‸am }) {}'],
    ['a pattern with another variable', 'export default function L({ te‸am: t }) {}'],
    ['that variable', 'export default function L({ team: t‸ }) {}'],
    ['a type', 'export default function L(p: { tea‸m: X }) {}'],
    ['JSX', 'export default function L({ team }) { return <b>{te‸am}</b>; }'],
    ['a member', 'export default function L(p) { return <b>{p.te‸am}</b>; }'],
    ['an element', "export default function L(p) { return <b>{p['te‸am']}</b>; }"],
    ['later destructuring', 'export default function L(p) { const { te‸am } = p; }'],
  ])('leads from %s to page, default and layout', (_, marked) => {
    expect(filesBehind(layout, marked)).toEqual([
      'dash/@team/page.tsx',
      'dash/@team/default.tsx',
      'dash/@team/layout.tsx',
    ]);
  });

  test('leads from a key in any file below the owner', () => {
    const key =
      "import { useSelectedLayoutSegment } from 'next/navigation';\nuseSelectedLayoutSegment('te‸am');";
    expect(filesBehind('dash/members/nav.tsx', key)).toHaveLength(3);
    expect(filesBehind('nav.tsx', key)).toBeUndefined();
  });

  test("finds the slot's own page in a group, else the first file that Next sees", () => {
    expect(filesBehind(layout, 'export default function L({ grou‸p }) {}')).toEqual([
      'dash/@group/(own)/page.tsx',
      'dash/@group/default.tsx',
    ]);
    expect(filesBehind(layout, 'export default function L({ dee‸p }) {}')).toEqual([
      'dash/@deep/members/page.tsx',
    ]);
  });

  test.each([
    ['children', layout, 'export default function L({ chil‸dren }) {}'],
    ['a prop with no slot behind it', layout, 'export default function L({ oth‸er }) {}'],
    ['a slot that holds no file of Next', layout, 'export default function L({ emp‸ty }) {}'],
    ['a page', 'dash/page.tsx', 'export default function P({ te‸am }) {}'],
    ['the name in another place', layout, 'const te‸am = 1; export default function L() {}'],
  ])('leads nowhere from %s', (_, file, marked) => {
    expect(filesBehind(file, marked)).toBeUndefined();
  });
});

describe('a hover', () => {
  function hover(name: string, of: App = app) {
    return hoverAt(cursorIn(layout, `export default function L({ ‸${name} }) {}`), () => of);
  }

  test('shows what the slot renders at which URLs, and what its folder contains', () => {
    expect(hover('team')?.title).toBe('slot @team of /dash');
    expect(hover('team')?.markdown).toBe(
      [
        '- `dash/@team/page.tsx` at `/dash`',
        '- `dash/@team/members/page.tsx` at `/dash/members`',
        '- `dash/@team/default.tsx` at `/dash/photo`, `/dash/settings`',
        '',
        '- folder: `dash/@team`',
        '- pages: `/`, `/members`',
        '- default: `default.tsx`',
        '- loading: `loading.tsx`',
        '- error: none',
      ].join('\n'),
    );
  });

  test('shows where it has no page or default and what Next.js does then', () => {
    expect(hover('deep')?.markdown).toContain(
      '- nothing (`next build` fails) at `/dash`, `/dash/photo`, `/dash/settings`',
    );
    const old: App = { ...app, next: { version: '14.2.35', bundler: 'webpack' } };
    expect(hover('deep', old)?.markdown).toContain('- nothing (not found) at `/dash`');
  });

  test('shows what an intercepting route renders', () => {
    expect(hover('modal')?.markdown).toContain(
      '- `dash/@modal/(.)photo/page.tsx` on a soft navigation from `/dash` to `/dash/photo`',
    );
  });

  test('counts the URLs that are too many to list', () => {
    const names = Array.from({ length: 30 }, (_, index) => `p${String(index + 10)}`);
    const many = appOf([
      layout,
      'dash/@team/default.tsx',
      ...names.map((name) => `dash/${name}/page.tsx`),
    ]);
    expect(hover('team', many)?.markdown).toContain('`/dash/p17` and 22 more');
  });

  test('covers the word, and looks at the app only for a word that may name a slot', () => {
    const extents: AppExtent[] = [];
    const ask = (marked: string) =>
      hoverAt(cursorIn(layout, marked), (extent) => {
        extents.push(extent);
        return app;
      });
    expect(ask('export default function L({ team }) { return <‸b>{1}</b>; }')).toBeUndefined();
    expect(extents).toEqual([]);
    expect(ask('export default function L({ te‸am }) {}')?.range).toEqual({ start: 28, end: 32 });
    expect(extents).toEqual(['app']);
  });
});
