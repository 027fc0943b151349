/** What a release tells of its changes: see "How to release" in CONTRIBUTING.md. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { workspace } from '../harness/packed.js';

const manifest = v.object({ name: v.string(), version: v.string() });
const config = v.object({ fixed: v.tuple([v.array(v.string())]) });

const folders = readdirSync(join(workspace, 'packages'));
const packages = folders.map((folder) => ({
  folder: join(workspace, 'packages', folder),
  ...v.parse(manifest, readJson('packages', folder, 'package.json')),
}));

test('all packages have one version, so that it says which core is in them', () => {
  const { fixed } = v.parse(config, readJson('.changeset', 'config.json'));
  expect(fixed[0]).toEqual(packages.map(({ name }) => name).sort());
  expect(new Set(packages.map(({ version }) => version)).size).toBe(1);
});

test.each(packages)('the changelog of $name has its version', ({ folder, version }) => {
  const file = join(folder, 'CHANGELOG.md');
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain(`\n## ${version}\n`);
});

// The prompt of changesets offers core as well, whose changelog nobody reads.
test('a changeset names the packages whose users see the change, and never core', () => {
  const folder = join(workspace, '.changeset');
  const changesets = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const naming = changesets.filter((name) =>
    /^['"]?@next-slots\/core['"]?:/mu.test(readFileSync(join(folder, name), 'utf8')),
  );
  expect(naming).toEqual([]);
});

function readJson(...path: string[]): unknown {
  return JSON.parse(readFileSync(join(workspace, ...path), 'utf8'));
}
