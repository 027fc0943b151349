import { webpackErrorMark } from './write-app.js';

/** A level whose slots cannot all render one URL, as `next build` 16.4 tells it. */
export interface MissingMatch {
  /** The file that Next names, relative to the tree; `''` is the app's own root layout. */
  readonly layout: string;
  /** The route relative to the tree, with its dynamic segments: `/x/[id]`. */
  readonly route: string;
  /** Sorted; `children` or the folder name `@a`. */
  readonly slots: readonly string[];
}

/** All that one build said against one tree. Empty lists mean that it said nothing. */
export interface BuildComplaints {
  /** "Parallel route slots cannot render the same URLs" (16.4). */
  readonly missing: readonly MissingMatch[];
  /** "Unmatched app pages" (16.4), files relative to the tree. */
  readonly unmatched: readonly string[];
  /** "Interception routes must have a canonical route" (16.4), relative to the tree. */
  readonly canonical: readonly string[];
  /** "Missing required default.js file for parallel route" (16.0 to 16.3), slot folders. */
  readonly missingDefault: readonly string[];
}

/** A complaint with the name of its tree. */
type Located<T> = readonly [tree: string, complaint: T];

/**
 * Reads what a build printed into the complaints about each tree.
 *
 * @param output - stdout and stderr of `next build`.
 * @param trees - The names of the trees that were built, in no order.
 * @throws Error when a complaint names a tree that was not built: then the output is misread.
 */
export function parseBuildComplaints(
  output: string,
  trees: readonly string[],
): ReadonlyMap<string, BuildComplaints> {
  const found = new Map(
    trees.map((name) => [
      name,
      {
        missing: [] as MissingMatch[],
        unmatched: [] as string[],
        canonical: [] as string[],
        missingDefault: [] as string[],
      } satisfies BuildComplaints,
    ]),
  );
  const of = (tree: string) => {
    const complaints = found.get(tree);
    if (!complaints) throw new Error(`The build names a tree that was not built: ${tree}`);
    return complaints;
  };
  const lines = output.split('\n').map((line) => line.trimEnd());
  for (const [tree, match] of missingMatches(lines)) of(tree).missing.push(match);
  for (const [tree, file] of unmatchedPages(lines)) of(tree).unmatched.push(file);
  for (const [tree, route] of missingCanonical(lines)) of(tree).canonical.push(route);
  for (const [tree, slot] of missingDefaults(lines)) {
    const { missingDefault } = of(tree);
    // webpack names a slot once for every page that passes through it.
    if (!missingDefault.includes(slot)) missingDefault.push(slot);
  }
  for (const { unmatched, canonical, missingDefault } of found.values()) {
    unmatched.sort();
    canonical.sort();
    missingDefault.sort();
  }
  return found;
}

/** Blocks of `app/r0/layout.tsx` followed by `- /r0/x is missing a matching page or default.tsx in @a`. */
function* missingMatches(lines: readonly string[]): Generator<Located<MissingMatch>> {
  let file = '';
  for (const line of lines) {
    const route =
      /^- (?<route>\/.*) is missing a matching page or default\.tsx in (?<slots>.+)$/u.exec(
        line,
      )?.groups;
    if (route) {
      const [tree, rest] = splitTree(route['route'] ?? '');
      const [owner, layout] = splitTree(file.replace(/^app/u, ''));
      yield [
        tree,
        {
          layout: owner === tree ? layout.slice(1) : '',
          route: rest,
          slots: (route['slots'] ?? '').split(', ').sort(),
        },
      ];
    } else if (line !== '') {
      file = line;
    }
  }
}

function* unmatchedPages(lines: readonly string[]): Generator<Located<string>> {
  for (const line of listAfter(
    lines,
    'The following page files do not match any complete route:',
  )) {
    const [tree, file] = splitTree(line.replace(/^app/u, ''));
    yield [tree, file.slice(1)];
  }
}

function* missingCanonical(lines: readonly string[]): Generator<Located<string>> {
  const heading = 'The following interception routes do not have a canonical route:';
  for (const line of listAfter(lines, heading)) {
    yield splitTree(line.replace(/ \(expected .*\)$/u, ''));
  }
}

/**
 * Turbopack names the slot by its route (`/r0/@a`), webpack by its folder (`app/r0/@a`). Both are given with
 * `_` for `%5F`, as in a route.
 */
function* missingDefaults(lines: readonly string[]): Generator<Located<string>> {
  for (const line of lines.flatMap(unwrapWebpackError)) {
    const slot =
      /^(?:Error: )?Missing required default\.js file for parallel route at (?:app)?(?<slot>\/.*)$/u;
    const path = slot.exec(line)?.groups?.['slot'];
    if (path === undefined) continue;
    const [tree, folder] = splitTree(path);
    yield [tree, folder.slice(1).replaceAll('%5F', '_')];
  }
}

/** The lines `- …` that stand below a heading, without their dash. */
function listAfter(lines: readonly string[], heading: string): string[] {
  const items: string[] = [];
  let inside = false;
  for (const line of lines) {
    if (line.endsWith(heading)) inside = true;
    else if (inside && line.startsWith('- ')) items.push(line.slice(2));
    else inside = false;
  }
  return items;
}

/** `/r0/x/y` is tree `r0` and `/x/y`, `/r0` is tree `r0` and `/`. */
function splitTree(path: string): [tree: string, rest: string] {
  const [, tree = '', ...rest] = path.split('/');
  return [tree, `/${rest.join('/')}`];
}

/** The message lines of an error that the app's own webpack configuration printed. */
export function unwrapWebpackError(line: string): string[] {
  if (!line.startsWith(webpackErrorMark)) return [line];
  const message: unknown = JSON.parse(line.slice(webpackErrorMark.length));
  return String(message).split('\n');
}
