import { editorRequests } from '@next-slots/core';
import { Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { ProtocolEdit } from '../server/protocol-edit.js';
import { createdFiles } from '../server/read-edit.js';
import type { CommandContext } from './command-context.js';
import { pickApp } from './pick-app.js';
import { pickFiles } from './pick-files.js';

/** Creates every file that an app misses, after a preview. */
export async function createMissingFiles(context: CommandContext): Promise<void> {
  const app = await pickApp(context);
  if (!app) return;
  const edit = await context.server.request<ProtocolEdit | null>(editorRequests.missingFiles, {
    app: app.app,
  });
  if (!edit) {
    void window.showInformationMessage(`No file is missing in ${app.name}.`);
    return;
  }
  const planned = Array.from(createdFiles(edit), ([uri, text]) => ({ uri: Uri.parse(uri), text }));
  const picked = await pickFiles(planned, `Missing files of ${app.name}`);
  if (!picked) return;
  const creation = new WorkspaceEdit();
  for (const { uri, text } of picked) {
    creation.createFile(uri, { contents: new TextEncoder().encode(text) });
  }
  await workspace.applyEdit(creation);
}
