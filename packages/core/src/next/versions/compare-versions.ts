/**
 * Compares two versions by their numbers; a prerelease counts as the release it leads to, since it
 * already behaves like it. Missing numbers are zero: `16` is `16.0.0`.
 *
 * @returns below zero, zero or above zero, as `Array.prototype.sort` wants it.
 */
export function compareVersions(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  for (let index = 0; index < 3; index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(version: string): readonly number[] {
  return (/^\d+(?:\.\d+){0,2}/u.exec(version)?.[0] ?? '0').split('.').map(Number);
}
