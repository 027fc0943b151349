import { conventionOf, type ConventionFile } from '../../routes/convention-files.js';
import type { Check } from './check.js';

/**
 * Whether a check could report at a file, by its name alone: the cheap question before an app is read.
 *
 * @param file - A path with `/` between folders.
 */
export function mayBeAnchor(check: Pick<Check, 'anchors'>, file: string): boolean {
  return mayAnchor(check, conventionOf(file));
}

/** The same for who asks about many checks, and knows what {@link conventionOf} says. */
export function mayAnchor(
  { anchors }: Pick<Check, 'anchors'>,
  convention: ConventionFile | undefined,
): boolean {
  if (anchors === 'modules') return true;
  return convention !== undefined && anchors.includes(convention);
}
