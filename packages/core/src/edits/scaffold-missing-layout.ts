import type { App } from '../app.js';
import type { Segment, SegmentPath } from '../routes/route-tree.js';
import type { CreateFile } from './edit.js';
import { scaffoldLayout } from './scaffold-layout.js';

/**
 * The edit that creates the layout of a segment that has none. The outermost one prints the document.
 *
 * @param slots - The slots that it renders, by their names without `@`.
 * @param like - The file whose language and style are followed, relative to the app directory.
 * @returns undefined in the cases of `scaffold`, and where layouts below print the document already.
 */
export function scaffoldMissingLayout(
  app: App,
  { segment, ancestors }: SegmentPath,
  slots: readonly string[],
  like: string,
): CreateFile | undefined {
  const outermost = !ancestors.some(({ files }) => files.layout !== undefined);
  if (outermost && hasLayoutBelow(segment)) return undefined;
  return scaffoldLayout(app, { segment, slots, like, document: outermost });
}

function hasLayoutBelow({ folders, slots }: Segment): boolean {
  return folders.some(
    (folder) =>
      !slots.includes(folder) && (folder.files.layout !== undefined || hasLayoutBelow(folder)),
  );
}
