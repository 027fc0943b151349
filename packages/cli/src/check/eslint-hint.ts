import { readText } from '@next-slots/core/node';
import { walkSegments } from '@next-slots/core';
import type { OpenedApp } from '../apps/open-app.js';
import { findEslintConfig } from '../init/find-eslint-config.js';

/** What a config has that lints TypeScript: a parser for it, the configs that bring one, or `forApps`. */
const lintsTypeScript = /typescript|tseslint|\btsx\b|forApps|parser/iu;

/**
 * A hint for a project whose ESLint has our rules but, by the text of its config, no parser for the
 * app's `.tsx` files: ESLint then skips them silently. The config is read, not run.
 */
export function eslintHint(apps: readonly OpenedApp[]): string | undefined {
  const isSkipped = apps.some((opened) => {
    const config = findEslintConfig(opened.location.root);
    if (config?.kind !== 'flat') return false;
    const text = readText(config.file) ?? '';
    return text.includes('next-slots') && !lintsTypeScript.test(text) && hasTsx(opened);
  });
  return isSkipped
    ? 'ESLint seems to skip .tsx files: its config has no TypeScript parser. Run `npx next-slots init` to find out.'
    : undefined;
}

function hasTsx({ app }: OpenedApp): boolean {
  return [...walkSegments(app.tree)].some(({ segment }) =>
    Object.values(segment.files).some((name) => name.endsWith('.tsx')),
  );
}
