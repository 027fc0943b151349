import type { App } from '../app.js';
import type { Segment } from '../tree/route-tree.js';
import { joinPath } from '../tree/walk.js';
import type { CreateFile } from './edit.js';
import { createFromTemplate } from './scaffold.js';
import { codeLines } from './templates.js';

/** Where a page that shows nothing shall stand. */
export interface EmptyPageRequest {
  readonly segment: Segment;
  /** A folder in {@link segment} that is not there yet, such as `[...catchAll]`. */
  readonly newFolder?: string;
  /** The file whose language and style are followed, relative to the app directory. */
  readonly like: string;
}

/**
 * The edit that creates a page which shows nothing: what empties a slot at the page's URLs.
 *
 * @returns undefined in the cases of `scaffold`.
 */
export function scaffoldEmptyPage(
  app: App,
  { segment, newFolder, like }: EmptyPageRequest,
): CreateFile | undefined {
  const folder =
    newFolder === undefined ? segment : { path: joinPath(segment.path, newFolder), blocked: [] };
  return createFromTemplate(app, { segment: folder, convention: 'page', like }, emptyPage);
}

const emptyPage = codeLines(['export default function Page() {', '\treturn null;', '}']);
