import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { atLeast, type NextBuild } from './next-version.js';
import {
  slotsOf,
  splitFile,
  type AppTree,
  type NamedTrees,
  type OracleTree,
} from './oracle-tree.js';
import { marker } from './rendered-markers.js';

/** Stands before each message that the webpack build of {@link writeApp} prints by itself. */
export const webpackErrorMark = 'oracle-webpack-error ';

/**
 * Writes an app that holds all trees side by side: tree `r0` in `app/r0/`, below a root layout and a
 * root page that belong to no tree. Layouts render `children` and every slot beside them, all other
 * files the marker that names them.
 */
export async function writeApp(
  directory: string,
  trees: NamedTrees,
  build: NextBuild,
): Promise<void> {
  await write(directory, 'next.config.js', nextConfig(build));
  await write(
    directory,
    'app/layout.tsx',
    'export default function Root({ children }: any) { return <html><body>{children}</body></html> }\n',
  );
  await write(directory, 'app/page.tsx', component('page'));
  for (const [name, tree] of Object.entries(trees)) {
    for (const file of tree.files) {
      const whole = splitFile(file).name.includes('.');
      await write(
        directory,
        `app/${name}/${whole ? file : `${file}.tsx`}`,
        whole ? '' : source(tree, name, file),
      );
    }
  }
}

/** Writes an app that is one tree and nothing else, whose root layout is the tree's own. */
export async function writeTopApp(
  directory: string,
  tree: AppTree,
  build: NextBuild,
): Promise<void> {
  await write(directory, 'next.config.js', nextConfig(build));
  for (const [file, text] of Object.entries(topAppFiles(tree))) {
    await write(directory, `app/${file}`, text);
  }
}

/** What {@link writeTopApp} puts into the app directory. */
export function topAppFiles(tree: AppTree): Readonly<Record<string, string>> {
  return Object.fromEntries(
    tree.files.map((file) => {
      const whole = splitFile(file).name.includes('.');
      const name = whole ? file : `${file}.tsx`;
      const own = tree.sources?.[file];
      if (own !== undefined || whole) return [name, own ?? ''];
      const text = source(tree, 'app', file);
      // A layout with no other above it holds the document.
      return [name, isRootLayout(tree, file) ? text.replace(/<>(.*)<\/>/u, documentAround) : text];
    }),
  );
}

const documentAround = '<html><body>$1</body></html>';

function isRootLayout({ files }: OracleTree, file: string): boolean {
  const { folders, name } = splitFile(file);
  if (name !== 'layout') return false;
  return folders.every(
    (_, depth) => !files.includes([...folders.slice(0, depth), 'layout'].join('/')),
  );
}

function source(tree: OracleTree, name: string, file: string): string {
  const { folders, name: convention } = splitFile(file);
  if (convention === 'layout') return layout(slotsOf(tree, folders.join('/')));
  if (convention === 'template') return layout([]);
  if (convention === 'route') return "export function GET() { return new Response('route') }\n";
  const client = convention === 'error' ? "'use client'\n" : '';
  return client + component(`${name}/${file}`);
}

function component(file: string): string {
  return `export default function Component() { return ${marker(file)} }\n`;
}

function layout(slots: readonly string[]): string {
  const props = slots.map((slot) => `{props[${JSON.stringify(slot)}]}`);
  return `export default function Layout(props: any) { return <>{props.children}${props.join('')}</> }\n`;
}

/**
 * The install folder above the app is the root of the build, so that lockfiles further up do not
 * matter. Nothing here touches routing, but for `build.config`, which is the caller's.
 */
function nextConfig({ version, bundler, config = {} }: NextBuild): string {
  const own: Record<string, unknown> = { typescript: { ignoreBuildErrors: true } };
  if (!atLeast(version, 16)) own['eslint'] = { ignoreDuringBuilds: true };
  const root = "require('node:path').dirname(__dirname)";
  const lines = [`const config = ${JSON.stringify({ ...own, ...config })}`];
  if (atLeast(version, 15)) lines.push(`config.outputFileTracingRoot = ${root}`);
  if (atLeast(version, 15, 3)) lines.push(`config.turbopack = { root: ${root} }`);
  if (bundler === 'webpack') lines.push(`config.webpack = ${printEveryWebpackError}`);
  lines.push('module.exports = config', '');
  return lines.join('\n').replaceAll('__MARK__', JSON.stringify(webpackErrorMark));
}

/** Next prints the first five errors of a webpack build only, so the build prints all by itself. */
const printEveryWebpackError = `(config) => {
  config.plugins.push({
    apply(compiler) {
      compiler.hooks.done.tap('oracle', ({ compilation }) => {
        for (const error of compilation.errors)
          console.log(__MARK__ + JSON.stringify(String(error.message)))
      })
    },
  })
  return config
}`;

async function write(directory: string, file: string, text: string): Promise<void> {
  const target = path.join(directory, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}
