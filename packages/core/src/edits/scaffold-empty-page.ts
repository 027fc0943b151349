import type { App } from '../app.js';
import { findSegment } from '../routes/walk.js';
import type { CreateFile } from './edit.js';
import { createFromTemplate } from './scaffold.js';
import { codeLines } from './templates.js';

/**
 * The edit that creates a page which shows nothing: what empties a slot at the page's URLs.
 *
 * @param path - The page's folder, relative to the app directory; one that is not there yet is made with it.
 * @param like - The file whose language and style are followed, relative to the app directory.
 * @returns undefined in the cases of `scaffold`.
 */
export function scaffoldEmptyPage(app: App, path: string, like: string): CreateFile | undefined {
  const segment = findSegment(app.tree, path)?.segment ?? { path, blocked: [] };
  return createFromTemplate(app, { segment, convention: 'page', like }, emptyPage);
}

const emptyPage = codeLines(['export default function Page() {', '\treturn null;', '}']);
