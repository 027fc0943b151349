import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { atLeast, type NextBuild } from './next-version.js';
import {
  fileName,
  isWholeName,
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
    for (const [file, content] of treeContents(tree, name, build)) {
      await write(directory, `app/${name}/${file}`, content);
    }
  }
}

/** What {@link writeApp} puts into the folder of one tree. */
export function treeContents(
  tree: AppTree,
  name: string,
  build: SourceSettings,
): (readonly [file: string, content: Content])[] {
  return tree.files.map((file) => [
    fileName(file),
    tree.sources?.[file] ?? source(tree, name, file, build),
  ]);
}

/** Writes an app that is one tree and nothing else, whose root layout is the tree's own. */
export async function writeTopApp(
  directory: string,
  tree: AppTree,
  build: NextBuild,
): Promise<void> {
  await write(directory, 'next.config.js', nextConfig(build));
  for (const [file, content] of topAppContents(tree, build)) {
    await write(directory, `app/${file}`, content);
  }
}

/** The texts that {@link writeTopApp} puts into the app directory; empty for what is no text. */
export function topAppFiles(tree: AppTree): Readonly<Record<string, string>> {
  const contents = topAppContents(tree, {});
  return Object.fromEntries(
    contents.map(([file, content]) => [file, typeof content === 'string' ? content : '']),
  );
}

type Content = string | Uint8Array;

function topAppContents(tree: AppTree, build: SourceSettings): [file: string, Content][] {
  return tree.files.map((file) => {
    const content = tree.sources?.[file] ?? source(tree, 'app', file, build);
    // A layout with no other above it holds the document.
    const isDocument = isRootLayout(tree, file) && tree.sources?.[file] === undefined;
    return [
      fileName(file),
      isDocument && typeof content === 'string'
        ? content.replace(/<>(.*)<\/>/u, documentAround)
        : content,
    ];
  });
}

const documentAround = '<html><body>$1</body></html>';

function isRootLayout({ files }: OracleTree, file: string): boolean {
  const { folders, name } = splitFile(file);
  if (name !== 'layout') return false;
  return folders.every(
    (_, depth) => !files.includes([...folders.slice(0, depth), 'layout'].join('/')),
  );
}

/** What of a build shows in the source of files. */
type SourceSettings = Pick<NextBuild, 'config' | 'staticParams'>;

function source(tree: OracleTree, name: string, file: string, build: SourceSettings): Content {
  const { folders, name: convention } = splitFile(file);
  if (file.endsWith('/')) return '';
  if (isWholeName(file)) return wholeFiles[path.extname(file)] ?? '';
  // `output: 'export'` takes no other handler.
  const force = build.config?.['output'] === 'export' ? staticHandler : '';
  if (convention in metadataSources) return force + (metadataSources[convention] ?? '');
  const params = build.staticParams === true ? staticParams(folders, convention) : '';
  if (convention === 'layout') return layout(slotsOf(tree, folders.join('/')));
  if (convention === 'template') return layout([]);
  if (convention === 'route') {
    const answer = JSON.stringify(`<p data-file="${name}/${file}"></p>`);
    return `${params}${force}export function GET() { return new Response(${answer}) }\n`;
  }
  const client = convention === 'error' ? "'use client'\n" : '';
  return client + params + component(`${name}/${file}`);
}

const staticHandler = "export const dynamic = 'force-static'\n";

/** One set of parameters: those of the URL that is asked. */
function staticParams(folders: readonly string[], convention: string): string {
  if (convention !== 'page' && convention !== 'route') return '';
  const params = folders.flatMap((folder): [string, unknown][] => {
    const { rest, name } =
      /^(?:\(\.+\))*\[+(?<rest>\.\.\.)?(?<name>[^\]]+)\]+$/u.exec(folder)?.groups ?? {};
    return name === undefined ? [] : [[name, rest === undefined ? '42' : ['any', 'thing']]];
  });
  if (params.length === 0) return '';
  const list = JSON.stringify([Object.fromEntries(params)]);
  return `export function generateStaticParams() { return ${list} }\n`;
}

const image = `export const contentType = 'image/png'
export default function Image() { return new Response('') }
`;

/** Modules that Next makes metadata of. */
const metadataSources: Readonly<Record<string, string>> = {
  icon: image,
  'apple-icon': image,
  'opengraph-image': image,
  'twitter-image': image,
  sitemap: 'export default function sitemap() { return [] }\n',
  robots: 'export default function robots() { return { rules: [] } }\n',
  manifest: 'export default function manifest() { return {} }\n',
};

// With an alpha channel: Turbopack of Next.js 16.0 decodes no other image in an icon file.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==',
  'base64',
);

/** An icon file that holds one image of one pixel: its size, then the image 22 bytes from the start. */
const icon = Buffer.concat([
  Buffer.from([0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 32, 0, pixel.length, 0, 0, 0, 22, 0, 0, 0]),
  pixel,
]);

/** What stands in files that are no modules. */
const wholeFiles: Readonly<Record<string, Content>> = { '.png': pixel, '.ico': icon };

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

/** A name that ends in a slash is an empty folder. */
async function write(directory: string, file: string, content: Content): Promise<void> {
  const target = path.join(directory, file);
  await mkdir(file.endsWith('/') ? target : path.dirname(target), { recursive: true });
  if (!file.endsWith('/')) await writeFile(target, content);
}
