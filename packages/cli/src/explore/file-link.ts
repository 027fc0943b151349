import { UsageError } from '../command-line/usage-error.js';

/** How editors open a file: by `{file}`, absolute and with a slash before it, and `{line}`. */
const editors: Readonly<Record<string, string>> = {
  vscode: 'vscode://file{file}:{line}',
  'vscode-insiders': 'vscode-insiders://file{file}:{line}',
  cursor: 'cursor://file{file}:{line}',
  windsurf: 'windsurf://file{file}:{line}',
  zed: 'zed://file{file}:{line}',
  webstorm: 'webstorm://open?file={file}&line={line}',
};

/**
 * The link that opens a file of an app, with `{file}` for its path below the app directory.
 *
 * @param editor - The name of an editor, `none`, or a link like those above.
 * @returns undefined for `none`.
 * @throws UsageError where it is none of these.
 */
export function fileLinkTo(editor: string, appDir: string): string | undefined {
  if (editor === 'none') return undefined;
  const link = Object.hasOwn(editors, editor) ? (editors[editor] ?? '') : editor;
  const isLink = /^(?!javascript:|data:)[a-z][a-z\d+.-]*:/iu.test(link) && link.includes('{file}');
  if (!isLink) {
    const names = [...Object.keys(editors), 'none'].join(', ');
    throw new UsageError(
      `--editor: use ${names}, or a link with {file} and {line} in it, such as "vscode://file{file}:{line}".`,
    );
  }
  const folder = appDir.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  const path = folder.startsWith('/') ? folder : `/${folder.replace('%3A', ':')}`;
  return link.replace('{file}', () => `${path}/{file}`);
}
