import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress';
import { examplesOf } from '../../test/docs/rule-page.js';
import { playgroundHash } from './playground-link.js';
import { playgroundExample } from './rule-examples.js';

const hasPlayground = existsSync(join(import.meta.dirname, '..', 'playground.md'));

/** Puts a link under the file tree of each failing example of a rule, which opens it in the playground. */
export function tryItLinks(md: MarkdownRenderer, base: string): void {
  if (!hasPlayground) return;
  const fence = md.renderer.rules.fence;
  md.renderer.rules.fence = (tokens, index, options, env: MarkdownEnv, self) => {
    const html = fence?.(tokens, index, options, env, self) ?? '';
    const isTree = (at: number) => tokens[at]?.info === 'tree';
    if (!isTree(index) || !/^rules\/[\w-]+\.md$/u.test(env.relativePath)) return html;
    const position = tokens.slice(0, index).filter((_, at) => isTree(at)).length;
    const example = examplesOf(env.content ?? '')[position];
    if (example?.verdict !== 'fails' || Object.keys(example.links).length > 0) return html;
    const { files, fragment } = playgroundExample(basename(env.relativePath, '.md'), example);
    const place = fragment.replace('#', '&').replace(/^&$/u, '');
    const link = `${base}playground${playgroundHash({ files })}${encodeURI(place)}`;
    return `${html}<p class="try-it"><a href="${link}">Try it in the playground</a></p>`;
  };
}
