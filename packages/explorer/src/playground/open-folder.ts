/** Enough for any app; a folder with more was most likely not meant. */
const mostFiles = 20_000;

/** Larger files are not written by people. In bytes. */
const largestText = 256 * 1024;

/** Whether a file's text says something: code below the app directory, and what configures it. */
function hasText(path: string): boolean {
  return /\.[cm]?[jt]sx?$|^package\.json$|^next-slots\.config\.json$/u.test(path);
}

/**
 * Lets the user choose a folder, and reads the app in it. Nothing leaves the browser.
 *
 * @returns texts by path from the project's folder; undefined where the user chose none.
 */
export async function openFolder(): Promise<ReadonlyMap<string, string> | undefined> {
  const chosen = await chooseFiles();
  if (chosen.length === 0) return undefined;
  const files = new Map<string, string>();
  for (const { path, file } of relevant(chosen)) {
    files.set(path, hasText(path) && file.size <= largestText ? await file.text() : '');
  }
  return files;
}

interface ChosenFile {
  /** From the chosen folder. */
  readonly path: string;
  readonly file: File;
}

function chooseFiles(): Promise<readonly ChosenFile[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.webkitdirectory = true;
    input.addEventListener('cancel', () => {
      resolve([]);
    });
    input.addEventListener('change', () => {
      resolve(
        [...(input.files ?? [])].slice(0, mostFiles).map((file) => ({
          path: file.webkitRelativePath.slice(file.webkitRelativePath.indexOf('/') + 1),
          file,
        })),
      );
    });
    input.click();
  });
}

/** The app's files, whether the project was chosen or the app directory itself. */
function relevant(chosen: readonly ChosenFile[]): readonly ChosenFile[] {
  const own = chosen.filter(({ path }) => !/(?:^|\/)(?:node_modules|\.git|\.next)\//u.test(path));
  const inApp = own.filter(({ path }) => /^(?:src\/)?app\//u.test(path));
  if (inApp.length === 0) return own.map(({ path, file }) => ({ path: `app/${path}`, file }));
  const config = own.filter(({ path }) => /^(?:package|next-slots\.config)\.json$/u.test(path));
  return [...config, ...inApp];
}
