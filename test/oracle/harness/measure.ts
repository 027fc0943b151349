import { measureBuild, pick, type Measurement } from './measure-build.js';
import { measureUrls, type ServedAnswer } from './measure-urls.js';
import { atLeast } from './next-version.js';
import type { NamedTrees } from './oracle-tree.js';

/**
 * Asks a release what its own way of answering is: the build since 16.0, the served URLs before.
 * Many trees share one build, but not so many that a build gets out of hand.
 */
export async function measure(
  trees: NamedTrees,
  measurement: Measurement,
): Promise<ReadonlyMap<string, ServedAnswer>> {
  const validates = atLeast(measurement.build.version, 16);
  const [ask, size] = validates ? [measureBuild, 150] : [measureUrls, 50];
  const names = Object.keys(trees);
  const answers = new Map<string, ServedAnswer>();
  for (let start = 0; start < names.length; start += size) {
    const batch = pick(trees, names.slice(start, start + size));
    for (const [name, answer] of await ask(batch, measurement)) answers.set(name, answer);
  }
  return answers;
}
