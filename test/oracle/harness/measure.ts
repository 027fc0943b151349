import {
  isComplaint,
  measureBuild,
  pick,
  type BuildAnswer,
  type Measurement,
} from './measure-build.js';
import { measureUrls, type ServedAnswer } from './measure-urls.js';
import { atLeast } from './next-version.js';
import type { NamedTrees } from './oracle-tree.js';

/**
 * Asks a release in its own way: by the build, which validates routes since 16.0, and by the served
 * URLs of all trees that it lets pass. Many trees share one build, but not so many that a build gets
 * out of hand.
 *
 * A build that is only asked whether it complains ends there; what fails later (loader invariants,
 * prerendering) is seen where the trees without complaints are built again, to be served.
 *
 * @param serve - Whether to ask for the URLs of a 16 release too. `output: 'export'` has no server.
 */
export async function measure(
  trees: NamedTrees,
  measurement: Measurement,
  serve: boolean,
): Promise<ReadonlyMap<string, ServedAnswer>> {
  if (!atLeast(measurement.build.version, 16)) {
    return inBatches(trees, 50, (batch) => measureUrls(batch, measurement));
  }
  const built: ReadonlyMap<string, BuildAnswer> = await inBatches(trees, 150, (batch) =>
    measureBuild(batch, measurement),
  );
  if (!serve) return built;
  const passed = [...built].flatMap(([name, answer]) =>
    'buildError' in answer || isComplaint(answer) ? [] : [name],
  );
  const served = await inBatches(pick(trees, passed), 60, (batch) =>
    measureUrls(batch, measurement),
  );
  return new Map<string, ServedAnswer>([...built, ...served]);
}

async function inBatches<Answer>(
  trees: NamedTrees,
  size: number,
  ask: (batch: NamedTrees) => Promise<ReadonlyMap<string, Answer>>,
): Promise<ReadonlyMap<string, Answer>> {
  const names = Object.keys(trees);
  const answers = new Map<string, Answer>();
  for (let start = 0; start < names.length; start += size) {
    const batch = pick(trees, names.slice(start, start + size));
    for (const [name, answer] of await ask(batch)) answers.set(name, answer);
  }
  return answers;
}
