import { createRequire } from 'node:module';

/** The version of this package. */
export function version(): string {
  const { version } = createRequire(import.meta.url)('next-slots/package.json') as {
    readonly version: string;
  };
  return version;
}
