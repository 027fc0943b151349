import type { Segment } from '../../routes/route-tree.js';
import { isCatchAll, isMarked, parseUrlPart, type UrlPart } from './url-part.js';

/** A segment in its place: with the folders around it and what it adds to the URL. */
export class Folder {
  readonly segment: Segment;
  /** Undefined for the app directory. */
  readonly parent: Folder | undefined;
  readonly folders: readonly Folder[];
  /** How many folders lie above. */
  readonly depth: number;
  /** What it adds to the URL; undefined for a slot, a route group and the app directory. */
  readonly part: UrlPart | undefined;
  /** `@name`, `@children` included. */
  readonly isSlot: boolean;
  /** The named slots that it lies in, itself included, outermost first: `/@a/@b`; `@children` is none. */
  readonly slots: string;
  /** Whether it or a folder above has an interception marker: to webpack `(.)(group)` has one as well. */
  readonly isIntercepted: boolean;
  /** Whether it or a folder above intercepts. */
  readonly isInInterception: boolean;
  /** Whether the last part of its URL is a catch-all. */
  readonly endsInCatchAll: boolean;
  /** Whether it or a folder above is a catch-all. */
  readonly isInCatchAll: boolean;
  /** Whether webpack counts it to a catch-all: it looks for `[...` anywhere in the path. */
  readonly isCatchAllToWebpack: boolean;
  /** Whether a page or default file lies in it or below, slots included. */
  readonly hasContent: boolean;
  /** Whether a page, a route handler or a metadata file lies in it or below. */
  readonly leadsToRoute: boolean;
  #declaredSlots: ReadonlySet<string> | undefined;
  #slotFolders: readonly Folder[] | undefined;
  #namedSlots: readonly Folder[] | undefined;

  constructor(segment: Segment, parent?: Folder) {
    const { files, metadata, name } = segment;
    const { kind, raw } = name;
    const part = parent && !isTransparent(segment) ? parseUrlPart(urlPart(segment)) : undefined;
    const catchAll = part !== undefined && isCatchAll(part);
    this.segment = segment;
    this.parent = parent;
    this.depth = parent ? parent.depth + 1 : 0;
    this.part = part;
    this.isSlot = kind === 'slot';
    const slots = parent?.slots ?? '';
    this.slots = this.isSlot && name.value !== 'children' ? `${slots}/${raw}` : slots;
    this.isIntercepted = kind === 'intercepting' || parent?.isIntercepted === true;
    this.isInInterception = isMarked(part) || parent?.isInInterception === true;
    this.endsInCatchAll = part ? catchAll : parent?.endsInCatchAll === true;
    this.isInCatchAll = catchAll || parent?.isInCatchAll === true;
    this.isCatchAllToWebpack = raw.includes('[...') || parent?.isCatchAllToWebpack === true;
    this.folders = segment.folders.map((below) => new Folder(below, this));
    this.hasContent =
      files.page !== undefined ||
      files.default !== undefined ||
      this.folders.some((below) => below.hasContent);
    this.leadsToRoute =
      files.page !== undefined ||
      files.route !== undefined ||
      metadata.length > 0 ||
      this.folders.some((below) => below.leadsToRoute);
  }

  /** The folders from the app directory down to this one. */
  get path(): readonly Folder[] {
    return pathTo(this);
  }

  /** Whether it is a slot or group, and so adds nothing to the URL. */
  get isTransparent(): boolean {
    return this.part === undefined;
  }

  /**
   * Whether its layout gets ordinary content as `children`: a page or default of its own, or anything
   * in a folder that is no slot.
   */
  get declaresChildren(): boolean {
    return this.declaredSlots.has('children');
  }

  /**
   * The keys of the slots that its layout gets as props, without `@`. The slots of route groups in it
   * count as the layout's own, an empty slot folder does not count.
   */
  get declaredSlots(): ReadonlySet<string> {
    return (this.#declaredSlots ??= declaredSlots(this));
  }

  /** The slot folders right in it, `@children` and empty ones included. */
  get slotFolders(): readonly Folder[] {
    return (this.#slotFolders ??= this.folders.filter(({ isSlot }) => isSlot));
  }

  /** Its slots but for `@children`; an empty slot folder is none. */
  get namedSlots(): readonly Folder[] {
    return (this.#namedSlots ??= this.folders.filter(
      (below) => isNamedSlot(below) && below.hasContent,
    ));
  }

  /** Whether something lies in its `@children`. */
  get hasChildrenSlot(): boolean {
    return this.slotFolders.some(
      ({ hasContent, segment }) => hasContent && segment.name.value === 'children',
    );
  }
}

function pathTo(folder: Folder): readonly Folder[] {
  const path: Folder[] = [];
  for (let each: Folder | undefined = folder; each; each = each.parent) path.push(each);
  return path.reverse();
}

/**
 * Whether some slot folder holds neither page nor default at any depth. No strict matching counts it as
 * a slot, and yet its layout gets a prop for it.
 */
export function hasEmptySlot({ folders }: Folder): boolean {
  return folders.some((below) => (isNamedSlot(below) && !below.hasContent) || hasEmptySlot(below));
}

/** Whether a folder is a slot other than `@children`. */
export function isNamedSlot({ isSlot, segment }: Folder): boolean {
  return isSlot && segment.name.value !== 'children';
}

/**
 * Whether a folder adds nothing to the URL: a slot or a route group. Next decides by the first and
 * last character alone, so `(...)` and `(.)(g)` are groups to it as well.
 */
export function isTransparent({ name: { kind, raw } }: Segment): boolean {
  return kind === 'slot' || isGroupName(raw);
}

/** Whether Next reads a folder name as a route group. */
export function isGroupName(raw: string): boolean {
  return raw.startsWith('(') && raw.endsWith(')');
}

/**
 * The part of the URL that a folder stands for. `%5F` is how a URL gets a leading underscore, which
 * in a folder name would make it private.
 */
export function urlPart({ name }: Segment): string {
  return name.raw.replaceAll('%5F', '_');
}

function declaredSlots(folder: Folder): ReadonlySet<string> {
  const { segment, folders } = folder;
  const { page, default: own } = segment.files;
  const hasChildren =
    page !== undefined ||
    own !== undefined ||
    folders.some((below) => !below.isSlot && below.hasContent);
  return new Set([...(hasChildren ? ['children'] : []), ...keysOfSlots(folder)]);
}

function keysOfSlots({ folders }: Folder): readonly string[] {
  return folders.flatMap((below) => {
    if (below.isSlot) return below.hasContent ? [below.segment.name.value] : [];
    return below.isTransparent ? keysOfSlots(below) : [];
  });
}
