import { editorRequests } from '@next-slots/core';
import { Disposable, Uri, ViewColumn, window, workspace, type WebviewPanel } from 'vscode';
import type { CommandContext } from './command-context.js';
import { pickApp } from './pick-app.js';

/** The matrices of URLs by slots that stand open, one for each app. */
export class MatrixPanels implements Disposable {
  readonly #panels = new Map<string, MatrixPanel>();

  /** Shows the matrix of an app, in the panel that shows it already where there is one. */
  async open(context: CommandContext): Promise<void> {
    const app = await pickApp(context);
    if (!app) return;
    const known = this.#panels.get(app.app);
    if (known) {
      known.reveal();
      return;
    }
    const panel = new MatrixPanel(context, app.app, `Slots: ${app.name}`);
    this.#panels.set(app.app, panel);
    panel.onDispose(() => this.#panels.delete(app.app));
    await panel.refresh();
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
  }
}

/** One matrix; it follows the app. */
class MatrixPanel {
  readonly #context: CommandContext;
  readonly #app: string;
  readonly #panel: WebviewPanel;
  readonly #subscription: Disposable;
  #page: string | null = null;

  constructor(context: CommandContext, app: string, title: string) {
    this.#context = context;
    this.#app = app;
    this.#panel = window.createWebviewPanel('nextSlots.matrix', title, ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [],
    });
    this.#panel.webview.onDidReceiveMessage(openFile);
    this.#subscription = context.overviews.onDidChange(() => {
      void this.refresh();
    });
  }

  onDispose(listener: () => void): void {
    this.#panel.onDidDispose(() => {
      this.#subscription.dispose();
      listener();
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  async refresh(): Promise<void> {
    const page = await this.#context.server.request<string | null>(editorRequests.matrix, {
      app: this.#app,
    });
    // A page that is set again forgets its filter.
    if (page === null || page === this.#page) return;
    this.#page = page;
    this.#panel.webview.html = page;
  }

  dispose(): void {
    this.#panel.dispose();
  }
}

/** Opens the file that was clicked in the page, if it lies in the workspace. */
async function openFile(message: unknown): Promise<void> {
  if (typeof message !== 'object' || message === null || !('open' in message)) return;
  const uri = Uri.parse(String(message.open));
  if (uri.scheme !== 'file' || !workspace.getWorkspaceFolder(uri)) return;
  await window.showTextDocument(uri, { preview: true });
}
