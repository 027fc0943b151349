import {
  chmodSync,
  chownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { inject } from 'vitest';
import { join } from 'node:path';
import { NextApp, type WhenOver } from '../harness/next-app.js';
import { link, workspace } from '../harness/packed.js';
import { hostileFolders, soundFiles } from './hostile-folders.js';

/** Somebody whom permissions bind: they do not bind root. */
const nobody = 65_534;
export const bound = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

const noFile = 'no file';

/** Texts by path below the workspace; a path's bytes are read as Latin-1, since not all are UTF-8. */
export type Snapshot = ReadonlyMap<string, string>;

/** Every hostile folder in an app of its own, all in one folder, set up for every host. */
export class HostileWorkspace extends NextApp {
  /** The folders of the apps, by what is hostile in them. */
  readonly apps: ReadonlyMap<keyof typeof hostileFolders, string>;

  /** The modules that a linter can be told to lint. */
  readonly modules: readonly string[];

  /** What has the name of a module and is a FIFO, whose reader waits for ever. */
  readonly pipes: readonly string[];

  constructor(whenOver: WhenOver) {
    super({ 'package.json': '{ "type": "module" }', 'vanish.mjs': vanish }, whenOver);
    const tools = ['eslint', '@typescript-eslint/parser'] as const;
    for (const tool of tools) {
      link(join(workspace, 'node_modules', tool), this.path('node_modules', tool));
    }
    const plugin = 'eslint-plugin-next-slots';
    link(join(inject('packed'), plugin), this.path('node_modules', plugin));
    this.write('eslint.config.js', eslintConfig);
    chmodSync(this.root, 0o755);
    if (bound.uid !== undefined) chownSync(this.root, bound.uid, bound.gid);
    const kinds = Object.keys(hostileFolders) as (keyof typeof hostileFolders)[];
    this.apps = new Map(kinds.map((kind) => [kind, kind.replaceAll(/\W+/gu, '-')]));
    whenOver(() => {
      // Whoever is not root could not remove them otherwise.
      for (const closed of this.#closed) chmodSync(this.path(closed), 0o755);
    });
    asBound(() => {
      for (const [kind, app] of this.apps) {
        for (const [file, text] of Object.entries(soundFiles)) this.write(`${app}/${file}`, text);
        hostileFolders[kind].make((path) => this.path(app, path));
      }
    });
    this.modules = this.#linted();
    this.pipes = [...this.snapshot().keys()].filter(
      (path) => /\.[jt]sx$/u.test(path) && lstatSync(this.#bytes(path)).isFIFO(),
    );
  }

  get #closed(): readonly string[] {
    const app = this.apps.get('unreadable folders and files') ?? '';
    return ['closed', 'dash/settings/closed'].map((folder) => `${app}/app/${folder}`);
  }

  /** The environment of a host in which a folder of its own vanishes between two reads. */
  vanishing(host: 'cli' | 'eslint' | 'server'): NodeJS.ProcessEnv {
    return { NODE_OPTIONS: `--import ${this.path('vanish.mjs')}`, VANISHING: `vanishing-${host}` };
  }

  #linted(): string[] {
    return [...this.snapshot()]
      .flatMap(([path, text]) => (text === noFile ? [] : [path]))
      .map((path) => Buffer.from(path, 'latin1').toString())
      .filter(
        (path) => /\/app\/.*\.[jt]sx$/su.test(path) && !/vanishing|\/closed\/|\ufffd/u.test(path),
      )
      .filter((path) => lstatSync(this.path(path)).mode & 0o400);
  }

  /** Every file, but those that nothing could ever change. */
  snapshot(): Snapshot {
    const texts = new Map<string, string>();
    const open = [''];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
      for (const entry of entriesOf(this.#bytes(folder))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && path !== 'node_modules') open.push(path);
        if (!entry.isFile()) texts.set(path, noFile);
        else texts.set(path, path.endsWith('.txt') ? '' : readText(this.#bytes(path)));
      }
    }
    return texts;
  }

  /** Puts everything back as it was. */
  restore(before: Snapshot): void {
    for (const [path, text] of this.snapshot()) {
      const old = before.get(path);
      if (old === undefined) rmSync(this.#bytes(path), { recursive: true });
      else if (old !== text) writeFileSync(this.#bytes(path), old);
    }
  }

  #bytes(path: string): Buffer {
    return Buffer.concat([Buffer.from(`${this.root}/`), Buffer.from(path, 'latin1')]);
  }
}

function entriesOf(folder: Buffer) {
  try {
    return readdirSync(folder, { withFileTypes: true, encoding: 'latin1' });
  } catch {
    return [];
  }
}

function readText(file: Buffer): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return 'unreadable';
  }
}

function asBound(run: () => void): void {
  if (bound.uid === undefined) {
    run();
    return;
  }
  process.seteuid?.(bound.uid);
  try {
    run();
  } finally {
    process.seteuid?.(0);
  }
}

const eslintConfig = `import * as parser from '@typescript-eslint/parser';
import nextSlots from 'eslint-plugin-next-slots';
const ecmaFeatures = { jsx: true };
export default [
  { files: ['**/*.{jsx,tsx}'], languageOptions: { parser, parserOptions: { ecmaFeatures } } },
  { files: ['**/*.{jsx,tsx}'], ...nextSlots.configs.recommended },
];
`;

/** Removes a folder right after the one around it was listed, as a branch switched meanwhile would. */
const vanish = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { readdirSync } = fs;
fs.readdirSync = (folder, ...rest) => {
  const entries = readdirSync(folder, ...rest);
  if (String(folder).endsWith('/app/dash')) {
    fs.rmSync(folder + '/' + process.env.VANISHING, { recursive: true, force: true });
  }
  return entries;
};
syncBuiltinESMExports();
`;
