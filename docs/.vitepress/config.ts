import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { slug } from 'github-slugger';
import { defineConfig, postcssIsolateStyles, type DefaultTheme } from 'vitepress';
import { repositoryLinks } from './repository-links.js';
import { treeLanguage } from './tree-language.js';
import { tryItLinks } from './try-it-links.js';

const base = '/next-slots/';
const docs = join(import.meta.dirname, '..');

/** The site: `pnpm run docs` to write, `pnpm run docs:build` for what is published. */
export default defineConfig({
  title: 'next-slots',
  description:
    'A linter for Next.js parallel routes: finds slots that break the build or return 404 on refresh, and fixes them.',
  base,
  cleanUrls: true,
  lastUpdated: false,
  srcExclude: ['**/README.md'],
  head: [['link', { rel: 'icon', href: `${base}icon.png`, type: 'image/png' }]],
  markdown: {
    // As GitHub makes them, so that a link to a heading works in both places.
    anchor: { slugify: (text) => slug(text) },
    languages: [treeLanguage],
    languageAlias: { elisp: 'lisp' },
    config(md) {
      md.use(repositoryLinks, docs);
      md.use(tryItLinks, base);
    },
  },
  vite: {
    css: {
      // The styles of text would reach into the explorer.
      postcss: { plugins: [postcssIsolateStyles({ includeFiles: [/vp-doc\.css/u] })] },
    },
  },
  transformPageData(page) {
    // One wide table, and an app beside what it shows.
    if (page.relativePath === 'slots-by-version.md') {
      Object.assign(page.frontmatter, { aside: false, sidebar: false, pageClass: 'wide' });
    }
    if (page.relativePath === 'playground.md') {
      Object.assign(page.frontmatter, { aside: false, sidebar: false, pageClass: 'wide' });
    }
  },
  themeConfig: {
    nav: [
      { text: 'Guides', link: '/guides/getting-started', activeMatch: '/guides/' },
      { text: 'Rules', link: '/rules/', activeMatch: '/rules/' },
      { text: 'CLI', link: '/cli' },
      { text: 'Playground', link: '/playground' },
      { text: 'Next.js versions', link: '/slots-by-version' },
    ],
    sidebar: [
      {
        text: 'Guides',
        items: [
          { text: 'Getting started', link: '/guides/getting-started' },
          { text: 'Adopting it in an existing app', link: '/guides/adoption' },
          { text: 'Continuous integration', link: '/guides/ci' },
          { text: 'Git hooks', link: '/guides/git-hooks' },
          { text: 'Monorepos', link: '/guides/monorepo' },
          { text: 'Biome', link: '/guides/biome' },
          { text: 'oxlint', link: '/guides/oxlint' },
          { text: 'Upgrading to Next.js 16', link: '/guides/next-16' },
          { text: 'Troubleshooting and FAQ', link: '/guides/troubleshooting' },
        ],
      },
      {
        text: 'Reference',
        items: [
          { text: 'Command line', link: '/cli' },
          { text: 'Configuration', link: '/configuration' },
          { text: 'ESLint', link: '/eslint' },
          { text: 'Editors', link: '/editors' },
          { text: 'TypeScript plugin', link: '/typescript-plugin' },
          { text: 'What each Next.js version does', link: '/slots-by-version' },
          { text: 'Performance', link: '/performance' },
        ],
      },
      { text: 'Rules', link: '/rules/', collapsed: true, items: rulePages() },
      {
        text: 'Contributing',
        collapsed: true,
        items: [
          { text: 'Architecture', link: '/architecture' },
          { text: 'Evidence for each version', link: '/next-versions' },
        ],
      },
    ],
    search: { provider: 'local' },
    outline: [2, 3],
    socialLinks: [{ icon: 'github', link: 'https://github.com/next-slots/next-slots' }],
    editLink: { pattern: 'https://github.com/next-slots/next-slots/edit/main/docs/:path' },
    footer: { message: 'Released under the MIT licence.' },
  },
});

function rulePages(): DefaultTheme.SidebarItem[] {
  return readdirSync(join(docs, 'rules'))
    .filter((name) => name !== 'index.md')
    .map((name) => basename(name, '.md'))
    .map((name) => ({ text: name, link: `/rules/${name}` }));
}
