// Reading an app's folders and matching its routes, beside a bare walk of the same folders.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRouteTree, matchRoutes, semanticsFor, type RouteTree } from '@next-slots/core';
import { DiskReader } from '@next-slots/core/node';
import { medianOf, type Benchmark, type Figure } from './figures.js';
import { writeLargeApp } from './large-app.mjs';
import { writePlainPages } from './plain-pages.js';

const sizes = [1_000, 10_000, 100_000];

/** A tenth of the routes lie on levels with slots. */
const routesPerLevel = 20;

const rounds = 5;

export const routes: Benchmark = {
  name: 'routes',
  title: 'Reading and matching',
  about:
    'Core reads the app directory from disk and matches every URL for Next 16.4.6 with Turbopack, in one process with a walk by `readdirSync` that does nothing else. A tenth of the routes lie on levels with two slots each.',
  measure: () => sizes.flatMap(measureRoutes),
};

function measureRoutes(count: number): Figure[] {
  const root = mkdtempSync(join(tmpdir(), 'next-slots-bench-'));
  try {
    writeApp(root, count);
    const app = join(root, 'app');
    const bare = medianOf(rounds, () => {
      walk(app);
    });
    let tree: RouteTree | undefined;
    const read = medianOf(rounds, () => {
      tree = buildRouteTree(new DiskReader(app));
    });
    const semantics = semanticsFor({ version: '16.4.6', bundler: 'turbopack' });
    // What was matched once is remembered by the tree, so each round has a tree of its own.
    const both = medianOf(rounds, () => {
      matchRoutes(buildRouteTree(new DiskReader(app)), semantics);
    });
    if (!tree) throw new Error('No tree was read.');
    const routesText = `${count.toLocaleString('en')} routes`;
    const beside = { what: 'a bare walk', value: bare };
    return [
      { what: `${routesText}: read`, value: read, unit: 'ms', beside },
      { what: `${routesText}: read and match`, value: both, unit: 'ms', beside },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function writeApp(root: string, count: number): void {
  const levels = count / routesPerLevel;
  // A level has two routes; its pages in slots are none of their own.
  writeLargeApp(root, { levels });
  writePlainPages(root, count - levels * 2 - 1);
}

function walk(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) walk(join(folder, entry.name));
  }
}
