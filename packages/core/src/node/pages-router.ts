import { readdirSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

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
  let names: string[];
  try {
    names = readdirSync(join(dirname(appDir), 'pages'), { recursive: true, encoding: 'utf8' });
  } catch {
    return undefined;
  }
  const files = new Map<string, string>();
  for (const name of names.sort()) {
    const file = name.split(sep).join('/');
    const extension = pageExtensions.find((each) => file.endsWith(`.${each}`));
    if (extension === undefined || file.startsWith('_')) continue;
    const url = `/${file.slice(0, -extension.length - 1)}`.replace(/\/index$/u, '');
    files.set(url === '' ? '/' : url, `../pages/${file}`);
  }
  return files.size > 0 ? files : undefined;
}
