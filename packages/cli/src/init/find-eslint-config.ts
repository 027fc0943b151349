import { dirname, join } from 'node:path';
import { diskFiles, readManifest, repositoryOf } from '@next-slots/core/node';

/** The configuration of a project's ESLint. */
export interface EslintConfig {
  readonly kind: 'flat' | 'legacy';
  /** Absolute. */
  readonly file: string;
}

const flatNames = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((each) => `eslint.config.${each}`);
const legacyNames = ['.js', '.cjs', '.yaml', '.yml', '.json', ''].map((each) => `.eslintrc${each}`);

/**
 * The nearest ESLint config at or above a project's folder, in its repository. A flat one wins, as in ESLint.
 *
 * @param root - Absolute.
 */
export function findEslintConfig(root: string): EslintConfig | undefined {
  const folders = foldersUpTo(root, repositoryOf(root, process.cwd()));
  const flat = firstFile(folders, flatNames);
  if (flat !== undefined) return { kind: 'flat', file: flat };
  const legacy = firstFile(folders, legacyNames) ?? manifestWithConfig(folders);
  return legacy === undefined ? undefined : { kind: 'legacy', file: legacy };
}

/** The first `package.json` with the key `eslintConfig`. */
function manifestWithConfig(folders: readonly string[]): string | undefined {
  const folder = folders.find((each) => 'eslintConfig' in (readManifest(each) ?? {}));
  return folder && join(folder, 'package.json');
}

/** A folder and those around it, up to another. */
export function foldersUpTo(folder: string, top: string): readonly string[] {
  const folders = [folder];
  for (let at = folder; at !== top && dirname(at) !== at;) {
    at = dirname(at);
    folders.push(at);
  }
  return folders;
}

/** The first file of some names in some folders. */
export function firstFile(
  folders: readonly string[],
  names: readonly string[],
): string | undefined {
  return folders
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((file) => diskFiles.isFile(file));
}
