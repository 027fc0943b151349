import { measureBuild, pick, type Measurement } from './measure-build.js';
import { measureUrls, type ServedAnswer } from './measure-urls.js';
import { atLeast } from './next-version.js';
import type { NamedTrees } from './oracle-tree.js';

/**
 * Asks a release in its own way: by the build alone since 16.0, which validates routes, and by the
 * served URLs before. Many trees share one build, but not so many that a build gets out of hand.
 *
 * @param serve - Ask for the URLs of a 16 release too, of all trees that its build lets pass.
 */
export async function measure(
  trees: NamedTrees,
  measurement: Measurement,
  serve: boolean,
): Promise<ReadonlyMap<string, ServedAnswer>> {
  const validates = !serve && atLeast(measurement.build.version, 16);
  const [ask, size] = validates ? [measureBuild, 150] : [measureUrls, 50];
  const names = Object.keys(trees);
  const answers = new Map<string, ServedAnswer>();
  for (let start = 0; start < names.length; start += size) {
    const batch = pick(trees, names.slice(start, start + size));
    for (const [name, answer] of await ask(batch, measurement)) answers.set(name, answer);
  }
  return answers;
}
