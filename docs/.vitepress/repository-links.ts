import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress';

const repository = 'https://github.com/next-slots/next-slots';

/**
 * Turns relative links that leave the docs, such as `../README.md`, into links to GitHub. A link to a file
 * that does not exist is an error; VitePress finds dead links inside the docs itself.
 */
export function repositoryLinks(md: MarkdownRenderer, docs: string): void {
  md.core.ruler.push('repository-links', ({ tokens, env }) => {
    const { path } = env as MarkdownEnv;
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href !== null) token.attrSet('href', onGitHub(href, path, docs));
    }
  });
}

/** Where a link of a page leads on the site. */
function onGitHub(href: string, page: string, docs: string): string {
  if (!href.startsWith('.')) return href;
  const [path = '', hash] = href.split('#');
  const target = join(dirname(page), path);
  if (!relative(docs, target).startsWith('..')) return href;
  if (!existsSync(target)) throw new Error(`${page} links to ${href}, which does not exist.`);
  const kind = statSync(target).isDirectory() ? 'tree' : 'blob';
  const file = relative(dirname(docs), target).replaceAll('\\', '/');
  return `${repository}/${kind}/main/${file}${hash === undefined ? '' : `#${hash}`}`;
}
