import type { NextTarget } from '@next-slots/core';
import * as fc from 'fast-check';
import { appTrees } from '../harness/random-trees.js';
import { textFor } from './random-texts.js';

/** Texts by path relative to the app directory. */
export type RandomApp = Readonly<Record<string, string>>;

/** Names that would break out of code, of a page, of a line or of a path, were they not escaped. */
const hostileNames: readonly string[] = [
  ...[
    "a'b",
    'a"b',
    'a`b',
    '${process.exit(1)}',
    '*/',
    '//',
    '/*',
    '<!--',
    '</script>',
    'a*',
    '<b>',
  ],
  ...['a\nb', 'a\rb', 'a\u2028b', '\u202etxt', '😀', 'é', 'a\\', '\\u0041', 'a-b', '1a', 'class'],
  ...['%SCRIPT%', '%2f', ' ', '{x}', '$&', '__proto__', 'constructor', '\ud800'],
].map((name) => name.replaceAll('/', '∕'));

/** Apps of all that Next knows, with files that hold what people write. */
export function randomApps(depth = 4): fc.Arbitrary<RandomApp> {
  return appTrees(depth)
    .chain((files) => fc.tuple(...files.map(randomName)))
    .chain((files) => fc.tuple(...[...new Set(files)].map(withText)))
    .map((entries) => Object.fromEntries(entries));
}

/** The same with names in them that nobody should use. */
export function hostileApps(): fc.Arbitrary<RandomApp> {
  const names = fc.uniqueArray(fc.constantFrom(...hostileNames), { minLength: 4, maxLength: 4 });
  return fc.tuple(randomApps(3), names).map(([app, [slot, other, segment, group]]) =>
    Object.fromEntries(
      Object.entries(app).map(([file, text]) => [
        file
          .replaceAll(/@a(?=\/)/gu, () => `@${slot ?? ''}`)
          .replaceAll(/@b(?=\/)/gu, () => `@${other ?? ''}`)
          .replaceAll(/(?<=^|\/)x(?=\/)/gu, () => segment ?? '')
          .replaceAll(/\(g\)(?=\/)/gu, () => `(${group ?? ''})`),
        text,
      ]),
    ),
  );
}

/** Files also come in JavaScript, in the wrong case, and with other conventions beside. */
function randomName(file: string): fc.Arbitrary<string> {
  if (file.endsWith('/')) return fc.constant(file);
  const slash = file.lastIndexOf('/') + 1;
  const folder = file.slice(0, slash);
  const name = file.slice(slash);
  return fc.oneof(
    { weight: 30, arbitrary: fc.constant(file) },
    { weight: 5, arbitrary: fc.constant(file.replace(/\.tsx$/u, '.jsx')) },
    { weight: 2, arbitrary: fc.constantFrom(`${folder}error.tsx`, `${folder}loading.tsx`) },
    {
      weight: 1,
      arbitrary: fc.constant(
        name === 'page.tsx' ? `${folder}nav.tsx` : folder + name.replace(/^./u, upper),
      ),
    },
  );
}

function upper(letter: string): string {
  return letter.toUpperCase();
}

function withText(file: string): fc.Arbitrary<readonly [string, string]> {
  return textFor(file).map((text) => [file, text] as const);
}

/** Versions at which Next began to do something else, and configs that change it. */
export const randomTarget: fc.Arbitrary<NextTarget> = fc.constantFrom<NextTarget>(
  { version: '16.4.6', bundler: 'turbopack' },
  { version: '16.4.6', bundler: 'webpack' },
  { version: '16.4.6', bundler: 'turbopack', looseRouteMatching: true },
  { version: '16.4.6', bundler: 'turbopack', explicitParallelRouteChildren: false },
  { version: '16.4.6', bundler: 'turbopack', output: 'export' },
  { version: '16.2.12', bundler: 'turbopack' },
  { version: '16.0.11', bundler: 'turbopack' },
  { version: '16.0.11', bundler: 'webpack' },
  { version: '15.5.29', bundler: 'webpack' },
  { version: '14.2.35', bundler: 'webpack' },
  { version: '13.4.0', bundler: 'webpack' },
);
