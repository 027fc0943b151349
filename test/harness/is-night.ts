/**
 * Whether the nightly commands run: `pnpm test:nightly` asks about many more random cases, and
 * `pnpm test:hosts` drives every version of ESLint and TypeScript, where `npm test` drives the oldest
 * and the newest.
 */
export const isNight = process.env['MODE'] === 'nightly';
