import { metadataPart, type MetadataFile } from '../../routes/metadata-files.js';
import { filePath, joinPath } from '../../routes/walk.js';
import type { Folder } from './folder.js';
import { isMarked, isOpen, parseUrlPart, type UrlPart } from './url-part.js';

/** A metadata file of a folder. */
export interface OwnMetadata {
  readonly folder: Folder;
  readonly file: MetadataFile;
}

/**
 * One URL of an app, or the start of others: all folders that stand at it, whatever slots and groups
 * they lie in. It exists only where a page or route handler lies at or below it.
 */
export class UrlNode {
  /** The last part of the URL; undefined at the top. */
  readonly part: UrlPart | undefined;
  readonly parent: UrlNode | undefined;
  /** The folders with a page for exactly this URL, in the order of the tree. */
  pages: readonly Folder[] = none;
  /** The folders with a route handler for exactly this URL. */
  handlers: readonly Folder[] = none;
  /** The metadata files for exactly this URL. */
  metadata: readonly OwnMetadata[] = none;
  /** As Next prints it: `/shop/[id]`. */
  readonly url: string;
  readonly parts: readonly UrlPart[];
  /** Whether the URL contains an interception marker. */
  readonly intercepting: boolean;
  /** The nodes below that take more than one text. */
  dynamics: readonly UrlNode[] = none;
  #children: Map<string, UrlNode> | undefined;

  constructor(part?: UrlPart, parent?: UrlNode) {
    this.part = part;
    this.parent = parent;
    this.parts = parent && part ? [...parent.parts, part] : [];
    this.url = `${parent?.part ? parent.url : ''}/${part?.text ?? ''}`;
    this.intercepting = parent?.intercepting === true || isMarked(part);
  }

  /** The nodes right below, in the order of the tree. */
  get children(): readonly UrlNode[] {
    return this.#children ? [...this.#children.values()] : none;
  }

  /** Whether a page, a route handler or a metadata file answers exactly this URL. */
  get isRoute(): boolean {
    return this.pages.length > 0 || this.handlers.length > 0 || this.metadata.length > 0;
  }

  /**
   * Whether no page answers exactly this URL. A route handler outside every slot goes before pages that all
   * lie in slots (oracle app url-patterns, handlersInSlots).
   */
  get isHandler(): boolean {
    return (
      this.pages.length === 0 ||
      (this.handlers.some(isOutsideSlots) && !this.pages.some(isOutsideSlots))
    );
  }

  /** The pages and route handlers of exactly this URL, relative to the app directory. */
  get files(): readonly string[] {
    return [...this.pages.map(pageFile), ...this.handlers.map(handlerFile)];
  }

  /** The node right below with a part. */
  child(text: string): UrlNode | undefined {
    return this.#children?.get(text);
  }

  /** The node below with some parts. */
  find(texts: readonly string[]): UrlNode | undefined {
    return texts.reduce<UrlNode | undefined>((node, text) => node?.child(text), this);
  }

  addChild(part: UrlPart): UrlNode {
    const known = this.child(part.text);
    if (known) return known;
    const child = new UrlNode(part, this);
    (this.#children ??= new Map()).set(part.text, child);
    if (isOpen(part)) this.dynamics = [...this.dynamics, child];
    return child;
  }

  addPage(folder: Folder): void {
    this.pages = [...this.pages, folder];
  }

  addHandler(folder: Folder): void {
    this.handlers = [...this.handlers, folder];
  }

  addMetadata(own: OwnMetadata): void {
    this.metadata = [...this.metadata, own];
  }
}

/** What nearly every list of a node stays. */
const none: readonly never[] = [];

function isOutsideSlots({ slots }: Folder): boolean {
  return slots === '';
}

/** Indexes the URLs of an app: gives `/`. */
export function urlsOf(root: Folder): UrlNode {
  const top = new UrlNode();
  addUrls(root, top);
  return top;
}

/** @param node - The node of the folder's URL. */
function addUrls(folder: Folder, node: UrlNode): void {
  const { files, metadata, path } = folder.segment;
  if (files.page !== undefined) node.addPage(folder);
  if (files.route !== undefined) node.addHandler(folder);
  for (const below of folder.folders) {
    if (below.leadsToRoute) addUrls(below, below.part ? node.addChild(below.part) : node);
  }
  for (const file of metadata) {
    const own = node.addChild(parseUrlPart(metadataPart(file, path)));
    own.addMetadata({ folder, file });
  }
}

/** Goes through the URLs of an app, metadata files' included, in the order of the tree. */
export function* walkUrls(node: UrlNode): Generator<UrlNode> {
  const open = [node];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.isRoute) yield at;
    open.push(...at.children.toReversed());
  }
}

/** The page of a folder that has one. */
export function pageFile({ segment }: Folder): string {
  return filePath(segment, 'page') ?? segment.path;
}

/** The route handler of a folder that has one. */
export function handlerFile({ segment }: Folder): string {
  return filePath(segment, 'route') ?? segment.path;
}

/** A metadata file. */
export function metadataFile({ folder, file }: OwnMetadata): string {
  return joinPath(folder.segment.path, file.name);
}
