/** Draws file paths as a tree of names, two spaces a level, as the pages of the rules do. */
export function printTree(paths: Iterable<string>): string {
  const lines: string[] = [];
  let open: readonly string[] = [];
  for (const path of [...paths].sort(filesFirst)) {
    const names = path.split('/').filter(Boolean);
    const isFolder = path.endsWith('/');
    const folders = isFolder ? names : names.slice(0, -1);
    let shared = 0;
    while (shared < folders.length && folders[shared] === open[shared]) shared += 1;
    for (const [index, folder] of folders.entries()) {
      if (index >= shared) lines.push(`${'  '.repeat(index)}${folder}/`);
    }
    if (!isFolder) lines.push(`${'  '.repeat(folders.length)}${names.at(-1) ?? ''}`);
    open = folders;
  }
  return `${lines.join('\n')}\n`;
}

/** Files before folders, each by name. */
function filesFirst(a: string, b: string): number {
  const [left, right] = [a.split('/'), b.split('/')];
  let index = 0;
  while (index < left.length && left[index] === right[index]) index += 1;
  const isFile = (names: readonly string[]) => Number(index < names.length - 1);
  return isFile(left) - isFile(right) || ((left[index] ?? '') < (right[index] ?? '') ? -1 : 1);
}

/**
 * Reads a tree that somebody typed or pasted: names by indentation, drawn with lines or not, or one path a
 * line. What stands behind ` # ` is a comment.
 *
 * @returns the paths of the files, and of folders that are empty with `/` at their end.
 */
export function parseTree(text: string): readonly string[] {
  const paths: string[] = [];
  const around: { readonly indent: number; readonly path: string }[] = [];
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.replace(/\s+#.*$/u, '').replaceAll('\t', '  '))
    .map((line) => {
      const name = line.replace(/^[\s│├└─|`+]*(?:--\s)?/u, '');
      return { indent: line.length - name.length, name: name.trim() };
    })
    .filter(({ name }) => name !== '' && name !== '.');
  for (const [index, { indent, name }] of lines.entries()) {
    while (around.length > 0 && (around.at(-1)?.indent ?? 0) >= indent) around.pop();
    const parent = around.at(-1)?.path ?? '';
    const path = `${parent}${name.replace(/^\.?\//u, '')}`;
    const hasInner = (lines[index + 1]?.indent ?? 0) > indent;
    if (!hasInner && !isFolder(name)) {
      paths.push(path);
      continue;
    }
    const folder = path.endsWith('/') ? path : `${path}/`;
    around.push({ indent, path: folder });
    if (!hasInner) paths.push(folder);
  }
  return [...new Set(paths)];
}

/** A name without an extension is that of a folder; the dots of `[...all]` are none. */
function isFolder(name: string): boolean {
  return name.endsWith('/') || !/[^./]\.\w+$/u.test(name);
}
