import { mkdirSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { inject } from 'vitest';
import { NextApp } from '../harness/next-app.js';
import { link, workspace } from '../harness/packed.js';
import { ours } from '../harness/tsserver-app.js';
import type { ParityApp } from './parity-app.js';

/** All apps in one folder, set up for every host. */
export class ParityWorkspace extends NextApp {
  readonly apps: Readonly<Record<string, ParityApp>>;

  constructor(apps: Readonly<Record<string, ParityApp>>) {
    super({ 'package.json': JSON.stringify({ private: true, type: 'module' }) });
    this.apps = apps;
    for (const [name, app] of Object.entries(apps)) this.#writeApp(name, app);
    for (const tool of ['eslint', '@typescript-eslint/parser']) {
      link(join(workspace, 'node_modules', tool), this.path('node_modules', tool));
    }
    for (const own of ['eslint-plugin-next-slots', ours]) {
      link(join(inject('packed'), own), this.path('node_modules', own));
    }
  }

  /** Every module of every app, behind links too: what an editor can open and a linter lints. */
  modules(): string[] {
    const paths = Object.entries(this.apps).flatMap(([name, { links = {} }]) => [
      ...this.list(name),
      ...Object.keys(links).flatMap((link) => this.#behind(`${name}/${link}`)),
    ]);
    return paths.filter(
      (path) =>
        /\.[jt]sx?$/u.test(path) && !/node_modules|next\.config/u.test(path) && this.has(path),
    );
  }

  #behind(link: string): string[] {
    if (!statSync(this.path(link), { throwIfNoEntry: false })?.isDirectory()) return [];
    return this.list(`${link}/.`).map((path) => path.replace('/./', '/'));
  }

  relative(file: string): string {
    return relative(this.root, file).split(sep).join('/');
  }

  #writeApp(name: string, { next = '16.4.6', config = {}, files, links = {} }: ParityApp): void {
    const manifest = { dependencies: { next }, 'next-slots': config };
    this.write(`${name}/package.json`, JSON.stringify(manifest));
    this.write(`${name}/tsconfig.json`, tsconfig(config));
    for (const [path, content] of Object.entries(files)) this.write(`${name}/${path}`, content);
    for (const [path, target] of Object.entries(links)) {
      const place = this.path(name, path);
      mkdirSync(dirname(place), { recursive: true });
      symlinkSync(target, place);
    }
  }
}

function tsconfig(config: object): string {
  return JSON.stringify({
    compilerOptions: {
      jsx: 'preserve',
      allowJs: true,
      noLib: true,
      types: [],
      plugins: [{ name: ours, diagnostics: true, ...config }],
    },
    // To TypeScript `*` is no folder with a dot before its name.
    include: ['**/*', '**/.*/**/*', '**/.*/**/.*/**/*'],
  });
}
