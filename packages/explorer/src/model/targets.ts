import { bundlerNames, defaultBundler, type Bundler } from '@next-slots/core';
import type { Target } from './explorer-state.js';

/** The newest release that is known of each line whose slots behave differently. */
const offeredVersions = ['16.4.6', '16.3.8', '16.0.11', '15.5.29', '14.2.35', '13.5.11'] as const;

/** The bundlers that `next build` of a version can use; its own choice first. */
export function bundlersOf(version: string): readonly Bundler[] {
  return defaultBundler(version) === 'turbopack' ? ['turbopack', 'webpack'] : ['webpack'];
}

/** The versions and bundlers that the explorer offers, the app's own first. */
export function offeredTargets(own: Target): readonly Target[] {
  const offered = offeredVersions.flatMap((version) =>
    bundlersOf(version).map((bundler): Target => ({ version, bundler })),
  );
  return [own, ...offered.filter((each) => !isSameTarget(each, own))];
}

/** Whether two targets are the same version with the same bundler. */
export function isSameTarget(a: Target, b: Target): boolean {
  return a.version === b.version && a.bundler === b.bundler;
}

/** A target as people read it: `16.4.6 (Turbopack)`. */
export function targetName({ version, bundler }: Target): string {
  return `${version} (${bundlerNames[bundler]})`;
}
