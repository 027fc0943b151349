import type { Segment } from '../../routes/route-tree.js';
import { filePath } from '../../routes/walk.js';
import type { UrlNode } from './url-node.js';

/** The pages and route handlers of exactly the URL of a node, relative to the app directory. */
export function ownFiles(node: UrlNode): readonly string[] {
  return [...node.pages.map(pageFile), ...node.handlers.map(handlerFile)];
}

/** The page of a folder that has one. */
export function pageFile(segment: Segment): string {
  return filePath(segment, 'page') ?? segment.path;
}

/** The route handler of a folder that has one. */
function handlerFile(segment: Segment): string {
  return filePath(segment, 'route') ?? segment.path;
}
