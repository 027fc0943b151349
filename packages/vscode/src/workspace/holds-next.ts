import { workspace } from 'vscode';
import { readText } from './read-text.js';

const elsewhere = '**/{node_modules,.next,dist}/**';

/** More manifests than this are not read. */
const readAtMost = 300;

/**
 * Whether the workspace holds an app of Next: a manifest that asks for `next`, a `next.config`, or an
 * app directory with a slot.
 */
export async function holdsNext(): Promise<boolean> {
  const asks = await workspace.findFiles('**/package.json', elsewhere, readAtMost);
  const manifests = await Promise.all(asks.map(readText));
  if (manifests.some((text) => text !== undefined && asksForNext(text))) return true;
  for (const sign of [
    '**/next.config.{js,cjs,mjs,ts,cts,mts}',
    '**/app/**/@*/**/*.{js,jsx,ts,tsx,md,mdx}',
  ]) {
    if ((await workspace.findFiles(sign, elsewhere, 1)).length > 0) return true;
  }
  return false;
}

/** Whether a manifest has `next` among its dependencies, of whatever kind. */
export function asksForNext(manifest: string): boolean {
  try {
    const parsed: unknown = JSON.parse(manifest.replace(/^\uFEFF/u, ''));
    if (typeof parsed !== 'object' || parsed === null) return false;
    return Object.entries(parsed).some(
      ([key, value]: [string, unknown]) =>
        /^(?:dev|peer|optional)?dependencies$/iu.test(key) &&
        typeof value === 'object' &&
        value !== null &&
        'next' in value,
    );
  } catch {
    return false;
  }
}
