import type { Segment } from './route-tree.js';
import { filePath } from './walk.js';

/**
 * Whether a file can be a layout by its name alone, whatever the page extensions are: the cheap
 * question before any directory is read.
 *
 * @param file - A path with `/` between folders.
 */
export function isLayoutName(file: string): boolean {
  return /(?:^|\/)layout\.[^/]+$/u.test(file);
}

/** Whether a file, relative to the app directory, is the layout that Next takes for a segment. */
export function isLayoutOf(segment: Segment, file: string): boolean {
  return filePath(segment, 'layout') === file;
}
