import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import {
  joinPath,
  type DirectoryReader,
  type ModuleFacts,
  type SourceReader,
} from '@next-slots/core';
import type { AppLocation } from '@next-slots/core/node';
import type { Progress } from '../terminal/progress.js';
import { parseModule } from './parse-module.js';

/** Files that can hold code; declarations hold none. */
const moduleName = /(?<!\.d)\.[cm]?[jt]sx?$/u;

/** Source files as they are on disk, each read and parsed once and only when asked for. */
export class DiskSources implements SourceReader {
  readonly #location: AppLocation;
  readonly #folders: DirectoryReader;
  readonly #texts = new Map<string, string | undefined>();
  readonly #facts = new Map<string, ModuleFacts | undefined>();
  readonly #progress: Progress;

  /** @param folders - Lists the folders of the app. */
  constructor(location: AppLocation, folders: DirectoryReader, progress: Progress) {
    this.#location = location;
    this.#folders = folders;
    this.#progress = progress;
  }

  text(file: string): string | undefined {
    if (this.#texts.has(file)) return this.#texts.get(file);
    this.#progress.step('Reading source files');
    const text = readText(`${this.#location.appDir}/${file}`);
    this.#texts.set(file, text);
    return text;
  }

  facts(file: string): ModuleFacts | undefined {
    if (this.#facts.has(file)) return this.#facts.get(file);
    const text = moduleName.test(file) ? this.text(file) : undefined;
    const facts = text === undefined ? undefined : parseModule(file, text);
    this.#facts.set(file, facts);
    return facts;
  }

  *modules(): Generator<string> {
    yield* modulesBelow(this.#folders, '');
  }

  template(path: string): string | undefined {
    return readText(isAbsolute(path) ? path : join(this.#location.root, path));
  }
}

/** Every file below a folder that can hold code, private folders' included. */
function* modulesBelow(folders: DirectoryReader, folder: string): Generator<string> {
  for (const { name, kind } of folders.read(folder).entries) {
    if (kind === 'file' && moduleName.test(name)) yield joinPath(folder, name);
    if (kind === 'directory' && name !== 'node_modules') {
      yield* modulesBelow(folders, joinPath(folder, name));
    }
  }
}

/** A file's text without byte order mark. */
function readText(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    return undefined;
  }
}
