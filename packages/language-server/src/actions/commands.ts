import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notificationText } from '@next-slots/core';
import {
  MessageType,
  ShowMessageNotification,
  type Command,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { pathOfUri, uriOfPath } from '../file-uri.js';
import { openLayout } from '../language/open-layout.js';
import { urlTable } from '../language/url-table.js';
import type { Session } from '../session/session.js';
import { fixWorkspace } from './fix-all.js';

/** The commands that our answers refer to. */
export const commands = {
  applyEdit: 'next-slots.applyEdit',
  fixWorkspace: 'next-slots.fixWorkspace',
  explainFix: 'next-slots.explainFix',
  openFile: 'next-slots.openFile',
  showUrls: 'next-slots.showUrls',
} as const;

/** A command that applies an edit, for clients that know no code action but a command. */
export function applyEditCommand(title: string, edit: WorkspaceEdit): Command {
  return { title, command: commands.applyEdit, arguments: [title, edit] };
}

/** A command that says how to get what the client cannot do. */
export function explainFixCommand(title: string, root: string): Command {
  return {
    title: `${title} (run \`npx next-slots fix\`)`,
    command: commands.explainFix,
    arguments: [
      `${title}: this editor does not support this edit. Run \`npx next-slots fix\` in ${root}.`,
    ],
  };
}

/** A command that opens a file. */
export function openFileCommand(title: string, path: string): Command {
  return { title, command: commands.openFile, arguments: [uriOfPath(path)] };
}

/** A command that shows what fills the slots of a layout at every URL. */
export function showUrlsCommand(title: string, layoutUri: string): Command {
  return { title, command: commands.showUrls, arguments: [layoutUri] };
}

/** Carries out a command that the client sends back. */
export async function executeCommand(
  session: Session,
  command: string,
  args: readonly unknown[],
): Promise<null> {
  const [first, second] = args;
  switch (command) {
    case commands.applyEdit:
      await applyEdit(session, String(first), second as WorkspaceEdit);
      break;
    case commands.fixWorkspace:
      await applyEdit(
        session,
        'Fix all next-slots problems in the workspace',
        await fixWorkspace(session),
      );
      break;
    case commands.explainFix:
      await say(session, String(first));
      break;
    case commands.openFile:
      await showDocument(session, String(first));
      break;
    case commands.showUrls:
      await showUrls(session, String(first));
      break;
    default:
  }
  return null;
}

async function say(session: Session, message: string): Promise<void> {
  await session.connection.sendNotification(ShowMessageNotification.type, {
    type: MessageType.Info,
    message: notificationText(message),
  });
}

async function showDocument(session: Session, uri: string): Promise<void> {
  if (!session.features.showDocument) return say(session, pathOfUri(uri) ?? uri);
  await session.connection.window.showDocument({ uri, takeFocus: true });
}

/** The table is a file, since the protocol shows nothing else; the system clears it away. */
async function showUrls(session: Session, layoutUri: string): Promise<void> {
  const open = openLayout(session, layoutUri);
  if (!open) return;
  const folder = await mkdtemp(join(tmpdir(), 'next-slots-'));
  const file = join(folder, 'urls.md');
  await writeFile(file, urlTable(open.app, open.segment).markdown);
  await showDocument(session, uriOfPath(file));
}

async function applyEdit(
  session: Session,
  label: string,
  edit: WorkspaceEdit | undefined,
): Promise<void> {
  if (!edit) return;
  const { applied, failureReason } = await session.connection.workspace.applyEdit({ label, edit });
  if (!applied) session.warn(`${label}: ${failureReason ?? 'the editor rejected the edit'}.`);
}
