/** Every relative link, picture and anchor in what people read leads somewhere. */
import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import siteConfig from '../../docs/.vitepress/config.js';
import { workspace } from '../harness/packed.js';
import { linksAndAnchors, markdownFiles } from './markdown-files.js';

const repository = 'https://github.com/next-slots/next-slots';
const files = markdownFiles(workspace).map(({ file, text }) => ({
  file,
  ...linksAndAnchors(text),
}));
const anchorsByFile = new Map(files.map(({ file, anchors }) => [file, anchors]));

/** The path and anchor in this repository that a link leads to; undefined where it leads elsewhere. */
function targetOf(file: string, link: string) {
  const own = new RegExp(`^${repository}/(?:blob|tree)/main/`, 'u');
  if (/^[a-z]+:/u.test(link) && !own.test(link)) return undefined;
  const [path = '', anchor] = link.split('#');
  if (path === '') return { path: file, anchor };
  if (own.test(path)) return { path: path.replace(own, ''), anchor };
  return { path: normalize(join(dirname(file), path)).replaceAll('\\', '/'), anchor };
}

describe.each(files)('$file', ({ file, links }) => {
  test('has no dead link', () => {
    const dead = links.filter((link) => {
      const target = targetOf(file, link);
      if (target === undefined) return false;
      const { path, anchor } = target;
      if (!existsSync(join(workspace, path))) return true;
      return anchor !== undefined && anchorsByFile.get(path)?.includes(anchor) === false;
    });
    expect(dead).toEqual([]);
  });
});

test('the menus of the site lead to pages', () => {
  const { sidebar, nav } = siteConfig.themeConfig ?? {};
  const links = Array.from(
    JSON.stringify([sidebar, nav]).matchAll(/"link":"(?<link>\/[^"]*)"/gu),
    (match) => match.groups?.['link'] ?? '',
  );
  const pages = links.map((link) => `docs${link.endsWith('/') ? `${link}index` : link}.md`);
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.filter((page) => !anchorsByFile.has(page))).toEqual([]);
});
