import type { App } from '@next-slots/core';

import { answersOf } from '../random/app-answers.js';
import { openInMemory, repair, selections, type SelectionName } from '../random/app-in-memory.js';
import type { RandomApp } from '../random/random-apps.js';
import type { Sample } from './check-random-trees.js';
import { targetOf } from './compare.js';
import { measure } from './harness/measure.js';
import type { Measurement } from './harness/measure-build.js';
import type { ServedAnswer, UrlAnswer } from './harness/measure-urls.js';
import { verdictName, type NextBuild } from './harness/next-version.js';
import { urlsOf, type AppTree, type NamedTrees } from './harness/oracle-tree.js';
import { treeContents } from './harness/write-app.js';
import { randomTrees } from './random-trees.js';
import { inApp } from './verdict-tree.js';

const presets = ['recommended', 'strict'] as const satisfies readonly SelectionName[];
const templates = ['null', 'not-found', 'mirror'] as const;

/** A random tree, and what `fix` makes of it. */
interface Fixed {
  readonly how: string;
  readonly before: AppTree;
  readonly after: AppTree;
  readonly app: App;
}

/**
 * Asks real Next.js whether `fix` makes apps worse: random trees are built and served as they are and
 * after `fix` with each preset and template in turn.
 *
 * @returns The exit status: 1 where what built fails, a 200 is none any more, or any URL answers 200.
 */
export async function checkFixes(
  { runs, seed }: Pick<Sample, 'runs' | 'seed'>,
  measurement: Measurement,
): Promise<number> {
  const { build, log } = measurement;
  const trees = randomTrees(seed, runs).flatMap((tree, index) => fixTree(tree, index, build) ?? []);
  log(`Next ${verdictName(build)}, ${String(trees.length)} fixed trees, seed ${String(seed)}`);
  const answersBefore = await measure(namedTrees(trees, 'before'), measurement, true);
  const built = trees.filter((_, index) => 'urls' in (answersBefore.get(nameOf(index)) ?? {}));
  const again = built.map((fixed) => trees.indexOf(fixed));
  const answersAfter = await measure(namedTrees(trees, 'after', again), measurement, true);
  let spoiled = 0;
  for (const index of again) {
    const [fixed, before, after] = [
      trees[index],
      answersBefore.get(nameOf(index)),
      answersAfter.get(nameOf(index)),
    ];
    if (!fixed || !before || !after) throw new Error('A tree was not answered');
    const found = harm(fixed, before, after);
    if (found.length === 0) continue;
    spoiled += 1;
    console.log(`${fixed.how} does harm: ${fixed.before.files.join(' ')}`);
    for (const line of found) console.log(`  ${line}`);
  }
  console.log(
    `Next ${verdictName(build)}, seed ${String(seed)}: fix spoils ${String(spoiled)} of ${String(again.length)} trees that build`,
  );
  return spoiled === 0 ? 0 : 1;
}

/** What `fix` makes of a tree; undefined where it changes nothing, or where nothing built before. */
function fixTree(tree: AppTree, index: number, build: NextBuild): Fixed | undefined {
  const preset = presets[index % presets.length] ?? 'recommended';
  const template = templates[index % templates.length] ?? 'null';
  const contents = treeContents(tree, folder, build);
  const texts = contents.flatMap(([file, content]) =>
    typeof content === 'string' ? [[`${folder}/${file}`, content] as const] : [],
  );
  const files: RandomApp = Object.fromEntries([...around, ...texts]);
  const target = targetOf(build);
  // What does not build cannot become worse, and costs many builds to tell apart.
  if (!answersOf(openInMemory(files, target)).builds) return undefined;
  const fixed = repair(files, target, selections[preset], { template }).files;
  const changed = Object.entries(fixed).filter(([file, text]) => files[file] !== text);
  if (changed.length === 0) return undefined;
  const sources = Object.fromEntries(
    changed.map(([file, text]) => [
      file.slice(folder.length + 1).replace(/\.tsx$/u, ''),
      text.replaceAll(`${folder}/`, `${nameOf(index)}/`),
    ]),
  );
  const after = { files: [...new Set([...tree.files, ...Object.keys(sources)])], sources };
  const urls = unknownUrls(after);
  const app = openInMemory(fixed, target);
  return {
    how: `fix --preset ${preset} --template ${template}`,
    before: { ...tree, urls: [...urlsOf(after), ...urls] },
    after: { ...after, urls },
    app,
  };
}

const folder = 'tree';
const plain = 'export default function Root({ children }) { return children }\n';
const around = [
  ['layout.tsx', plain],
  ['page.tsx', 'export default function Page() { return <p>top</p> }\n'],
] as const;

/** URLs beside those of an app, which nobody named. */
function unknownUrls(tree: AppTree): readonly string[] {
  const known = urlsOf(tree);
  const beside = known.map((url) => `${url === '/' ? '' : url}/nope`);
  return ['/nope', '/no/pe', ...beside].filter((url) => !known.includes(url));
}

function namedTrees(
  trees: readonly Fixed[],
  when: 'before' | 'after',
  indices: readonly number[] = [...trees.keys()],
): NamedTrees {
  return Object.fromEntries(
    indices.flatMap((index) => {
      const fixed = trees[index];
      return fixed ? [[nameOf(index), fixed[when]] as const] : [];
    }),
  );
}

function nameOf(index: number): string {
  return `r${String(index)}`;
}

function harm({ app }: Fixed, before: ServedAnswer, after: ServedAnswer): string[] {
  if (!('urls' in before)) return [];
  if ('buildError' in after) return [`the build fails: ${after.buildError.slice(0, 300)}`];
  if (!('urls' in after)) return [`the build fails: ${JSON.stringify(after)}`];
  const ours = answersOf(app);
  return Object.entries(before.urls).flatMap(([url, was]) => {
    const is = after.urls[url];
    if (!is) return [];
    const line = `${url}: ${String(was.status)} before, ${String(is.status)} after`;
    if (was.status === 200) return is.status === 200 && keepsPages(was, is) ? [] : [line];
    // A URL that got its default may well be answered now, but not any.
    return is.status === 200 && ours.at(inApp(url)) !== '200' ? [`${line}, as any URL`] : [];
  });
}

function keepsPages(was: UrlAnswer, is: UrlAnswer): boolean {
  const pages = was.renders.filter((file) => /(?:^|\/)(?:page|route)$/u.test(file));
  return pages.every((file) => is.renders.includes(file));
}
