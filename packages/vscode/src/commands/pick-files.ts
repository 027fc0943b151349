import { Uri, window, workspace } from 'vscode';

/** A file that is about to be made. */
export interface PlannedFile {
  readonly uri: Uri;
  readonly text: string;
}

/**
 * Shows files before they are made, each with its text, and lets the user leave some of them out.
 *
 * @returns the files to make; undefined where the user turns away.
 */
export async function pickFiles(
  files: readonly PlannedFile[],
  title: string,
): Promise<readonly PlannedFile[] | undefined> {
  const items = files.map((file) => ({
    label: file.uri.path.slice(file.uri.path.lastIndexOf('/') + 1),
    description: workspace.asRelativePath(Uri.joinPath(file.uri, '..')),
    detail: file.text.replaceAll(/\s+/gu, ' ').trim(),
    picked: true,
    file,
  }));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: 'Press Enter to create the selected files',
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked?.map(({ file }) => file);
}
