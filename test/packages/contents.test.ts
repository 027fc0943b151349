import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { describe, expect, inject, test } from 'vitest';
import { tarballsOf } from '../harness/packed.js';

interface Manifest {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly engines?: { readonly node?: string };
  readonly license?: string;
  readonly sideEffects?: boolean;
}

const tarballs = tarballsOf(inject('packed'));

test('four packages are published', () => {
  expect([...tarballs.keys()].sort()).toEqual([
    'eslint-plugin-next-slots',
    'next-slots',
    'next-slots-language-server',
    'typescript-plugin-next-slots',
  ]);
});

describe.each([...tarballs.keys()])('%s', (name) => {
  const folder = join(inject('packed'), name);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const files = filesBelow(folder);
  const code = files.filter((file) => /\.c?js$/u.test(file)).map((file) => read(file));

  function read(file: string): string {
    return readFileSync(join(folder, file), 'utf8');
  }

  test('has what a package needs, and no install scripts', () => {
    expect(files).toEqual(
      expect.arrayContaining(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json']),
    );
    // What is bundled comes under licences that ask to be shown.
    expect(read('dist/ThirdPartyNotices.txt')).toMatch(
      /^valibot \d[^]*Permission is hereby granted/mu,
    );
    expect(manifest).toMatchObject({
      license: 'MIT',
      engines: { node: '^20.19.0 || ^22.13.0 || >=24' },
    });
    expect(manifest.sideEffects).toBeTypeOf('boolean');
    expect(Object.keys(manifest.scripts ?? {})).toEqual([]);
  });

  test('holds no source, no build notes and no test', () => {
    expect(files.filter((file) => /\.tsbuildinfo$|\btest\b|^src\/|\.map$/u.test(file))).toEqual([]);
    expect(code.join('\n')).not.toContain('sourceMappingURL');
  });

  test('uses every dependency', () => {
    // Some are loaded only when needed, through a require of their own: the name stands quoted.
    const isUsed = (name: string) => {
      const quoted = new RegExp(`["'\`]${name}(?:/[^"'\`]*)?["'\`]`, 'u');
      return code.some((text) => quoted.test(text));
    };
    const dependencies = Object.keys(manifest.dependencies ?? {});
    expect(dependencies.filter((name) => !isUsed(name))).toEqual([]);
  });

  test('satisfies publint', async () => {
    const { messages } = await publint({ pkgDir: folder, pack: false, strict: true });
    expect(messages).toEqual([]);
  });
});

test('the types of the ESLint plugin are found however it is imported', async () => {
  const tarball = tarballs.get('eslint-plugin-next-slots') ?? '';
  const analysis = await checkPackage(
    createPackageFromTarballData(new Uint8Array(readFileSync(tarball))),
  );
  if (!analysis.types) throw new Error('The package has no types.');
  // Only versions of Node that load ES modules with require are supported, and only they matter.
  const problems = analysis.problems.filter(
    (problem) => !('resolutionKind' in problem && problem.resolutionKind === 'node10'),
  );
  expect(problems.map(({ kind }) => kind)).toEqual(['CJSResolvesToESM']);
});

test('the ESLint plugin, core included, stays small', () => {
  const folder = join(inject('packed'), 'eslint-plugin-next-slots');
  const size = filesBelow(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  // With semver, which an app has not before its install, and 15 kB that read TypeScript's own trees,
  // which spare a quarter of the time of all rules (`pnpm bench:eslint`).
  expect(size).toBeLessThan(330_000);
});

/** The files of a package without what its dependencies bring. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((file) => !file.startsWith('node_modules'))
    .sort();
}
