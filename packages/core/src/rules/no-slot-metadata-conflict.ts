import type { App } from '../app.js';
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

/** What is written in both files, and where both are shown. */
interface Shared {
  readonly other: Leaf;
  readonly keys: readonly MetadataKey[];
  readonly urls: string[];
}

function* conflictsOf(
  app: App,
  leaf: Leaf,
  keys: readonly MetadataKey[],
): Generator<Problem<'conflict'>> {
  const found = new Map<string, Shared | undefined>();
  for (const { url, leaves } of leavesBeside(matchesOf(app), leaf.file)) {
    for (const other of leaves) {
      if (!found.has(other.file)) found.set(other.file, sharedWith(app, leaf, keys, other));
      found.get(other.file)?.urls.push(url);
    }
  }
  for (const shared of found.values()) {
    if (!shared) continue;
    const { other, urls } = shared;
    const names = [...new Set(shared.keys.map(({ name }) => name))];
    yield {
      messageId: 'conflict',
      impact: 'silent',
      file: leaf.file,
      range: shared.keys[0]?.range,
      urls: [...urls].sort(),
      cause: `metadata of ${leaf.file}`,
      related: () => urls.map((url) => ({ file: other.file, url })),
      data: {
        other: other.file,
        keys: listCodes(names),
        urls: listUrls([...urls].sort()),
        winner: winnerBetween(app, leaf, other),
      },
    };
  }
}

/** Two files of slots are reported at one of them. */
function sharedWith(
  app: App,
  leaf: Leaf,
  keys: readonly MetadataKey[],
  other: Leaf,
): Shared | undefined {
  if (other.file === leaf.file || (other.isInSlot && other.file > leaf.file)) return undefined;
  const others = new Set(metadataKeys(app, other.file).map(({ name }) => name));
  const both = keys.filter(({ name }) => others.has(name));
  return both.length > 0 ? { other, keys: both, urls: [] } : undefined;
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
