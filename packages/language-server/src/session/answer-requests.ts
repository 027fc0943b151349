import { codeActions } from '../actions/code-actions.js';
import { executeCommand } from '../actions/commands.js';
import { codeLenses } from '../language/code-lens.js';
import { completions, resolveCompletion } from '../language/completion.js';
import { definition } from '../language/definition.js';
import { documentLinks } from '../language/document-links.js';
import { hover } from '../language/hover.js';
import { references } from '../language/references.js';
import { prepareRename, rename, willRenameFiles } from '../language/rename.js';
import type { Session } from './session.js';

/** Answers what a client asks about a place, a document or a rename. */
export function answerRequests(session: Session): void {
  const { connection } = session;
  connection.onCodeAction(session.answer('codeAction', [], codeActions));
  connection.onCompletion(session.answer('completion', [], completions));
  connection.onHover(session.answer('hover', null, hover));
  connection.onDefinition(session.answer('definition', null, definition));
  connection.onReferences(session.answer('references', null, references));
  connection.onPrepareRename(session.answer('prepareRename', null, prepareRename));
  connection.onRenameRequest(session.answer('rename', null, rename));
  connection.onDocumentLinks(session.answer('documentLink', [], documentLinks));
  connection.onCodeLens(session.answer('codeLens', [], codeLenses));
  connection.workspace.onWillRenameFiles(session.answer('willRenameFiles', null, willRenameFiles));
  connection.onCompletionResolve((item, token) =>
    session.guard.request('completionItem/resolve', item, () => resolveCompletion(session, item))(
      item,
      token,
    ),
  );
  connection.onExecuteCommand(
    session.answer('executeCommand', null, (_, { command, arguments: args = [] }) =>
      executeCommand(session, command, args),
    ),
  );
}
