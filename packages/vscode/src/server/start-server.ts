import { Uri, type ExtensionContext, type LogOutputChannel } from 'vscode';
import {
  DidChangeConfigurationNotification,
  LanguageClient,
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
    settingsChanged: () =>
      client.sendNotification(DidChangeConfigurationNotification.type, { settings: null }),
    restart: () => client.restart(),
    stop: () => client.dispose(),
  };
}
