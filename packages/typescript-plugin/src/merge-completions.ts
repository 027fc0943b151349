import type ts from 'typescript';

type Answer = ts.WithMetadata<ts.CompletionInfo>;

/**
 * Adds our entries to a host's answer, none of them twice.
 *
 * What TypeScript offers stays and ours is left out. Where Next's plugin offers the same, ours stands
 * in its place: it knows its details, and `data-grid` is inserted so that it compiles.
 *
 * @param besideNext - True where Next's plugin is at work. It may have answered before us, and it may
 *   wrap us and put its entries into the very object that we return.
 */
export function mergeCompletions(
  prior: Answer | undefined,
  ours: readonly ts.CompletionEntry[],
  besideNext: boolean,
): Answer {
  const answer = prior ?? emptyAnswer;
  const names = new Set(ours.map(({ name }) => name));
  const kept = answer.entries.filter((entry) => !isDoubleOfNext(entry, names));
  const taken = new Set(kept.map(({ name }) => name));
  const entries = [...kept, ...ours.filter(({ name }) => !taken.has(name))];
  return besideNext ? withoutLateDoubles(answer, entries, names) : { ...answer, entries };
}

const emptyAnswer: Answer = {
  isGlobalCompletion: false,
  isMemberCompletion: true,
  isNewIdentifierLocation: false,
  entries: [],
};

/** An answer that leaves out what Next's plugin adds to it afterwards. */
function withoutLateDoubles(
  answer: Answer,
  entries: readonly ts.CompletionEntry[],
  names: ReadonlySet<string>,
): Answer {
  let current = [...entries];
  return {
    ...answer,
    get entries() {
      if (current.some((entry) => isDoubleOfNext(entry, names))) {
        current = current.filter((entry) => !isDoubleOfNext(entry, names));
      }
      return current;
    },
    set entries(changed) {
      current = changed;
    },
  };
}

/**
 * Whether Next's plugin made an entry for one of our names: in a pattern it is called `team`, in a type
 * `team: React.ReactNode`.
 */
function isDoubleOfNext(entry: ts.CompletionEntry, names: ReadonlySet<string>): boolean {
  if (!/^Next\.js \w+ prop\b/u.test(entry.labelDetails?.description ?? '')) return false;
  return names.has(entry.name) || names.has(entry.name.replace(/: React\.ReactNode$/u, ''));
}
