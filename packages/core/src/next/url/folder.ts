import type { Segment } from '../../routes/route-tree.js';
import {
  isCatchAll,
  isGroupName,
  isInterceptingName,
  isTransparent,
  partKind,
  urlPart,
} from './segment-url.js';
import { folderNode, type UrlNode } from './url-node.js';

const nothing: ReadonlySet<string> = new Set();

/**
 * A segment with what matching reads off it, whatever the URL. It belongs to its segment, so a folder
 * that did not change brings all that is known of it along.
 */
export class Folder {
  readonly segment: Segment;
  readonly folders: readonly Folder[];
  /** `@name`, `@children` included. */
  readonly isSlot: boolean;
  /** Whether it is a slot or group, and so adds nothing to the URL. */
  readonly isTransparent: boolean;
  readonly isCatchAll: boolean;
  /** Whether its name carries an interception marker, and adds it to the URL. */
  readonly isIntercepting: boolean;
  /** What it adds to the URL, as the folder writes it. */
  readonly part: string;
  /** Whether a page or default file lies in it or below, slots included. */
  readonly hasContent: boolean;
  /** Whether the last part of its URL is a catch-all. */
  readonly inCatchAll: boolean;
  /** Whether it or a folder above it carries an interception marker. */
  readonly inInterception: boolean;
  #node: UrlNode | undefined;
  #contents: FolderContents | undefined;

  constructor(segment: Segment) {
    const { files, name, folders } = segment;
    const isSlot = name.kind === 'slot';
    const transparent = isSlot || isTransparent(segment);
    this.segment = segment;
    this.folders = folders.length === 0 ? noFolders : folders.map(folderOf);
    this.isSlot = isSlot;
    this.isTransparent = transparent;
    this.isCatchAll = isCatchAll(segment);
    this.isIntercepting = !transparent && isInterceptingName(name.raw);
    this.part = transparent ? '' : urlPart(segment);
    this.hasContent =
      files.page !== undefined || files.default !== undefined || this.folders.some(hasContent);
    this.inCatchAll = endsInCatchAll(segment.path);
    this.inInterception = segment.path.includes('(.') && hasMarker(segment.path);
  }

  /** The URLs below it, seen from it. */
  get node(): UrlNode {
    return (this.#node ??= folderNode(this));
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
    const { contents } = this;
    return (contents.declared ??= declaredSlots(this));
  }

  /** Its slot folders, `@children` and empty ones included: few, where all its folders can be many. */
  get slotFolders(): readonly Folder[] {
    const { contents } = this;
    return (contents.slotFolders ??= this.folders.filter((below) => below.isSlot));
  }

  /** Its slots but for `@children`; an empty slot folder is none. */
  get namedSlots(): readonly Folder[] {
    if (this.segment.slots.length === 0) return noFolders;
    const { contents } = this;
    return (contents.namedSlots ??= this.slotFolders.filter((below) => isNamedSlot(below)));
  }

  /** Its `@children` folder, where something lies in it. */
  get childrenSlot(): Folder | undefined {
    return this.slotFolders.find((below) => isChildrenSlot(below));
  }

  /** The parts with which a URL can go on in it, slots and groups looked through. */
  get parts(): ReadonlySet<string> {
    if (this.folders.length === 0) return nothing;
    const { contents } = this;
    return (contents.parts ??= partsBelow(this));
  }

  private get contents(): FolderContents {
    return (this.#contents ??= {
      declared: undefined,
      slotFolders: undefined,
      namedSlots: undefined,
      parts: undefined,
    });
  }
}

/** What is asked of few folders. */
interface FolderContents {
  declared: ReadonlySet<string> | undefined;
  slotFolders: readonly Folder[] | undefined;
  namedSlots: readonly Folder[] | undefined;
  parts: ReadonlySet<string> | undefined;
}

/**
 * Whether some slot folder of an app holds neither page nor default at any depth. No strict matching
 * counts it as a slot, and yet its layout gets a prop for it.
 */
export function hasEmptySlot({ slots, folders: below }: Segment): boolean {
  return slots.some((slot) => !folderOf(slot).hasContent) || below.some(hasEmptySlot);
}

const noFolders: readonly Folder[] = [];
const folders = new WeakMap<Segment, Folder>();

/**
 * The folder of a segment, the same one each time. Only one that ends a single way is made anew with
 * the folder it lies in: most are such, and to remember each costs more than all else about it.
 */
export function folderOf(segment: Segment): Folder {
  if (isPlainEnd(segment)) return new Folder(segment);
  const known = folders.get(segment);
  if (known) return known;
  const folder = new Folder(segment);
  folders.set(segment, folder);
  return folder;
}

/** Whether a folder has none below, and nothing to say about URLs that are not its own. */
function isPlainEnd({ folders: below, name: { kind } }: Segment): boolean {
  return below.length === 0 && (kind === 'static' || kind === 'dynamic');
}

function hasContent(folder: Folder): boolean {
  return folder.hasContent;
}

function isNamedSlot({ isSlot, hasContent, segment }: Folder): boolean {
  return isSlot && hasContent && segment.name.value !== 'children';
}

function isChildrenSlot({ isSlot, hasContent, segment }: Folder): boolean {
  return isSlot && hasContent && segment.name.value === 'children';
}

function declaredSlots(folder: Folder): ReadonlySet<string> {
  const { files } = folder.segment;
  const children =
    files.page !== undefined ||
    files.default !== undefined ||
    folder.folders.some((below) => !below.isSlot && below.hasContent);
  const keys = new Set<string>();
  if (children) keys.add('children');
  addNamedSlots(folder, keys);
  return keys;
}

function addNamedSlots(folder: Folder, keys: Set<string>): void {
  for (const below of folder.folders) {
    if (below.isSlot) {
      if (below.hasContent) keys.add(below.segment.name.value);
    } else if (isGroupName(below.segment.name.raw)) {
      addNamedSlots(below, keys);
    }
  }
}

function partsBelow(folder: Folder): ReadonlySet<string> {
  const parts = new Set<string>();
  for (const below of folder.folders) {
    if (below.isTransparent) for (const part of below.parts) parts.add(part);
    else parts.add(below.part);
  }
  return parts;
}

function endsInCatchAll(path: string): boolean {
  if (!path.includes('[...')) return false;
  const last = path.split('/').findLast((name) => !name.startsWith('@') && !isGroupName(name));
  const kind = partKind(last ?? '');
  return kind === 'catch-all' || kind === 'optional-catch-all';
}

function hasMarker(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('(.') && !isGroupName(name));
}
