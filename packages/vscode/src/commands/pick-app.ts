import type { AppOverview } from '@next-slots/core';
import { Uri, window } from 'vscode';
import type { CommandContext } from './command-context.js';

/**
 * The app that a command is about: the only one, that of the open file, or one that the user picks.
 *
 * @returns undefined where there is none, or the user picks none.
 */
export async function pickApp({ overviews }: CommandContext): Promise<AppOverview | undefined> {
  const apps = await overviews.refresh();
  const [only] = apps;
  if (!only) {
    void window.showInformationMessage('This workspace has no Next.js app directory.');
    return undefined;
  }
  if (apps.length === 1) return only;
  const open = window.activeTextEditor?.document.uri.path;
  const around = apps.find(({ app }) => open?.startsWith(`${Uri.parse(app).path}/`) === true);
  if (around) return around;
  const picked = await window.showQuickPick(
    apps.map((app) => ({ label: app.name, description: `Next.js ${app.next}`, app })),
    { title: 'Which app?' },
  );
  return picked?.app;
}
