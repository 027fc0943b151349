import { editorRequests, notificationText } from '@next-slots/core';
import { Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { createdFiles, type ProtocolEdit } from '../server/read-edit.js';
import type { CommandContext } from './command-context.js';
import { pickApp } from './pick-app.js';
import { pickFiles } from './pick-files.js';

/** Creates every file that an app misses, after a preview. */
export async function createMissingFiles(context: CommandContext): Promise<void> {
  const app = await pickApp(context);
  if (!app) return;
  const ask = () =>
    context.server.request<ProtocolEdit | null>(editorRequests.missingFiles, { app: app.app });
  const edit = await ask();
  if (!edit) {
    void window.showInformationMessage(notificationText(`No files are missing in ${app.name}.`));
    return;
  }
  const planned = Array.from(createdFiles(edit), ([uri, text]) => ({ uri: Uri.parse(uri), text }));
  const picked = await pickFiles(planned, `Missing files in ${app.name}`);
  if (!picked) return;
  // While the user looked, a folder may have become a link that leads out of the app.
  const allowed = new Set(
    Array.from(createdFiles((await ask()) ?? {}), ([uri]) => Uri.parse(uri).toString()),
  );
  const creation = new WorkspaceEdit();
  for (const { uri, text } of picked) {
    if (!allowed.has(uri.toString())) continue;
    creation.createFile(uri, { contents: new TextEncoder().encode(text) });
  }
  await workspace.applyEdit(creation);
}
