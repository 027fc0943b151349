import { editorRequests } from '@next-slots/core';
import { window, workspace } from 'vscode';
import type { ProtocolEdit } from '../server/protocol-edit.js';
import { readEdit } from '../server/read-edit.js';
import type { CommandContext } from './command-context.js';
import { pickApp } from './pick-app.js';

/** Creates every file that an app misses, after a preview of each. */
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
  await workspace.applyEdit(readEdit(edit, { preview: 'Missing files' }));
}
