import type { Connection, InitializeResult } from 'vscode-languageserver/node';
import { version } from '../command-line.js';
import { answerEditorRequests } from '../editor/answer-editor-requests.js';
import { PulledDiagnostics } from '../diagnostics/pull.js';
import { answerRequests } from './answer-requests.js';
import { serverCapabilities } from './capabilities.js';
import { Session } from './session.js';

/** Serves one client over a connection. */
export function serve(connection: Connection): void {
  connection.onInitialize((params): InitializeResult => {
    const session = new Session(connection, params);
    answerSession(session);
    answerDiagnostics(session);
    answerRequests(session);
    answerEditorRequests(session);
    return {
      capabilities: serverCapabilities(session.features),
      serverInfo: { name: 'next-slots-language-server', version: version() },
    };
  });
  connection.listen();
}

function answerSession(session: Session): void {
  const { connection, configuration, features, guard } = session;
  connection.onInitialized(
    guard.notification('initialized', async () => {
      if (features.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          guard.notification('didChangeWorkspaceFolders', (event) =>
            configuration.foldersChanged(event),
          ),
        );
      }
      await session.start();
      await configuration.register();
    }),
  );
  connection.onDidChangeConfiguration(
    guard.notification('didChangeConfiguration', (params) => configuration.changed(params)),
  );
}

function answerDiagnostics(session: Session): void {
  const { connection } = session;
  const pulled = new PulledDiagnostics(session.reports, session.documents, () => session.revision);
  connection.languages.diagnostics.on(
    session.answer('diagnostic', { kind: 'full', items: [] }, (_, params) =>
      pulled.ofDocument(params.textDocument.uri, params.previousResultId),
    ),
  );
  connection.languages.diagnostics.onWorkspace(
    session.answer('workspace/diagnostic', { items: [] }, (_, params, token) =>
      pulled.ofWorkspace(params, token),
    ),
  );
}
