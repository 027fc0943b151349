import { dirname, join } from 'node:path';
import { diskFiles, type ProjectFiles } from './project-files.js';
import { readYamlMappings } from './yaml-mappings.js';

/**
 * The range that a workspace's catalog has for `next`: what `catalog:` and `catalog:name` stand for in a
 * `package.json`. pnpm keeps catalogs in `pnpm-workspace.yaml`, Yarn in `.yarnrc.yml`, Bun in the
 * workspace's `package.json`.
 *
 * Source: https://pnpm.io/catalogs, https://yarnpkg.com/features/catalogs, https://bun.com/docs/pm/catalogs
 *
 * @param root - The project's folder, which lies in the workspace. Absolute.
 * @param name - Behind `catalog:`; `''` is the default catalog.
 * @returns undefined where no catalog of that name has it.
 */
export function rangeInCatalog(
  root: string,
  name: string,
  files: ProjectFiles = diskFiles,
): string | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    for (const catalogs of catalogsIn(folder, files)) {
      const range = entry(catalogOf(catalogs, name), 'next');
      if (typeof range === 'string') return range;
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/** What in a folder may hold catalogs, under the keys `catalog` and `catalogs`. */
function* catalogsIn(folder: string, files: ProjectFiles): Generator {
  for (const name of ['pnpm-workspace.yaml', '.yarnrc.yml']) {
    yield read(join(folder, name), files, readYamlMappings);
  }
  const manifest = read(join(folder, 'package.json'), files, JSON.parse);
  yield entry(manifest, 'workspaces');
  yield manifest;
}

function catalogOf(holder: unknown, name: string): unknown {
  // The default catalog has two names and may be written as one of the named.
  if (name === '' || name === 'default') {
    return entry(holder, 'catalog') ?? entry(entry(holder, 'catalogs'), 'default');
  }
  return entry(entry(holder, 'catalogs'), name);
}

function read(file: string, files: ProjectFiles, parse: (text: string) => unknown): unknown {
  const text = files.readFile(file);
  if (text === undefined) return undefined;
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function entry(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Readonly<Record<string, unknown>>)[key]
    : undefined;
}
