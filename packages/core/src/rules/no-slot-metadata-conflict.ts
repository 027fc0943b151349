import type { App } from '../app.js';
import { groupBy } from '../group-by.js';
import { leavesBeside, type Leaf } from '../next/queries/leaves.js';
import { matchesOf } from '../next/matches-of.js';
import { bundlerNames } from '../next/versions/bundler-names.js';
import type { MetadataKey } from '../source/module-facts.js';
import { filePath } from '../routes/walk.js';
import { defineCheck, type Problem } from './engine/check.js';
import { isScript } from '../routes/is-script.js';
import { listCodes, listUrls } from './engine/print-list.js';
import { slotAround } from './shared/slot-around.js';

/** Two files that one URL shows, and that both say what its title is. */
export const noSlotMetadataConflict = defineCheck({
  name: 'no-slot-metadata-conflict',
  description: 'Disallow metadata in a slot that another file at the same URL also sets',
  presets: { recommended: 'warning', strict: 'warning' },
  messages: {
    conflict: {
      message: '`{{other}}` also sets {{keys}} at {{urls}}: {{winner}}.',
      help: 'Set {{keys}} in only one of them, usually the `children` page.',
    },
  },
  anchors: ['page', 'default'],
  *run(context) {
    const { app, segment, isTarget } = context;
    const place = slotAround(context);
    if (!place) return;
    for (const kind of ['page', 'default'] as const) {
      const file = filePath(segment, kind);
      if (file === undefined || !isScript(file) || !isTarget(file)) continue;
      const keys = metadataKeys(app, file);
      if (keys.length === 0) continue;
      for (const problem of conflictsOf(app, { file, kind, isInSlot: true }, keys)) {
        yield { ...problem, ...place };
      }
    }
  },
});

function* conflictsOf(
  app: App,
  leaf: Leaf,
  keys: readonly MetadataKey[],
): Generator<Problem<'conflict'>> {
  const beside = leavesBeside(matchesOf(app), leaf.file).flatMap(({ url, leaves }) =>
    leaves.map((other) => ({ url, other })),
  );
  for (const [file, places] of groupBy(beside, ({ other }) => other.file)) {
    const other = places[0]?.other;
    if (!other || !isReportedAt(leaf, other)) continue;
    const others = new Set(metadataKeys(app, file).map(({ name }) => name));
    const shared = keys.filter(({ name }) => others.has(name));
    if (shared.length === 0) continue;
    const urls = places.map(({ url }) => url).toSorted();
    yield {
      messageId: 'conflict',
      impact: 'silent',
      file: leaf.file,
      range: shared[0]?.range,
      urls,
      cause: `metadata of ${leaf.file}`,
      related: () => places.map(({ url }) => ({ file, url })),
      data: {
        other: file,
        keys: listCodes([...new Set(shared.map(({ name }) => name))]),
        urls: listUrls(urls),
        winner: winnerBetween(app, leaf, other),
      },
    };
  }
}

/** Two files of slots are reported at one of them. */
function isReportedAt({ file }: Leaf, other: Leaf): boolean {
  return other.file !== file && !(other.isInSlot && other.file > file);
}
/** Only what has been measured is claimed: a page of a slot beside one of `children`, and defaults. */
function winnerBetween(app: App, leaf: Leaf, other: Leaf): string {
  const { metadataOfSlots, bundler } = matchesOf(app).semantics;
  const uses = (file: string) => `Next.js with ${bundlerNames[bundler]} uses \`${file}\``;
  if (other.isInSlot || other.kind === 'default') return 'Next.js uses only one of them';
  if (leaf.kind === 'default') return uses(leaf.file);
  return uses(metadataOfSlots === 'wins' ? leaf.file : other.file);
}

function metadataKeys({ sources }: App, file: string): readonly MetadataKey[] {
  return sources.facts(file)?.metadataKeys ?? [];
}
