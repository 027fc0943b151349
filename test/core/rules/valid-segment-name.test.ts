import { describe, expect, test } from 'vitest';
import { findingsOf, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'valid-segment-name';

const app: AppFiles = { 'layout.tsx': true, 'page.tsx': true };

function withFolder(folder: string): AppFiles {
  return { ...app, [`x/${folder}/page.tsx`]: true };
}

describe('names that Next.js rejects', () => {
  test.each([
    ['[[id]]', ['[id]', '[[...id]]']],
    ['[[...id]', ['[[...id]]', '[...id]']],
    ['[.id]', ['[...id]', '[id]']],
    ['[....id]', ['[...id]', '[id]']],
    ['[id]]', ['[id]']],
    ['[[id]', ['[id]']],
    ['[...id]]', ['[...id]']],
    ['(.)[[id]]', ['(.)[id]', '(.)[[...id]]']],
  ])('%s', (folder, better) => {
    for (const [version, impact] of [
      ['14.2.35', 'build-error'],
      ['15.5.29', 'not-found'],
      ['16.4.6', 'build-error'],
    ] as const) {
      const findings = findingsOf(check, withFolder(folder), { next: { version } });
      expect(findings).toMatchObject([
        {
          messageId: 'invalid',
          impact,
          highestSeverity: 'error',
          file: `x/${folder}/page.tsx`,
          segment: `/x/${folder}`,
        },
      ]);
      expect(findings[0]?.suggestions.map(({ edits }) => edits)).toEqual(
        better.map((name) => [{ kind: 'renameFile', from: `x/${folder}`, to: `x/${name}` }]),
      );
    }
  });

  test.each([
    ['[...]', '[...slug]'],
    ['[]', '[id]'],
    ['[[...]]', '[[...slug]]'],
    ['(.)[]', '(.)[id]'],
    ['[…id]', '[...id]'],
  ])('%s, in later versions alone', (folder, better) => {
    const impactIn = (version: string) =>
      findingsOf(check, withFolder(folder), { next: { version } })[0]?.impact;
    expect(impactIn('16.4.6')).toBe('build-error');
    expect(impactIn('16.1.0')).toBe('build-error');
    expect(impactIn('14.2.35')).toBe('silent');
    const [finding] = findingsOf(check, withFolder(folder));
    expect(wordsOf(finding)).toContain(`Rename it to \`${better}\`.`);
  });
});

test.each([
  ['[...]catchall', '[...catchall]'],
  ['[[...]]rest', '[[...rest]]'],
  ['[]id', '[id]'],
  ['[id', '[id]'],
  ['[...all', '[...all]'],
  ['id]', '[id]'],
  ['{id]', '[id]'],
  ['[...id}', '[...id]'],
])('%s is static', (folder, better) => {
  const findings = findingsOf(check, withFolder(folder));
  expect(findings).toMatchObject([
    { messageId: 'literal', impact: 'silent', highestSeverity: 'warning', urls: [`/x/${folder}`] },
  ]);
  expect(findings[0]?.suggestions[0]?.message).toBe(`Rename x/${folder} to x/${better}`);
});

test('brackets around a part of the name', () => {
  expect(findingsOf(check, withFolder('post-[id]'))).toMatchObject([
    { messageId: 'literal', suggestions: [] },
  ]);
});

test.each([
  ['(.detail)', '(.)detail'],
  ['(..photo)', '(..)photo'],
  ['(...photo)', '(...)photo'],
  ['(.)(photo)', '(.)photo'],
])('%s is a route group', (folder, better) => {
  const findings = findingsOf(check, withFolder(folder));
  expect(findings).toMatchObject([
    { messageId: 'group', impact: 'silent', highestSeverity: 'warning' },
  ]);
  expect(wordsOf(findings[0])).toContain(`Rename it to \`${better}\`.`);
});

test('a marker without a name is a route group', () => {
  const findings = findingsOf(check, withFolder('(.)'));
  expect(findings).toMatchObject([{ messageId: 'group', suggestions: [] }]);
});

describe('one name twice in a path', () => {
  test.each(['[a]/x/[a]', '[a-b]/[ab]', '[a]/[...a]'])('%s', (folders) => {
    const files: AppFiles = { ...app, [`${folders}/page.tsx`]: true };
    for (const [version, impact] of [
      ['14.2.35', 'build-error'],
      ['15.5.29', 'not-found'],
      ['16.4.6', 'build-error'],
    ] as const) {
      expect(findingsOf(check, files, { next: { version } })).toMatchObject([
        { messageId: 'repeated', impact, segment: `/${folders}` },
      ]);
    }
  });

  test('the marker of an intercepting route begins anew', () => {
    const files: AppFiles = { ...app, '[a]/page.tsx': true, '[a]/@m/(..)[a]/page.tsx': true };
    expect(findingsOf(check, files)).toEqual([]);
  });

  test('side by side they are no path', () => {
    const files: AppFiles = { ...app, 'x/[a]/page.tsx': true, 'y/[a]/page.tsx': true };
    expect(findingsOf(check, files)).toEqual([]);
  });
});

test.each([
  '[id]',
  '[...all]',
  '[[...all]]',
  '(group)',
  '(.)photo',
  '(..)[id]',
  '(...)a.b',
  '(v1.2)',
  'a.b',
  '%5Bid%5D',
])('%s is left alone', (folder) => {
  expect(findingsOf(check, withFolder(folder))).toEqual([]);
});

test('a folder without any page is left alone', () => {
  expect(findingsOf(check, { ...app, 'x/[]/layout.tsx': true })).toEqual([]);
});

describe('a file where a folder was meant', () => {
  test.each([
    '[[...all]].tsx',
    '[...all].tsx',
    '[id].jsx',
    '(.)photo.tsx',
    '(..)(..)photo.tsx',
    '@panel.tsx',
  ])('%s', (name) => {
    const folder = name.slice(0, -4);
    const page = `@m/${folder}/page${name.slice(-4)}`;
    const findings = findingsOf(check, {
      ...app,
      '@m/default.tsx': true,
      [`@m/${name}`]: 'export default function Page() {\n  return null;\n}\n',
    });
    expect(findings).toMatchObject([
      {
        messageId: 'file',
        impact: 'silent',
        highestSeverity: 'warning',
        file: '@m/default.tsx',
        segment: '/@m',
      },
    ]);
    expect(wordsOf(findings[0])).toContain(page);
    expect(findings[0]?.suggestions[0]?.edits).toEqual([
      { kind: 'renameFile', from: `@m/${name}`, to: page },
    ]);
  });

  test.each(['@types.ts', '@types.d.ts', '(group).tsx', 'id.tsx', '[id].test.tsx', '_[id].tsx'])(
    'not %s',
    (name) => {
      const text = 'export default function Page() {\n  return null;\n}\n';
      expect(findingsOf(check, { ...app, [name]: text })).toEqual([]);
    },
  );

  test('not what exports no component', () => {
    expect(findingsOf(check, { ...app, '[id].tsx': 'export const id = 1;\n' })).toEqual([]);
  });
});

describe('brackets inside a name', () => {
  const files: AppFiles = { ...app, 'post-[id]/page.tsx': true };
  const messageOf = (more: AppFiles, version: string) =>
    findingsOf(check, { ...files, ...more }, { next: { version } })[0]?.message;

  test('are literal', () => {
    for (const version of ['14.2.35', '16.3.8', '16.4.6']) {
      expect(messageOf({ 'post-[id]/x/page.tsx': true }, version)).toContain(
        'Only the literal URL `/post-[id]` matches it.',
      );
    }
  });

  test.each([
    ['14.2.35', 'matches any text in `/post-[id]/[tab]`'],
    ['16.3.8', 'matches any text in `/post-[id]/[tab]`'],
    ['16.4.6', 'Only the literal URL'],
  ])('beside a dynamic segment, on %s', (version, words) => {
    expect(messageOf({ 'post-[id]/[tab]/page.tsx': true }, version)).toContain(words);
  });

  test('an unmatched bracket is literal everywhere', () => {
    const found = findingsOf(
      check,
      { ...app, 'id]/[tab]/page.tsx': true },
      { next: { version: '16.3.8' } },
    );
    expect(found[0]?.messageId).toBe('literal');
  });
});
