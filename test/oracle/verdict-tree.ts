import { matchRoutes, semanticsFor, type NextTarget, type RouteMatches } from '@next-slots/core';
import { treeFromFiles } from '../harness/tree-from-files.js';
import { fileName } from './harness/oracle-tree.js';

/** The folder that a tree of the verdicts lies in, below the layout and page of the app around it. */
const folder = 'tree';

/** Matches a tree as it was measured: not alone, but in a folder of an app with a layout and a page. */
export function matchVerdictTree(files: readonly string[], next: NextTarget): RouteMatches {
  return matchRoutes(treeFromFiles(filesInApp(files)), semanticsFor(next));
}

/** The files of the whole app around a tree. */
export function filesInApp(files: readonly string[]): readonly string[] {
  return ['layout.tsx', 'page.tsx', ...files.map((file) => `${folder}/${fileName(file)}`)];
}

/** Reads `16.4.6` or `16.4.6 webpack`, the names of the verdicts. */
export function verdictTarget(name: string): NextTarget {
  const [version = '', bundler = version.startsWith('16.') ? 'turbopack' : 'webpack'] =
    name.split(' ');
  return { version, bundler: bundler === 'webpack' ? 'webpack' : 'turbopack' };
}

/** A URL of the app as the verdicts write it; undefined for one outside the tree. */
export function inTree(url: string): string | undefined {
  if (url === `/${folder}`) return '/';
  return url.startsWith(`/${folder}/`) ? url.slice(folder.length + 1) : undefined;
}

/** The other way round. */
export function inApp(url: string): string {
  return url === '/' ? `/${folder}` : `/${folder}${url}`;
}

/** A file of the app as the verdicts write it; undefined for one outside the tree. */
export function fileInTree(file: string): string | undefined {
  return file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
}
