import { isAbsolute, relative, sep } from 'node:path';

/**
 * Whether a path is a folder or lies in it. Both are absolute, as the system writes them: on Windows
 * letter case does not count, and `D:\x` does not lie in `C:\`. A name may begin with two dots.
 */
export function isInside(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
}
