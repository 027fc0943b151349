import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { onTestFailed } from 'vitest';
import { launchBrowser } from './browser.js';
import { CodeServer, type StandIn } from './code-server.js';
import { workspace } from './packed.js';
import { Workbench } from './workbench.js';

const vsix = join(workspace, 'packages', 'vscode', 'dist', 'next-slots.vsix');

/** Where the pictures go: into the docs when asked for, else where nobody commits them. */
const pictures =
  process.env['NEXT_SLOTS_PICTURES'] === undefined
    ? join(workspace, 'packages', 'vscode', 'dist', 'pictures')
    : join(workspace, 'docs', 'images');

/** As much of React's and Next's types as the app of the tests needs. */
const types = `declare module 'react' { export type ReactNode = unknown; }
declare module 'react/jsx-runtime' {
  export namespace JSX { interface IntrinsicElements { [name: string]: unknown } }
}
declare module 'next/navigation';
`;

/** A VS Code with the packed extension, and a folder for the workspaces that are opened in it. */
export class VscodeSession {
  readonly server: CodeServer;
  readonly folder: string;
  readonly #browser: Browser;

  private constructor(server: CodeServer, browser: Browser, folder: string) {
    this.server = server;
    this.#browser = browser;
    this.folder = folder;
  }

  /** @param asksForTrust - Whether workspaces are restricted until the user trusts them. */
  static async start(
    standIns: readonly StandIn[] = [],
    asksForTrust = false,
  ): Promise<VscodeSession> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-e2e-')));
    const server = await CodeServer.start(vsix, standIns, asksForTrust);
    return new VscodeSession(server, await launchBrowser(), folder);
  }

  /** A copy of the broken app. */
  writeBrokenApp(name: string): void {
    const place = join(this.folder, name);
    cpSync(join(workspace, 'test', 'fixtures', 'dashboard'), place, { recursive: true });
    rmSync(join(place, 'eslint.config.js'));
    writeFileSync(join(place, 'react.d.ts'), types);
  }

  /** Writes files, each by its path in the folder. */
  write(files: Readonly<Record<string, string>>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true });
      writeFileSync(join(this.folder, file), text);
    }
  }

  /** The ids of the language servers that run, one for each window with Next. */
  get languageServers(): readonly number[] {
    return this.server.processes('dist/server.mjs');
  }

  /** Opens a window on a folder. */
  async open(name: string): Promise<Workbench> {
    const page = await this.#browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(60_000);
    const workbench = new Workbench(page, pictures);
    await workbench.open(this.server.window(join(this.folder, name)));
    return workbench;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Lets the test that runs leave a picture of the window when it fails. */
export function pictureFailure(code: Workbench): void {
  onTestFailed(async ({ task }) => {
    await code.picture(`failed ${task.name.slice(0, 40)}`);
  });
}
