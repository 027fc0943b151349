import { accessSync, constants } from 'node:fs';
import {
  readSources,
  type DirectoryReader,
  type ModuleFacts,
  type ParsedFiles,
  type SourceHost,
  type SourceReader,
} from '@next-slots/core';
import {
  diskFiles,
  errorCode,
  largestFile,
  modulesBelow,
  readTemplate,
  readText,
  statOf,
  type AppLocation,
} from '@next-slots/core/node';
import type { Progress } from '../terminal/progress.js';
import { parseComments, parseModule } from './parse-module.js';

/** How much text is kept before it is let go and read again when asked for. In UTF-16 code units. */
const heldAtMost = 32 * 1024 * 1024;

/** Source files as they are on disk, read and parsed only when asked for. */
export class DiskSources {
  readonly #location: AppLocation;
  readonly #texts = new Map<string, string | undefined>();
  readonly #unread = new Map<string, string>();
  readonly #progress: Progress;
  #held = 0;

  readonly reader: SourceReader;

  /**
   * @param folders - Lists the folders of the app.
   * @param namedTemplate - The template that the command line names. Absolute.
   * @param parsed - Keeps what was parsed, for the sources as they are after a change.
   */
  constructor(
    location: AppLocation,
    folders: DirectoryReader,
    progress: Progress,
    namedTemplate?: string,
    parsed?: ParsedFiles,
  ) {
    this.#location = location;
    this.#progress = progress;
    const host: SourceHost = {
      text: (file) => this.#text(file),
      parse: (file, text) => this.#parse(file, text),
      comments: parseComments,
      modules: () => modulesBelow(folders),
      template: (path) =>
        // A file that the command line names is the word of who runs it; a configuration comes with a project.
        path === namedTemplate ? diskFiles.readFile(path) : readTemplate(location, path),
    };
    this.reader = readSources(host, parsed);
  }

  /** Why a file could not be read, for each such file so far. */
  get unread(): ReadonlyMap<string, string> {
    return this.#unread;
  }

  #text(file: string): string | undefined {
    if (this.#texts.has(file)) return this.#texts.get(file);
    this.#progress.step('Reading source files');
    const path = `${this.#location.appDir}/${file}`;
    const text = readText(path);
    if (text === undefined) this.#noteUnreadable(file, path);
    this.#held += text?.length ?? 0;
    if (this.#held > heldAtMost) {
      this.#texts.clear();
      this.#held = text?.length ?? 0;
    }
    this.#texts.set(file, text);
    return text;
  }

  #parse(file: string, text: string): ModuleFacts | undefined {
    return parseModule(file, text, (reason) => this.#unread.set(file, reason));
  }

  #noteUnreadable(file: string, path: string): void {
    try {
      accessSync(path, constants.R_OK);
      if ((statOf(path)?.size ?? 0) > largestFile) this.#unread.set(file, 'it is larger than 4 MB');
    } catch (error) {
      const reason = errorCode(error);
      // Some are asked for without anybody knowing that they are there.
      if (reason !== 'ENOENT') this.#unread.set(file, `it cannot be read (${reason})`);
    }
  }
}
