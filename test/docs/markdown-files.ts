import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import GithubSlugger from 'github-slugger';
import MarkdownIt from 'markdown-it';

/** One Markdown file for readers, by its path from the workspace's root. */
export interface MarkdownFile {
  readonly file: string;
  readonly text: string;
}

/** The README, the docs, and the READMEs of packages. */
export function markdownFiles(root: string): readonly MarkdownFile[] {
  const docs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md') && !name.includes('/.vitepress/'));
  const packages = readdirSync(join(root, 'packages'), { recursive: false, encoding: 'utf8' })
    .flatMap((name) => readdirSync(join(root, 'packages', name)).map((own) => `${name}/${own}`))
    .filter((name) => name.endsWith('/README.md'))
    .map((name) => `packages/${name}`);
  return ['README.md', 'CONTRIBUTING.md', ...docs, ...packages]
    .sort()
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
}

const markdown = new MarkdownIt({ html: true });

/** The targets of links and pictures, and the headings' anchors, of a page. */
export function linksAndAnchors(text: string) {
  const tokens = markdown.parse(text.replace(/^---\n[^]*?\n---\n/u, ''), {});
  const slugger = new GithubSlugger();
  const links: string[] = [];
  const anchors: string[] = [];
  tokens.forEach(({ type, children }, index) => {
    for (const child of children ?? []) {
      const target = child.attrGet(child.type === 'image' ? 'src' : 'href');
      if (target !== null) links.push(String(target));
    }
    if (type === 'heading_open') {
      const inline = tokens[index + 1]?.children ?? [];
      anchors.push(slugger.slug(inline.map(({ content }) => content).join('')));
    }
  });
  return { links, anchors };
}
