import { workspace, type Uri } from 'vscode';

/** The text of a file; undefined where it cannot be read. */
export async function readText(file: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}
