import { Disposable, Uri, workspace, type ExtensionContext, type LogOutputChannel } from 'vscode';
import {
  DidChangeConfigurationNotification,
  LanguageClient,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import type { FolderSettings } from '../settings/folder-settings.js';
import { providerAtWork } from '../typescript/typescript-at-work.js';
import type { Server } from './server.js';

/** The section that the server asks its settings by. */
const section = 'next-slots';

/** Whether the server answers what our plugin in VS Code's TypeScript answers where that is at work. */
function isOurs(): boolean {
  return providerAtWork() === 'language-server';
}

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
        // The server hears of another TypeScript only after it has asked for its settings again.
        provideCompletionItem: (document, position, context, token, next) =>
          isOurs() ? next(document, position, context, token) : [],
        provideHover: (document, position, token, next) =>
          isOurs() ? next(document, position, token) : null,
        provideReferences: (document, position, options, token, next) =>
          isOurs() ? next(document, position, options, token) : null,
        provideDefinition: (document, position, token, next) =>
          isOurs() ? next(document, position, token) : null,
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
