import { codeActions } from '../actions/code-actions.js';
import { executeCommand } from '../actions/commands.js';
import { codeLenses } from '../language/code-lens.js';
import { completions, resolveCompletion } from '../language/completion.js';
import { definition } from '../language/definition.js';
import { documentLinks } from '../language/document-links.js';
import { hover } from '../language/hover.js';
import { references } from '../language/references.js';
import { prepareRename, rename, willRenameFiles } from '../language/rename.js';
import type { CancellationToken, ResponseError } from 'vscode-languageserver/node';
import type { Session } from './session.js';

/** Answers what a client asks about a place, a document or a rename. */
export function answerRequests(session: Session): void {
  const { connection } = session;
  const answer = <Params, Result>(
    name: string,
    nothing: Result,
    handle: (
      session: Session,
      params: Params,
      token: CancellationToken,
    ) => Result | Promise<Result>,
  ): ((params: Params, token: CancellationToken) => Promise<Result | ResponseError<never>>) =>
    session.guard.request(name, nothing, async (params: Params, token) => {
      await session.ready;
      return handle(session, params, token);
    });

  connection.onCodeAction(answer('codeAction', [], codeActions));
  connection.onCompletion(answer('completion', [], completions));
  connection.onHover(answer('hover', null, hover));
  connection.onDefinition(answer('definition', null, definition));
  connection.onReferences(answer('references', null, references));
  connection.onPrepareRename(answer('prepareRename', null, prepareRename));
  connection.onRenameRequest(answer('rename', null, rename));
  connection.onDocumentLinks(answer('documentLink', [], documentLinks));
  connection.onCodeLens(answer('codeLens', [], codeLenses));
  connection.workspace.onWillRenameFiles(answer('willRenameFiles', null, willRenameFiles));
  connection.onCompletionResolve((item, token) =>
    session.guard.request('completionItem/resolve', item, () => resolveCompletion(session, item))(
      item,
      token,
    ),
  );
  connection.onExecuteCommand(
    answer('executeCommand', null, (_, { command, arguments: args = [] }) =>
      executeCommand(session, command, args),
    ),
  );
}
