import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LspApp } from './lsp-app.js';
import { serverFile } from './lsp-server-file.js';
import { runProcess } from './next-app.js';

/** Why Neovim cannot be driven here; undefined where it can. */
export const neovimMissing =
  spawnSync('nvim', ['--version']).status === 0
    ? undefined
    : 'Neovim is not installed: run test/harness/install-editors.sh';

/** A headless Neovim with a screen, driven by keys as a user does. */
export class Neovim {
  readonly #socket: string;
  readonly #process: ChildProcess;

  /** Starts Neovim in an app, with a configuration and our server in the PATH. */
  constructor(app: LspApp, config: string) {
    app.write('.editor/init.lua', config);
    this.#socket = app.path('.editor/socket');
    this.#process = spawn(
      'nvim',
      ['--headless', '--clean', '-n', '-u', app.path('.editor/init.lua'), '--listen', this.#socket],
      { cwd: app.root, env: serverOnPath(app), stdio: 'ignore' },
    );
    const exited = new Promise((resolve) => this.#process.on('exit', resolve));
    onTestFinished(async () => {
      this.#process.kill('SIGKILL');
      await exited;
    });
  }

  /** Types keys, in Vim's notation. */
  async keys(keys: string): Promise<void> {
    await this.#remote('--remote-send', keys);
  }

  /** Evaluates a Lua expression. */
  async lua<Result>(expression: string): Promise<Result> {
    const quoted = expression.replaceAll("'", "''");
    const answer = await this.#remote('--remote-expr', `luaeval('vim.json.encode(${quoted})')`);
    return JSON.parse(answer) as Result;
  }

  /** The lines that stand on the screen. */
  async screen(): Promise<string[]> {
    const cells = 'map(range(1, &columns), {_, column -> screenstring(row, column)})';
    const expression = `map(range(1, &lines), {_, row -> join(${cells}, '')})`;
    const answer = await this.#remote('--remote-expr', `json_encode(${expression})`);
    return (JSON.parse(answer) as string[]).map((line) => line.trimEnd());
  }

  /** Waits until something holds. */
  async until(holds: () => Promise<boolean>, what: string, limit = 20_000): Promise<void> {
    const end = Date.now() + limit;
    while (!(await holds().catch(() => false))) {
      if (Date.now() > end) {
        const screen = await this.screen().catch((error: unknown) => [String(error)]);
        throw new Error(`Not within ${limit} ms: ${what}. On the screen:\n${screen.join('\n')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #remote(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await runProcess(
      'nvim',
      ['--headless', '--clean', '--server', this.#socket, ...args],
      {},
    );
    if (code !== 0) throw new Error(stderr);
    // `--remote-expr` prints its answer to whichever of the two it holds for a terminal.
    return (stdout || stderr).trim();
  }
}

/** An environment in which our packed server is found by its name, as after a global install. */
export function serverOnPath(app: LspApp): NodeJS.ProcessEnv {
  const folder = app.path('.editor/bin');
  mkdirSync(folder, { recursive: true });
  const command = join(folder, 'next-slots-language-server');
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${serverFile()}" "$@"\n`);
  chmodSync(command, 0o755);
  return { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` };
}
