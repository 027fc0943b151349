// Bundles what the extension runs. esbuild, since the extension and the server each become one file
// with everything in it, TypeScript is made small, and all of that takes a second.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { script, style } from '@next-slots/explorer/assets';
import { build, transform } from 'esbuild';

const source = join(import.meta.dirname, '..');
const server = join(source, '..', 'language-server');

const shared = {
  bundle: true,
  minify: true,
  platform: 'node',
  // That of the oldest VS Code in `engines`.
  target: 'node22.15',
  metafile: true,
  logLevel: 'error',
  legalComments: 'none',
};

/**
 * What runs in workspaces with Next is a file of its own, so that VS Code's start waits for the small
 * one alone that looks whether there is Next.
 */
const runApart = {
  name: 'run-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/run\.js$/ }, () => ({ path: './run.cjs', external: true }));
  },
};

/**
 * Bundles the extension and the language server into a folder.
 *
 * @param {string} folder
 * @returns {Promise<string[]>} the files that went into the bundles
 */
export async function bundle(folder) {
  const extension = {
    ...shared,
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    external: ['vscode'],
    plugins: [runApart],
    // VS Code gives its module to what is required.
    supported: { 'dynamic-import': false },
  };
  const built = await Promise.all([
    build({ ...extension, entryPoints: [join(source, 'src', 'extension.ts')] }),
    build({ ...extension, entryPoints: [join(source, 'src', 'run.ts')] }),
    build({
      ...shared,
      entryPoints: [join(server, 'src', 'main.ts')],
      outfile: join(folder, 'server.mjs'),
      format: 'esm',
      banner: {
        // The protocol's library is CommonJS and requires modules of Node.
        js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);",
      },
    }),
  ]);
  await mkdir(join(folder, 'explorer'), { recursive: true });
  await writeFile(join(folder, 'explorer', 'explorer.js'), script);
  await writeFile(join(folder, 'explorer', 'explorer.css'), style);
  const page = join(source, '..', 'explorer', 'dist', 'assets.js');
  return [page, ...built.flatMap(({ metafile }) => Object.keys(metafile.inputs))];
}

/** TypeScript as the server loads it: its API in one file, made small. */
export async function smallTypeScript() {
  const file = typescriptFile('lib/typescript.js');
  const { code } = await transform(await readFile(file, 'utf8'), {
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: shared.target,
    legalComments: 'none',
  });
  return code;
}

/** A file of the TypeScript that the server depends on. */
export function typescriptFile(name) {
  return createRequire(join(server, 'package.json')).resolve(`typescript/${name}`);
}
