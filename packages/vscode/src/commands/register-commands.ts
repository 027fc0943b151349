import { notificationText } from '@next-slots/core';
import { commands, Disposable, window, type Uri } from 'vscode';
import type { CommandContext } from './command-context.js';
import { createMissingFiles } from './create-missing-files.js';
import { ExplorerPanels } from './explorer-panel.js';
import { explainUrl } from './explain-url.js';
import { Explanations } from './explanations.js';
import { newSlot } from './new-slot.js';

/** Registers what a user can call by name. */
export function registerCommands(context: CommandContext): Disposable {
  const explorers = new ExplorerPanels();
  const explanations = new Explanations();
  const handlers: Readonly<Record<string, (target?: Uri) => Promise<void>>> = {
    'nextSlots.createMissingFiles': () => createMissingFiles(context),
    'nextSlots.explainUrl': () => explainUrl(context, explanations),
    'nextSlots.openExplorer': () => explorers.open(context),
    'nextSlots.newSlot': (target) => newSlot(context, target),
    'nextSlots.restartServer': () => context.server.restart(),
  };
  return Disposable.from(
    explorers,
    explanations,
    ...Object.entries(handlers).map(([name, handle]) =>
      commands.registerCommand(name, async (target?: Uri) => {
        try {
          await handle(target);
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          void window.showErrorMessage(notificationText(`next-slots: ${reason}`));
        }
      }),
    ),
  );
}
