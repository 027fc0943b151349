import {
  editorRequests,
  notificationText,
  type AppOverview,
  type ExplainAnswer,
} from '@next-slots/core';
import { commands, window } from 'vscode';
import type { CommandContext } from './command-context.js';
import type { Explanations } from './explanations.js';
import { pickApp } from './pick-app.js';

const freshLoad = 'Hard navigation (typed URL or reload)';

/** Says what every slot shows at a URL, after a fresh load or after coming from another one. */
export async function explainUrl(
  context: CommandContext,
  explanations: Explanations,
): Promise<void> {
  const app = await pickApp(context);
  if (!app) return;
  const url = await askForUrl(app, 'Which URL should be explained?', []);
  if (url === undefined) return;
  const before = await askForUrl(app, `How do users get to ${url}?`, [freshLoad]);
  if (before === undefined) return;
  const answer = await context.server.request<ExplainAnswer>(editorRequests.explain, {
    app: app.app,
    url,
    from: before === freshLoad ? [] : [before],
  });
  if ('markdown' in answer) {
    const document = explanations.keep(url, answer.markdown);
    await commands.executeCommand('markdown.showPreview', document);
    return;
  }
  const { nearest, unknown } = answer;
  const near = nearest.length === 0 ? '' : ` Closest matches: ${nearest.join(', ')}.`;
  void window.showWarningMessage(notificationText(`No route matches ${unknown}.${near}`));
}

/** One of the app's URLs, or what the user types instead: `/shop/42` for `/shop/[id]`. */
function askForUrl(
  { urls }: AppOverview,
  title: string,
  others: readonly string[],
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const pick = window.createQuickPick();
    const known = [...others, ...urls];
    const show = (typed: string) => {
      const own = typed.startsWith('/') && !known.includes(typed) ? [typed] : [];
      pick.items = [...own, ...known].map((label) => ({ label }));
    };
    pick.title = title;
    pick.placeholder = 'Select a URL, or type one, such as /shop/42';
    show('');
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
