import { Disposable, Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import {
  DidChangeConfigurationNotification,
  LanguageClient,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import type { FolderSettings } from '../settings/folder-settings.js';
import type { Server } from './server.js';

/** The section that the server asks its settings by. */
const section = 'next-slots';

/** Starts the language server that came with the extension, as a process of its own. */
export async function startServer(
  context: ExtensionContext,
  log: LogOutputChannel,
  settings: FolderSettings,
): Promise<Server> {
  // The server waits only so long for its settings, and must not report beside ESLint meanwhile.
  const { silent, typescriptPlugin } = await settings.of(workspace.workspaceFolders?.[0]?.uri);
  const client = new LanguageClient(
    'nextSlots',
    'next-slots',
    {
      module: context.asAbsolutePath('dist/server.mjs'),
      transport: TransportKind.stdio,
    },
    {
      documentSelector: ['typescriptreact', 'javascriptreact', 'typescript', 'javascript'].map(
        (language) => ({ scheme: 'file', language }),
      ),
      outputChannel: log,
      initializationOptions: { silent, typescriptPlugin },
      middleware: {
        workspace: {
          configuration: async ({ items }, token, next) =>
            Promise.all(
              items.map(async (item) => {
                if (item.section === section) {
                  return settings.of(
                    item.scopeUri === undefined ? undefined : Uri.parse(item.scopeUri),
                  );
                }
                const answer = await next({ items: [item] }, token);
                return Array.isArray(answer) ? (answer[0] as unknown) : null;
              }),
            ),
        },
      },
    },
  );
  await client.start();
  return {
    request: (method, params) => client.sendRequest(method, params),
    onNotification: (method, listener) => client.onNotification(method, listener),
    onStart: (listener) =>
      Disposable.from(
        client.onDidChangeState(({ newState }) => {
          if (newState === State.Running) listener();
        }),
      ),
    settingsChanged: () =>
      client.sendNotification(DidChangeConfigurationNotification.type, { settings: null }),
    restart: () => client.restart(),
    stop: () => client.dispose(),
  };
}
