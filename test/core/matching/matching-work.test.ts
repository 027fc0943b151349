/** The matcher's cost is counted, not timed: test/bench measures time. */
import {
  buildRouteTree,
  matchRoutes,
  semanticsFor,
  type Bundler,
  type DirectoryEntry,
  type DirectoryListing,
  type DirectoryReader,
  type RouteTree,
} from '@next-slots/core';
import { expect, test } from 'vitest';

/** An app whose folders hand out the same listing until they are written to. */
class EditableApp implements DirectoryReader {
  readonly #listings = new Map<string, DirectoryListing>([['', { entries: [] }]]);
  #tree: RouteTree | undefined;

  write(file: string): void {
    let folder = '';
    const names = file.split('/');
    names.forEach((name, index) => {
      this.#add(folder, { name, kind: index < names.length - 1 ? 'directory' : 'file' });
      folder = folder === '' ? name : `${folder}/${name}`;
    });
  }

  read(path: string): DirectoryListing {
    return this.#listings.get(path) ?? { entries: [], error: 'ENOENT' };
  }

  tree(): RouteTree {
    return (this.#tree = buildRouteTree(this, undefined, this.#tree));
  }

  #add(folder: string, entry: DirectoryEntry): void {
    const entries = this.#listings.get(folder)?.entries ?? [];
    if (entries.some(({ name }) => name === entry.name)) return;
    this.#listings.set(folder, { entries: [...entries, entry] });
  }
}

/** Areas of ten sections each; a section is a level with slots and has three routes. */
function shop(sections: number): EditableApp {
  const app = new EditableApp();
  app.write('layout.tsx');
  app.write('page.tsx');
  app.write('@modal/default.tsx');
  for (let index = 0; index < sections; index += 1) {
    const section = `area${Math.floor(index / 10)}/section${index}`;
    for (const file of ['layout', 'page', '@team/page', '@team/default', '@team/x/page']) {
      app.write(`${section}/${file}.tsx`);
    }
    for (const file of ['@stats/default', 'x/page', '[id]/page', 'default']) {
      app.write(`${section}/${file}.tsx`);
    }
  }
  return app;
}

function visitsOf(app: EditableApp, bundler: Bundler = 'turbopack'): number {
  let visits = 0;
  const semantics = semanticsFor({ version: '16.4.6', bundler });
  matchRoutes(app.tree(), semantics, { visited: () => (visits += 1) });
  return visits;
}

for (const bundler of ['turbopack', 'webpack'] as const) {
  test(`work grows with the number of files, with ${bundler}`, () => {
    const [small, large] = [visitsOf(shop(200), bundler), visitsOf(shop(1_600), bundler)];
    expect(small).toBeGreaterThan(600);
    expect(large / small).toBeLessThan(8.2);
  });
}

test('no folder is looked at for URLs that it has nothing to do with', () => {
  // 4,800 URLs below 1,600 levels: each URL passes three folders, each folder answers for its own.
  expect(visitsOf(shop(1_600))).toBeLessThan(1_600 * 25);
});

test('a flat app of many groups costs no more than one of many folders', () => {
  const app = (folder: (index: number) => string) => {
    const flat = new EditableApp();
    flat.write('layout.tsx');
    flat.write('@modal/default.tsx');
    for (let index = 0; index < 500; index += 1)
      flat.write(`${folder(index)}/page${index}/page.tsx`);
    return visitsOf(flat);
  };
  expect(app((index) => `(group${index})`)).toBeLessThan(5 * app((index) => `folder${index}`));
});

test('asking again about an unchanged app costs nothing', () => {
  const app = shop(50);
  const semantics = semanticsFor({ version: '16.4.6', bundler: 'turbopack' });
  const matches = matchRoutes(app.tree(), semantics);
  expect(visitsOf(app)).toBe(0);
  expect(matchRoutes(app.tree(), semantics)).toBe(matches);
});

test('a change is matched anew only where it reaches', () => {
  const app = shop(1_000);
  const all = visitsOf(app);
  app.write('area7/section71/@team/y/page.tsx');
  const changed = visitsOf(app);
  expect(changed).toBeGreaterThan(0);
  // The URLs of its section and area pass through the changed folders; nothing else does.
  expect(changed).toBeLessThan(150);
  expect(all).toBeGreaterThan(100 * changed);
});

test('what was kept from before a change is as right as what is matched from scratch', () => {
  const app = shop(30);
  visitsOf(app);
  const additions = [
    'area1/section12/@team/y/page.tsx',
    'area0/section3/@late/page.tsx',
    'area2/layout.tsx',
    'area2/@side/[...all]/page.tsx',
    '@modal/area0/section1/page.tsx',
    'default.tsx',
    '@extra/page.tsx',
    '(group)/area1/section11/deep/page.tsx',
    'area0/section3/(..)section4/page.tsx',
    '@modal/(.)area0/page.tsx',
    'late/page.tsx',
  ];
  for (const file of additions) {
    app.write(file);
    const fresh = buildRouteTree(app);
    for (const version of ['15.5.29', '16.2.12', '16.4.6']) {
      const semantics = semanticsFor({ version, bundler: 'turbopack' });
      expect(summary(app.tree(), semantics), file).toEqual(summary(fresh, semantics));
    }
  }
});

function summary(tree: RouteTree, semantics: ReturnType<typeof semanticsFor>): unknown {
  const matches = matchRoutes(tree, semantics);
  return {
    routes: matches.routes.map(({ url, outcome, slots, renders, gaps }) => ({
      ...{ url, outcome, slots, renders },
      gaps: gaps.map(({ owner, slot }) => `${owner.path} ${slot}`),
    })),
    missing: matches.missing.map(({ layout, route, slots }) => ({ layout, route, slots })),
    unmatched: matches.unmatched.map(({ file }) => file),
    canonical: matches.canonical.map(({ url }) => url),
    missingDefaults: matches.missingDefaults.map(({ owner, slot }) => `${owner.path} ${slot}`),
    ofThisTree: [...matches.missing.flatMap(({ gaps }) => gaps), ...matches.missingDefaults].every(
      ({ owner }) => owner === segmentAt(tree, owner.path),
    ),
  };
}

function segmentAt(tree: RouteTree, path: string) {
  let segment: RouteTree['root'] | undefined = tree.root;
  for (const name of path.split('/').filter((each) => each !== '')) {
    segment = segment?.folders.find((folder) => folder.name.raw === name);
  }
  return segment;
}
