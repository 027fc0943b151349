/**
 * Whether the nightly commands run: `pnpm test:nightly` asks about many more random cases, and
 * `pnpm test:hosts` drives every version of ESLint and TypeScript, where `npm test` drives the oldest
 * and the newest, and attacks the hosts in every way.
 */
export const isNight = process.env['MODE'] === 'nightly';

/** All of some cases by night, and the first few by day. */
export function dose<Case>(cases: readonly Case[], byDay: number): readonly Case[] {
  return isNight ? cases : cases.slice(0, byDay);
}
