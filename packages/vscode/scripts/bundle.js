// Bundles what the extension runs. esbuild, since the extension and the server each become one file
// with everything in it, TypeScript is made small, and all of that takes a second.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
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
 * Bundles the extension and the language server into a folder.
 *
 * @param {string} folder
 * @returns {Promise<string[]>} the files that went into the bundles
 */
export async function bundle(folder) {
  const built = await Promise.all([
    build({
      ...shared,
      entryPoints: [join(source, 'src', 'extension.ts')],
      outfile: join(folder, 'extension.cjs'),
      format: 'cjs',
      external: ['vscode'],
    }),
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
  return built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
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
