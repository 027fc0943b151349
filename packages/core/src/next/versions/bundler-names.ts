import type { Bundler } from '../../settings.js';

/** How each bundler writes its own name. */
export const bundlerNames = {
  turbopack: 'Turbopack',
  webpack: 'webpack',
} as const satisfies Record<Bundler, string>;
