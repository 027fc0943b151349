import { randomUUID } from 'node:crypto';
import { editorRequests } from '@next-slots/core';
import type { ExplorerApp, FromEditor, TargetFindings, ToEditor } from '@next-slots/explorer';
import {
  Disposable,
  Position,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import type { CommandContext } from './command-context.js';
import { explorerPage } from './explorer-page.js';
import { pickApp } from './pick-app.js';

/** The explorers that stand open, one for each app. */
export class ExplorerPanels implements Disposable {
  readonly #panels = new Map<string, ExplorerPanel>();

  /** Shows the explorer of an app, in the panel that shows it already where there is one. */
  async open(context: CommandContext): Promise<void> {
    const app = await pickApp(context);
    if (!app) return;
    const known = this.#panels.get(app.app);
    if (known) {
      known.reveal();
      return;
    }
    const panel = new ExplorerPanel(context, app.app, `Slots: ${app.name}`);
    this.#panels.set(app.app, panel);
    panel.onDispose(() => this.#panels.delete(app.app));
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
  }
}

/** One explorer; it follows the app, and the file that the user looks at. */
class ExplorerPanel {
  readonly #context: CommandContext;
  readonly #app: string;
  readonly #panel: WebviewPanel;
  readonly #subscription: Disposable;

  constructor(context: CommandContext, app: string, title: string) {
    this.#context = context;
    this.#app = app;
    const resources = Uri.joinPath(context.extensionUri, 'dist', 'explorer');
    this.#panel = window.createWebviewPanel('nextSlots.explorer', title, ViewColumn.Active, {
      enableScripts: true,
      enableFindWidget: true,
      retainContextWhenHidden: true,
      localResourceRoots: [resources],
    });
    this.#panel.webview.html = page(this.#panel, resources);
    this.#subscription = Disposable.from(
      this.#panel.webview.onDidReceiveMessage((message: ToEditor) => this.#hear(message)),
      context.overviews.onDidChange(() => void this.#sendApp()),
      window.onDidChangeActiveTextEditor((editor) => {
        this.#sendFile(editor);
      }),
    );
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

  dispose(): void {
    this.#panel.dispose();
  }

  async #hear(message: ToEditor): Promise<void> {
    switch (message.kind) {
      case 'ready':
        await this.#sendApp();
        this.#sendFile(window.visibleTextEditors[0]);
        return;
      case 'open':
        await openFile(this.#uriOf(message.file), message.line);
        return;
      case 'findings': {
        const { id, next, bundler } = message;
        const params = { app: this.#app, next, bundler };
        const { server } = this.#context;
        const findings = await server.request<TargetFindings | null>(
          editorRequests.explorerFindings,
          params,
        );
        this.#send({ kind: 'findings', id, findings });
      }
    }
  }

  async #sendApp(): Promise<void> {
    const app = await this.#context.server.request<ExplorerApp | null>(editorRequests.explorer, {
      app: this.#app,
    });
    if (app) this.#send({ kind: 'apps', apps: [app] });
  }

  #sendFile(editor: TextEditor | undefined): void {
    const path = editor?.document.uri.path;
    const folder = `${Uri.parse(this.#app).path}/`;
    if (path?.startsWith(folder)) this.#send({ kind: 'file', file: path.slice(folder.length) });
  }

  #send(message: FromEditor): void {
    void this.#panel.webview.postMessage(message);
  }

  #uriOf(file: string): Uri {
    return Uri.joinPath(Uri.parse(this.#app), ...file.split('/'));
  }
}

function page({ webview }: WebviewPanel, resources: Uri): string {
  const address = (name: string) => webview.asWebviewUri(Uri.joinPath(resources, name)).toString();
  return explorerPage({
    script: address('explorer.js'),
    style: address('explorer.css'),
    styleSource: webview.cspSource,
    nonce: randomUUID(),
  });
}

/** Opens a file that was clicked in the page, if it lies in the workspace. */
async function openFile(uri: Uri, line: number): Promise<void> {
  if (uri.scheme !== 'file' || !workspace.getWorkspaceFolder(uri)) return;
  const start = new Position(Math.max(0, line - 1), 0);
  await window.showTextDocument(uri, {
    preview: true,
    selection: new Range(start, start),
    viewColumn: ViewColumn.Beside,
  });
}
