import {
  commands,
  Disposable,
  window,
  workspace,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import { registerCommands } from './commands/register-commands.js';
import { Overviews } from './overview/overviews.js';
import { SlotDecorations } from './overview/slot-decorations.js';
import { showBrokenInStatusBar } from './overview/status-bar.js';
import { startServer } from './server/start-server.js';
import { FolderSettings } from './settings/folder-settings.js';
import { userSettings } from './settings/user-settings.js';
import { watchSettings } from './settings/watch-settings.js';
import { configurePlugin } from './typescript/configure-plugin.js';

/** A running extension. */
export interface Running {
  readonly stop: () => Promise<void>;
}

/** Starts everything, in a workspace that holds Next. */
export async function run(context: ExtensionContext, log: LogOutputChannel): Promise<Running> {
  const settings = new FolderSettings();
  const server = await startServer(context, log, settings);
  const onFailure = (error: unknown) => {
    log.error(error instanceof Error ? error : String(error));
  };
  const overviews = new Overviews(server, onFailure);
  const decorations = new SlotDecorations(overviews);
  const tellAll = () => {
    settings.forget();
    server.settingsChanged().catch(onFailure);
    configurePlugin(userSettings(workspace.workspaceFolders?.[0]?.uri)).catch(onFailure);
  };
  const parts = Disposable.from(
    overviews,
    decorations,
    window.registerFileDecorationProvider(decorations),
    showBrokenInStatusBar(overviews),
    registerCommands({ server, overviews, extensionUri: context.extensionUri }),
    watchSettings(tellAll),
  );
  configurePlugin(userSettings(workspace.workspaceFolders?.[0]?.uri)).catch(onFailure);
  await commands.executeCommand('setContext', 'nextSlots.active', true);
  return {
    stop: async () => {
      parts.dispose();
      await commands.executeCommand('setContext', 'nextSlots.active', false);
      await server.stop();
    },
  };
}
