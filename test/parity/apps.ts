import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '@next-slots/core';
import { pageOf } from '../docs/generated-docs.js';
import { examplesOf } from '../docs/rule-page.js';
import { workspace } from '../harness/packed.js';
import type { ParityApp } from './parity-app.js';

const slotLayout =
  'export default function Layout({ children, team }) {\n  return [children, team];\n}\n';
const asyncPage = 'export default async function Page() {\n  return null;\n}\n';

/** A dashboard with a mistake of most kinds, at Next versions and bundlers that take it differently. */
function mistakes(next: string, config: ParityApp['config'] = {}): ParityApp {
  return {
    next,
    config,
    files: {
      'app/layout.tsx': true,
      'app/page.tsx': true,
      // The prop is misspelled, one slot is dropped, one is not named, one is no node.
      'app/dash/layout.tsx': [
        "import type { ReactNode } from 'react';",
        'interface Props { children: ReactNode; analitics: ReactNode; team: string; feed: ReactNode }',
        'export default function Layout({ children, analitics, team, feed }: Props) {',
        '  return <main>{children}{analitics}{team}</main>;',
        '}',
        '',
      ].join('\n'),
      'app/dash/page.tsx': true,
      'app/dash/settings/page.tsx': true,
      'app/dash/@analytics/page.tsx': true,
      'app/dash/@analytics/Default.tsx': true,
      'app/dash/@team/page.tsx': asyncPage,
      'app/dash/@team/default.tsx': true,
      'app/dash/@team/members/page.tsx': true,
      'app/dash/@feed/page.tsx': 'export const Page = () => null;\n',
      'app/dash/@feed/default.tsx': 'export default 42;\n',
      'app/dash/@feed/error.tsx': true,
      'app/dash/nav.tsx':
        "'use client';\nimport { useSelectedLayoutSegment as useKey } from 'next/navigation';\nexport const Nav = () => [useKey('teem'), useKey('nothing')];\n",
      // No layout beside the slot, an unbuildable name, a name lost on the way.
      'app/reports/page.tsx': true,
      'app/reports/@chart/page.tsx': true,
      'app/grid/layout.tsx': true,
      'app/grid/page.tsx': true,
      'app/grid/@data-grid/page.tsx': true,
      'app/grid/@data-grid/default.tsx': true,
      'app/grid/@params/page.tsx': true,
      'app/grid/@params/default.tsx': true,
      // The modal's marker counts a folder, and nothing closes it.
      'app/feed/layout.tsx':
        'export default ({ children, modal }) => (children ? children : modal);\n',
      'app/feed/page.tsx': true,
      'app/feed/@modal/default.tsx': true,
      'app/feed/@modal/(..)(..)photo/page.tsx': true,
      'app/photo/page.tsx': true,
      'app/photo/default.tsx': true,
      // Next 16.0 to 16.3 refuse a slot folder without a route.
      'app/bare/layout.tsx': slotLayout,
      'app/bare/page.tsx': true,
      'app/bare/@team/_private/page.tsx': true,
      'app/twice/page.tsx': true,
      'app/(group)/twice/page.tsx': true,
    },
  };
}

/** Where a place is counted differently by those who do not take care. */
const texts: ParityApp = {
  files: {
    'app/layout.tsx':
      '\uFEFFexport default function Layout({ children, /* é𝒳 */ team }) {\r\n\treturn [children, team];\r\n}\r\n',
    'app/page.tsx': true,
    'app/@team/page.tsx': true,
    'app/other/layout.jsx': '/* 𝒳 */ export default ({ children, cart }) => [children, cart];\n',
    'app/other/page.jsx': true,
    'app/other/@cart/page.jsx': true,
    'app/class/layout.tsx':
      'import { Component } from "react";\nexport default class Layout extends Component<{ children: unknown; side: unknown }> {\n  render() {\n    return this.props.children;\n  }\n}\n',
    'app/class/page.tsx': true,
    'app/class/@side/page.tsx': true,
    'app/wrapped/layout.js':
      '/** @param {{ children: React.ReactNode, main: React.ReactNode }} props */\nfunction Layout(props) {\n  const { children, maim } = props;\n  return [children, maim];\n}\nexport { Layout as default };\n',
    'app/wrapped/page.js': true,
    'app/wrapped/@main/page.js': true,
    'app/route/layout.tsx':
      "export default function Layout(props: LayoutProps<'/rout'>) {\n  return [props.children, props.a];\n}\n",
    'app/route/page.tsx': true,
    'app/route/@a/page.tsx': true,
    'app/empty/layout.tsx': '',
    'app/empty/page.tsx': true,
    'app/empty/@e/page.tsx': true,
    'app/tell/_ui/nav.jsx':
      "import * as navigation from 'next/navigation';\nexport const Nav = () => navigation.useSelectedLayoutSegments('teams');\n",
    'app/tell/page.jsx': true,
  },
};

/** Folders that one reader of folders may see and another not. */
const folders: ParityApp = {
  files: {
    'src/app/layout.tsx': slotLayout,
    'src/app/page.tsx': true,
    'src/app/@team/default.tsx/note.md': 'A folder of that name.\n',
    'src/app/@team/page.tsx': true,
    'src/app/@team/.hidden/page.tsx': true,
    'src/app/@team/_private/page.tsx': true,
    'src/app/@team/node_modules/page.tsx': true,
    'src/app/@bare/note.md': 'No route here.\n',
    'src/app/@dotted/.routes/.more/page.tsx': true,
    'src/app/shop/[id]/[...rest]/page.mdx': '# Rest\n',
    'src/app/shop/[id]/@x/page.tsx': true,
    'src/app/shop/[id]/@X/page.tsx': true,
    'src/app/shop/[id]/layout.tsx': true,
    'src/app/linked/layout.tsx': true,
    'src/app/linked/page.tsx': true,
    '../elsewhere/page.tsx': true,
    '../elsewhere/deep/page.tsx': true,
    // `app` beside `src` would hide it.
    'src/lib/app/layout.tsx': true,
    'src/lib/app/@no/page.tsx': true,
  },
  // One that leads nowhere is all that tsserver's file system does not show.
  links: { 'src/app/linked/@side': '../../../../elsewhere' },
};

function dashboard(): ParityApp {
  const root = join(workspace, 'test/fixtures/dashboard');
  const paths = readdirSync(join(root, 'app'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return {
    files: Object.fromEntries(
      paths.map((path) => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
    ),
  };
}

/**
 * What fails on the pages of rules, so that a new check is asked of every host as soon as it has its
 * page; but for links, since tsserver's file system does not tell them from what they lead to.
 */
function failingExamples(): Record<string, ParityApp> {
  const found: Record<string, ParityApp> = {};
  for (const { name } of checks) {
    const page = readFileSync(join(workspace, pageOf({ name })), 'utf8');
    const example = examplesOf(page).find(({ verdict }) => verdict === 'fails');
    if (!example || Object.keys(example.links).length > 0) continue;
    const files = Object.entries(example.files).map(([path, text]): [string, string | true] => [
      path,
      text === true && path.includes('layout.') ? slotLayout : text,
    ]);
    const config = { rules: { [name]: ['error', example.options] as const } };
    found[name] = { config, files: Object.fromEntries(files) };
  }
  return found;
}

const children: ParityApp['files'] = {
  'app/layout.tsx': true,
  'app/page.tsx': true,
  'app/about/page.tsx': true,
  'app/about/default.tsx': true,
  'app/@team/page.tsx': true,
  'app/@team/default.tsx': true,
  'app/@team/settings/page.tsx': true,
  'app/@team/[...all]/page.tsx': true,
};

/** Every app, by the folder it lies in. */
export const apps: Readonly<Record<string, ParityApp>> = {
  dashboard: dashboard(),
  'next-13': mistakes('13.5.11'),
  'next-14': mistakes('14.2.35', { preset: 'strict' }),
  'next-15': mistakes('15.5.29', {
    rules: { 'require-slot-default': 'warn', 'no-conditional-slot': 'error' },
  }),
  'next-16.2': mistakes('16.2.12', { bundler: 'webpack' }),
  'next-16.4': mistakes('16.4.6', {
    preset: 'strict',
    rules: { 'require-slot-loading': ['error', { only: 'async' }], 'no-orphan-slot': 'off' },
  }),
  'next-16.4-webpack': mistakes('^16.4.0', { bundler: 'webpack', preset: 'strict' }),
  'said-version': mistakes('16.4.6', { nextVersion: '15', template: 'mirror' }),
  children: { files: children },
  'children-15': { next: '15.5.29', files: children },
  'works-today': {
    next: '15.5.29',
    files: {
      'app/layout.tsx': true,
      'app/page.tsx': true,
      'app/docs/id]/page.tsx': true,
      'app/dash/layout.tsx': slotLayout,
      'app/dash/page.tsx': true,
      'app/dash/@team/page.tsx': true,
    },
  },
  texts,
  folders: { ...folders, config: { preset: 'strict' } },
  extensions: {
    config: { pageExtensions: ['page.tsx', 'mdx'] },
    files: {
      'app/layout.page.tsx': slotLayout,
      'app/layout.tsx': 'export default function Other({ children, nothing }) {}\n',
      'app/page.page.tsx': true,
      'app/@team/page.mdx': '# Team\n',
      'app/@team/default.tsx': true,
    },
  },
  config: {
    files: {
      'next.config.mjs':
        "export default { pageExtensions: ['jsx'], output: 'export', experimental: {} };\n",
      'app/layout.jsx': slotLayout,
      'app/page.jsx': true,
      'app/photo/page.jsx': true,
      'app/@team/default.jsx': true,
      'app/@team/(.)photo/page.jsx': true,
      'app/@team/page.tsx': true,
    },
  },
  'said-folder': {
    config: { appDir: 'web/routes' },
    files: {
      'web/routes/layout.tsx': slotLayout,
      'web/routes/@team/page.tsx': true,
      'app/layout.tsx': slotLayout,
      'app/@other/page.tsx': true,
    },
  },
  ...failingExamples(),
  sound: {
    config: { preset: 'strict' },
    files: { 'app/layout.tsx': true, 'app/page.tsx': true },
  },
};
