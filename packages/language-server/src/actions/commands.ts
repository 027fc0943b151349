import {
  MessageType,
  ShowMessageNotification,
  type Command,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import type { Session } from '../session/session.js';
import { fixWorkspace } from './fix-all.js';

/** The commands that our answers refer to. */
export const commands = {
  applyEdit: 'next-slots.applyEdit',
  fixWorkspace: 'next-slots.fixWorkspace',
  explainFix: 'next-slots.explainFix',
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
      `${title}: this editor does not let a language server do that. Run \`npx next-slots fix\` in ${root}.`,
    ],
  };
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
      await applyEdit(session, 'Fix all slots of the workspace', await fixWorkspace(session));
      break;
    case commands.explainFix:
      await session.connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message: String(first),
      });
      break;
    default:
  }
  return null;
}

async function applyEdit(
  session: Session,
  label: string,
  edit: WorkspaceEdit | undefined,
): Promise<void> {
  if (!edit) return;
  const { applied, failureReason } = await session.connection.workspace.applyEdit({ label, edit });
  if (!applied) session.tell(`${label}: ${failureReason ?? 'the editor refused'}.`);
}
