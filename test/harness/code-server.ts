import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { workspace } from './packed.js';

/** Settings that keep everything out of the way that is not under test. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Default Dark Modern',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'security.workspace.trust.startupPrompt': 'never',
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.fontSize': 14,
  'explorer.compactFolders': false,
  'files.exclude': { '**/node_modules': true },
};

/** An extension that does nothing, in the place of one that others see by its name. */
export interface StandIn {
  readonly publisher: string;
  readonly name: string;
}

/** A VS Code in the browser with the extension installed, and nothing else but what stands in. */
export class CodeServer {
  readonly url: string;
  readonly #folder: string;
  readonly #process: ChildProcess;
  #log = '';

  private constructor(folder: string, url: string, child: ChildProcess) {
    this.#folder = folder;
    this.url = url;
    this.#process = child;
    const keep = (chunk: Buffer) => {
      this.#log += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  }

  /**
   * Installs an extension into a profile of its own and starts.
   *
   * @param asksForTrust - Whether workspaces are restricted until the user trusts them.
   */
  static async start(
    vsix: string,
    standIns: readonly StandIn[] = [],
    asksForTrust = false,
  ): Promise<CodeServer> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'next-slots-code-')));
    const [node = '', entry = ''] = execFileSync(
      'bash',
      [join(workspace, 'test', 'harness', 'install-code-server.sh')],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    ).split('\n');
    const extensions = join(folder, 'extensions');
    for (const standIn of standIns) writeStandIn(extensions, standIn);
    const profile = ['--user-data-dir', join(folder, 'data'), '--extensions-dir', extensions];
    execFileSync(node, [entry, ...profile, '--install-extension', vsix], { stdio: 'pipe' });
    const settings = join(folder, 'data', 'User');
    mkdirSync(settings, { recursive: true });
    writeFileSync(
      join(settings, 'settings.json'),
      JSON.stringify({ ...quietSettings, 'security.workspace.trust.enabled': asksForTrust }),
    );
    const port = await freePort();
    const child = spawn(
      node,
      [
        entry,
        ...profile,
        '--auth',
        'none',
        '--bind-addr',
        `127.0.0.1:${port}`,
        '--disable-telemetry',
        '--disable-update-check',
        ...(asksForTrust ? [] : ['--disable-workspace-trust']),
        '--disable-getting-started-override',
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const server = new CodeServer(folder, `http://127.0.0.1:${port}`, child);
    await server.#answers();
    return server;
  }

  /** The address of a window that has a folder open. */
  window(folder: string): string {
    return `${this.url}/?folder=${encodeURIComponent(folder)}`;
  }

  /** The ids of its processes, and of theirs, whose command holds a text. */
  processes(command: string): readonly number[] {
    const all = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' })
      .split('\n')
      .flatMap((line) => {
        const {
          pid,
          parent,
          args = '',
        } = /^\s*(?<pid>\d+)\s+(?<parent>\d+)\s+(?<args>.*)$/u.exec(line)?.groups ?? {};
        return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), args }];
      });
    const ours = new Set([this.#process.pid]);
    for (let known = 0; known < ours.size;) {
      known = ours.size;
      for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid);
    }
    return all
      .filter(({ pid, args }) => ours.has(pid) && args.includes(command))
      .map(({ pid }) => pid);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#process.on('exit', resolve));
    this.#process.kill('SIGTERM');
    await Promise.race([ended, pause(5000).then(() => this.#process.kill('SIGKILL'))]);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #answers(): Promise<void> {
    for (let tries = 0; tries < 300; tries += 1) {
      if (this.#process.exitCode !== null) break;
      try {
        await fetch(`${this.url}/healthz`);
        return;
      } catch {
        await pause(100);
      }
    }
    throw new Error(`code-server does not answer:\n${this.#log}`);
  }
}

function writeStandIn(extensions: string, { publisher, name }: StandIn): void {
  const folder = join(extensions, `${publisher}.${name}-1.0.0`);
  mkdirSync(folder, { recursive: true });
  const manifest = {
    publisher,
    name,
    version: '1.0.0',
    engines: { vscode: '^1.101.0' },
    activationEvents: ['onStartupFinished'],
    main: './main.js',
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'main.js'), 'exports.activate = () => {};\n');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address) resolve(address.port);
        else reject(new Error('No port is free.'));
      });
    });
  });
}
