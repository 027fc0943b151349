// The licences of everything that the packages bundle.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where a package keeps the notices of what is bundled into it. */
export const noticesFile = 'ThirdPartyNotices.txt';

/**
 * Puts the notices of what is bundled beside the bundle.
 *
 * @returns {import('rolldown').Plugin}
 */
export function noticesBeside() {
  return {
    name: 'third-party-notices',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((chunk) =>
        chunk.type === 'chunk' ? Object.keys(chunk.modules) : [],
      );
      this.emitFile({ type: 'asset', fileName: noticesFile, source: thirdPartyNotices(files) });
    },
  };
}

/**
 * The notices of the packages that files come from, ours left out.
 *
 * @param {readonly string[]} files
 * @returns {string}
 */
export function thirdPartyNotices(files) {
  const packages = new Map();
  for (const file of files.flatMap(withBundled)) {
    const folder = packageOf(resolve(file));
    if (folder === undefined) continue;
    const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    packages.set(`${name} ${version}`, folder);
  }
  return [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, folder]) => `${title}\n\n${licenceIn(folder)}`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** A file that holds other bundles has beside it a list of what went into them. */
function withBundled(file) {
  const list = join(dirname(resolve(file)), 'bundled.json');
  return existsSync(list) ? [file, ...JSON.parse(readFileSync(list, 'utf8'))] : [file];
}

/** The folder of the package that a file belongs to, if that is installed and not ours. */
function packageOf(file) {
  const inModules = /^(?<folder>.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/u.exec(
    file,
  );
  return inModules?.groups?.folder;
}

function licenceIn(folder) {
  const name = readdirSync(folder).find((file) => /^licen[cs]e(?:\.|$)/iu.test(file));
  if (name !== undefined) return `${readFileSync(join(folder, name), 'utf8').trim()}\n`;
  const above = dirname(folder);
  if (existsSync(join(above, 'package.json'))) return licenceIn(above);
  throw new Error(`${folder} shows no licence.`);
}
