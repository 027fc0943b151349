/** The linter keeps the layers of the packages; no file may lead back to itself within a layer. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const packages = join(import.meta.dirname, '..', '..', 'packages');

function filesOf(name: string): readonly string[] {
  const source = join(packages, name, 'src');
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(source, file));
}

/** Types count as well: a reader follows them all the same. */
function importsOf(file: string): readonly string[] {
  const found = readFileSync(file, 'utf8').matchAll(/\bfrom '(\.[^']+)\.js'/gu);
  return Array.from(found, ([, path = '']) => `${resolve(dirname(file), path)}.ts`);
}

/** The first way from a file back to itself. */
function findCycle(files: readonly string[]): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
    const at = path.indexOf(file);
    if (at >= 0) return [...path.slice(at), file];
    if (done.has(file) || !files.includes(file)) return undefined;
    for (const imported of importsOf(file)) {
      const cycle = visit(imported, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of files) {
    const cycle = visit(file, []);
    if (cycle) return cycle.map((each) => relative(packages, each));
  }
  return undefined;
}

test.each(['core', 'cli', 'eslint-plugin', 'language-server', 'typescript-plugin', 'vscode'])(
  'no import of %s leads back to the file it stands in',
  (name) => {
    const files = filesOf(name);
    expect(files.length).toBeGreaterThan(2);
    expect(findCycle(files)).toBeUndefined();
  },
);
