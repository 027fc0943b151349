import { window, workspace, type ExtensionContext } from 'vscode';
import type { Running } from './run.js';
import { holdsNext } from './workspace/holds-next.js';

/** What runs in this window; none where the workspace holds no Next. */
let running: Promise<Running | undefined> = Promise.resolve(undefined);

/**
 * Looks whether the workspace holds Next, and starts everything else only where it does. Nothing waits
 * for that: VS Code's start is not ours to hold up.
 */
export function activate(context: ExtensionContext): void {
  const update = () => {
    running = running.then((now) => startOrStop(context, now));
  };
  update();
  context.subscriptions.push(workspace.onDidChangeWorkspaceFolders(update));
}

/** Ends the language server. */
export async function deactivate(): Promise<void> {
  const now = await running;
  await now?.stop();
}

async function startOrStop(
  context: ExtensionContext,
  now: Running | undefined,
): Promise<Running | undefined> {
  const isWanted = await holdsNext();
  if (isWanted === (now !== undefined)) return now;
  if (now) {
    await now.stop();
    return undefined;
  }
  const log = window.createOutputChannel('next-slots', { log: true });
  context.subscriptions.push(log);
  try {
    const { run } = await import('./run.js');
    return await run(context, log);
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void window.showErrorMessage(
      'next-slots could not start. See its output channel for the reason.',
    );
    return undefined;
  }
}
