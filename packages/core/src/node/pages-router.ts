import { dirname, join } from 'node:path';
import { DiskReader } from './disk-reader.js';
import { filesBelow } from './modules-below.js';

/**
 * Lists the files of the `pages` directory beside an app directory, by URL, such as `/x`
 * or `/[id]`, each relative to the app directory. Files that have no URL, such as `_app`, are left out.
 *
 * @returns undefined where there are none.
 */
export function readPagesRouter(
  appDir: string,
  pageExtensions: readonly string[],
): ReadonlyMap<string, string> | undefined {
  // Its links may lead to more than can be read, like those of an app.
  const folders = new DiskReader(join(dirname(appDir), 'pages'), true);
  const files = new Map<string, string>();
  for (const file of [...filesBelow(folders)].sort()) {
    const extension = pageExtensions.find((each) => file.endsWith(`.${each}`));
    if (extension === undefined || file.startsWith('_')) continue;
    const url = `/${file.slice(0, -extension.length - 1)}`.replace(/\/index$/u, '');
    files.set(url === '' ? '/' : url, `../pages/${file}`);
  }
  return files.size > 0 ? files : undefined;
}
