import { splitFile, type NamedTrees, type OracleTree } from './harness/oracle-tree.js';

/** How to make a failing tree small. */
export interface ShrinkOptions {
  /** Says which of the trees Next and our matcher judge differently. */
  readonly findDifferences: (trees: NamedTrees) => Promise<ReadonlySet<string>>;
  /** Whether a smaller tree can be asked about at all. */
  readonly isAllowed: (tree: OracleTree) => boolean;
  /** How many smaller trees to ask about at once: a shared build costs seconds, one more tree nearly nothing. */
  readonly batchSize: number;
  /** When to be content with what is small already. */
  readonly mostAsked: number;
}

/**
 * Makes a failing tree smaller for as long as it keeps failing: without whole folders first, then
 * without single files, then with the contents of a folder in place of the folder.
 */
export async function shrinkFailure(
  failure: OracleTree,
  options: ShrinkOptions,
): Promise<OracleTree> {
  const { isAllowed, batchSize, mostAsked, findDifferences } = options;
  const seen = new Set([keyOf(failure)]);
  let smallest = failure;
  let asked = 0;
  const firstFailing = async (): Promise<OracleTree | undefined> => {
    const candidates = smallerTrees(smallest).filter((tree) => {
      const isNew = !seen.has(keyOf(tree)) && isAllowed(tree);
      seen.add(keyOf(tree));
      return isNew;
    });
    for (let start = 0; start < candidates.length && asked < mostAsked; start += batchSize) {
      const batch = candidates.slice(start, start + batchSize);
      asked += batch.length;
      const failing = await findDifferences(
        Object.fromEntries(batch.map((tree, index) => [`s${String(index)}`, tree])),
      );
      const found = batch.find((_, index) => failing.has(`s${String(index)}`));
      // Those behind it that were not needed may fail without what it lost.
      for (const tree of found ? candidates.slice(start + batchSize) : []) seen.delete(keyOf(tree));
      if (found) return found;
    }
    return undefined;
  };
  for (let next = await firstFailing(); next; next = await firstFailing()) smallest = next;
  return smallest;
}

/** Trees that lack something, those that lack most first. */
function smallerTrees({ files }: OracleTree): OracleTree[] {
  const paths = files.flatMap((file) => {
    const { folders } = splitFile(file);
    return folders.map((_, depth) => `${folders.slice(0, depth + 1).join('/')}/`);
  });
  const folders = [...new Set(paths)];
  const sizeOf = (folder: string) => files.filter((file) => file.startsWith(folder)).length;
  const bySize = folders.sort((a, b) => sizeOf(b) - sizeOf(a));
  const smaller = [
    ...bySize.map((folder) => files.filter((file) => !file.startsWith(folder))),
    ...files.map((file) => files.filter((each) => each !== file)),
    ...bySize.map((folder) => files.map((file) => hoisted(file, folder))),
  ];
  return smaller.map((each) => ({ files: [...new Set(each)].filter((file) => file !== '') }));
}

/** A file of a folder as it is called where the folder's contents take its place. */
function hoisted(file: string, folder: string): string {
  if (!file.startsWith(folder)) return file;
  return (
    folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1) + file.slice(folder.length)
  );
}

/** The order of files means nothing to Next. */
function keyOf({ files }: OracleTree): string {
  return [...files].sort().join('\n');
}
