import type { App } from '../../app.js';
import type { ConventionFile } from '../../routes/convention-files.js';
import type { SegmentPath } from '../../routes/route-tree.js';
import { findNearestSegment, folderOf } from '../../routes/walk.js';
import { conventionOf } from '../../routes/convention-files.js';

/** One file of an app and where to look for what is wrong in it: worked out once for all checks. */
export interface FileLook {
  readonly app: App;
  /** Relative to the app directory. */
  readonly file: string;
  /** What the file is by its name; undefined for any other module. */
  readonly convention: ConventionFile | undefined;
  /** The file's folder, else the nearest around it that is a segment. */
  readonly way: SegmentPath;
  /** The segments that can have a finding anchored in the file, the innermost first. */
  readonly places: readonly SegmentPath[];
  /** Those of them that own named slots. */
  readonly owners: readonly SegmentPath[];
  readonly wants: (file: string) => boolean;
}

/** @param file - Relative to the app directory. */
export function lookAtFile(app: App, file: string): FileLook {
  const way = findNearestSegment(app.tree, folderOf(file));
  let places = placesByWay.get(way);
  if (!places) placesByWay.set(way, (places = placesOnTheWay(way)));
  const wants = (wanted: string) => wanted === file;
  return { app, file, convention: conventionOf(file), way, ...places, wants };
}

type Places = Pick<FileLook, 'places' | 'owners'>;

/** The same for all files of a folder. */
const placesByWay = new WeakMap<SegmentPath, Places>();

function placesOnTheWay(way: SegmentPath): Places {
  const places = [way];
  for (let depth = way.ancestors.length - 1; depth >= 0; depth -= 1) {
    const segment = way.ancestors[depth];
    // What is wrong at a folder with a layout or page is reported in one of its own files.
    if (!segment || segment.files.layout !== undefined || segment.files.page !== undefined)
      continue;
    places.push({ segment, ancestors: way.ancestors.slice(0, depth) });
  }
  return { places, owners: places.filter(({ segment }) => segment.slots.length > 0) };
}
