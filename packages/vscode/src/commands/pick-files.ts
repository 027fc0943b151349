import { Uri, window, workspace, type Disposable, type QuickPickItem } from 'vscode';

/** A file that is about to be made. */
export interface PlannedFile {
  readonly uri: Uri;
  readonly text: string;
}

const scheme = 'next-slots-preview';

/**
 * Shows files before they are made, and lets the user leave some of them out. The text of the file
 * that is looked at stands in an editor meanwhile.
 *
 * @returns the files to make; undefined where the user turns away.
 */
export async function pickFiles(
  files: readonly PlannedFile[],
  title: string,
): Promise<readonly PlannedFile[] | undefined> {
  const texts = new Map(files.map(({ uri, text }) => [uri.path, text]));
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
  });
  try {
    return await ask(files, title);
  } finally {
    await closePreviews();
    provider.dispose();
  }
}

interface FileItem extends QuickPickItem {
  readonly file: PlannedFile;
}

function ask(
  files: readonly PlannedFile[],
  title: string,
): Promise<readonly PlannedFile[] | undefined> {
  return new Promise((resolve) => {
    const pick = window.createQuickPick<FileItem>();
    pick.title = title;
    pick.placeholder = 'Enter creates what is ticked';
    pick.canSelectMany = true;
    pick.ignoreFocusOut = true;
    pick.matchOnDescription = true;
    pick.items = files.map((file) => ({
      label: file.uri.path.slice(file.uri.path.lastIndexOf('/') + 1),
      description: workspace.asRelativePath(Uri.joinPath(file.uri, '..')),
      file,
    }));
    pick.selectedItems = pick.items;
    const listeners: Disposable[] = [
      pick.onDidChangeActive(([item]) => {
        if (item) void preview(item.file);
      }),
      pick.onDidAccept(() => {
        resolve(pick.selectedItems.map(({ file }) => file));
        pick.hide();
      }),
      pick.onDidHide(() => {
        resolve(undefined);
        for (const listener of listeners) listener.dispose();
        pick.dispose();
      }),
    ];
    pick.show();
    const [first] = files;
    if (first) void preview(first);
  });
}

async function preview({ uri }: PlannedFile): Promise<void> {
  const document = await workspace.openTextDocument(Uri.from({ scheme, path: uri.path }));
  await window.showTextDocument(document, { preview: true, preserveFocus: true });
}

async function closePreviews(): Promise<void> {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const ours = tabs.filter(({ input }) => isPreview(input));
  if (ours.length > 0) await window.tabGroups.close(ours);
}

function isPreview(input: unknown): boolean {
  return (
    typeof input === 'object' &&
    input !== null &&
    'uri' in input &&
    input.uri instanceof Uri &&
    input.uri.scheme === scheme
  );
}
