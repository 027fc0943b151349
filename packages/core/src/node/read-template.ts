import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AppLocation } from './find-app.js';
import { isInside } from './is-inside.js';
import { diskFiles } from './project-files.js';
import { repositoryOf } from './repository.js';

/**
 * Reads the template that a setting names by its path. What it holds is copied into new files and
 * printed, so that nothing outside the repository is read: a setting comes with a project.
 *
 * @param path - Relative to the project's folder, or absolute.
 * @param read - Gives the text of a file, where an editor may have it open.
 * @returns undefined where it cannot be read, or lies outside.
 */
export function readTemplate(
  { root, workspace }: AppLocation,
  path: string,
  read = (file: string): string | undefined => diskFiles.readFile(file),
): string | undefined {
  const file = resolve(root, path);
  try {
    const opened = realpathSync(workspace);
    const isNear = [workspace, opened].some((each) => isInside(file, repositoryOf(each, each)));
    // A look at `\\host\share` makes Windows log in at that host, so none is taken at what is far away.
    if (!isNear) return undefined;
    return isInside(realpathSync(file), repositoryOf(opened, opened)) ? read(file) : undefined;
  } catch {
    return undefined;
  }
}
