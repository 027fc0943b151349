import { extensions, RelativePattern, workspace, type Uri, type WorkspaceFolder } from 'vscode';
import { readText } from '../workspace/read-text.js';
import { silentRules } from './silent-rules.js';

const eslintExtension = 'dbaeumer.vscode-eslint';

/** The files that say whether ESLint reports our rules. VS Code finds nothing by braces in braces. */
export const eslintFiles = `**/{${[
  'package.json',
  ...['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`),
  '.eslintrc',
  '.eslintrc.*',
].join(',')}}`;

/** More than this many are not read: a workspace that large has one config above all. */
const readAtMost = 100;

/** The rules that ESLint reports in a folder of the workspace; see {@link silentRules}. */
export async function rulesOfEslint(folder: WorkspaceFolder): Promise<readonly string[]> {
  const isEslintAtWork =
    extensions.getExtension(eslintExtension) !== undefined &&
    workspace.getConfiguration('eslint', folder).get('enable') !== false;
  if (!isEslintAtWork) return [];
  const pattern = new RelativePattern(folder, eslintFiles);
  const files = await workspace.findFiles(pattern, '**/node_modules/**', readAtMost);
  const [manifests, configs] = await Promise.all([
    texts(files.filter(isManifest)),
    texts(files.filter((file) => !isManifest(file))),
  ]);
  return silentRules({ manifests, configs });
}

function isManifest({ path }: Uri): boolean {
  return path.endsWith('/package.json');
}

async function texts(files: readonly Uri[]): Promise<readonly string[]> {
  const read = await Promise.all(files.map(readText));
  return read.filter((text) => text !== undefined);
}
