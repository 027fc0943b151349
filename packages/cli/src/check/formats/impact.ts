import type { Finding } from '../../public/report.js';

/** What Next.js does with a problem, in a few words; nothing where it does nothing about it. */
const impacts = {
  'build-error': 'build fails',
  'not-found': '404',
  silent: undefined,
  future: 'not broken yet',
  none: undefined,
} as const satisfies Record<Finding['impact'], string | undefined>;

/** A finding's check and what comes of it: `require-slot-default (build fails)`. */
export function checkWithImpact({ check, impact }: Pick<Finding, 'check' | 'impact'>): string {
  const words = impacts[impact];
  return words === undefined ? check : `${check} (${words})`;
}
