// Lays the extension out as it is packed: what is bundled, and under node_modules, really there and not
// as links, the two packages that are found by their names. tsserver looks for its plugin there, the
// language server for TypeScript.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundle, smallTypeScript, typescriptFile } from './bundle.js';
import { noticesFile, thirdPartyNotices } from '../../core/scripts/third-party-notices.js';

const source = join(import.meta.dirname, '..');
const plugin = join(source, '..', 'typescript-plugin');

/**
 * Lays the extension out in a folder, which is emptied first.
 *
 * @param {string} folder
 * @param {{ small?: boolean }} options `small: false` takes TypeScript as it is, which is quicker
 */
export async function stage(folder, { small = true } = {}) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, 'images'), { recursive: true });
  const [inputs] = await Promise.all([
    bundle(join(folder, 'dist')),
    stagePlugin(join(folder, 'node_modules', 'typescript-plugin-next-slots')),
    stageTypeScript(join(folder, 'node_modules', 'typescript'), small),
    ...['README.md', 'CHANGELOG.md', 'LICENSE', 'images/icon.png'].map((file) =>
      cp(join(source, file), join(folder, file)),
    ),
  ]);
  await writeFile(join(folder, noticesFile), thirdPartyNotices(inputs));
  await writeJson(join(folder, 'package.json'), await manifest());
}

/** The manifest without what only the workspace needs. */
async function manifest() {
  const { private: _private, devDependencies: _dev, ...rest } = await readJson(source);
  const { version: pluginVersion } = await readJson(plugin);
  const { version } = JSON.parse(await readFile(typescriptFile('package.json'), 'utf8'));
  return {
    ...rest,
    dependencies: { typescript: version, 'typescript-plugin-next-slots': pluginVersion },
  };
}

async function stagePlugin(folder) {
  await mkdir(join(folder, 'dist'), { recursive: true });
  for (const file of ['index.cjs', noticesFile]) {
    await cp(join(plugin, 'dist', file), join(folder, 'dist', file));
  }
  const { name, version, license, main } = await readJson(plugin);
  await writeJson(join(folder, 'package.json'), { name, version, license, main });
}

async function stageTypeScript(folder, small) {
  await mkdir(join(folder, 'lib'), { recursive: true });
  const library = join(folder, 'lib', 'typescript.js');
  if (small) await writeFile(library, await smallTypeScript());
  else await cp(typescriptFile('lib/typescript.js'), library);
  for (const file of ['LICENSE.txt', 'ThirdPartyNoticeText.txt']) {
    await cp(join(dirname(typescriptFile('package.json')), file), join(folder, file));
  }
  const { name, version, license } = JSON.parse(
    await readFile(typescriptFile('package.json'), 'utf8'),
  );
  await writeJson(join(folder, 'package.json'), {
    name,
    version,
    license,
    main: './lib/typescript.js',
  });
}

async function readJson(folder) {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
}

async function writeJson(file, value) {
  await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
