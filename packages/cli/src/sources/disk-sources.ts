import { accessSync, constants } from 'node:fs';
import { extname } from 'node:path';
import {
  tooComplex,
  type Comment,
  type DirectoryReader,
  type ModuleFacts,
  type SourceReader,
} from '@next-slots/core';
import {
  diskFiles,
  errorCode,
  isModuleName,
  modulesBelow,
  readTemplate,
  readText,
  type AppLocation,
} from '@next-slots/core/node';
import type { Progress } from '../terminal/progress.js';
import { parseComments, parseModule, type ParsedModule } from './parse-module.js';

/** How much text is kept before it is let go and read again when asked for. In UTF-16 code units. */
const heldAtMost = 32 * 1024 * 1024;

const nothing = { facts: undefined, problem: undefined } as const;

/** Source files as they are on disk, read and parsed only when asked for. */
export class DiskSources implements SourceReader {
  readonly #location: AppLocation;
  readonly #folders: DirectoryReader;
  readonly #texts = new Map<string, string | undefined>();
  readonly #facts = new Map<string, ModuleFacts | undefined>();
  /** By extension and text: many files of an app say the same. */
  readonly #parsed = new Map<string, Map<string, ParsedModule>>();
  readonly #unread = new Map<string, string>();
  readonly #progress: Progress;
  readonly #namedTemplate: string | undefined;
  #held = 0;

  /**
   * @param folders - Lists the folders of the app.
   * @param namedTemplate - The template that the command line names. Absolute.
   */
  constructor(
    location: AppLocation,
    folders: DirectoryReader,
    progress: Progress,
    namedTemplate?: string,
  ) {
    this.#location = location;
    this.#folders = folders;
    this.#progress = progress;
    this.#namedTemplate = namedTemplate;
  }

  /** Why what a file holds is not known, for each file that was asked for in vain so far. */
  get unread(): ReadonlyMap<string, string> {
    return this.#unread;
  }

  text(file: string): string | undefined {
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

  facts(file: string): ModuleFacts | undefined {
    if (this.#facts.has(file)) return this.#facts.get(file);
    const text = isModuleName(file) ? this.text(file) : undefined;
    const { facts, problem } = text === undefined ? nothing : this.#parse(file, text);
    if (problem !== undefined) this.#unread.set(file, problem);
    if (facts?.tooComplex) this.#unread.set(file, tooComplex);
    this.#facts.set(file, facts);
    return facts;
  }

  comments(file: string): readonly Comment[] {
    const text = this.text(file);
    return text === undefined ? [] : parseComments(file, text);
  }

  modules(): Iterable<string> {
    return modulesBelow(this.#folders);
  }

  #noteUnreadable(file: string, path: string): void {
    try {
      accessSync(path, constants.R_OK);
    } catch (error) {
      const reason = errorCode(error);
      // Some are asked for without anybody knowing that they are there.
      if (reason !== 'ENOENT') this.#unread.set(file, `it cannot be read (${reason})`);
    }
  }

  #parse(file: string, text: string): ParsedModule {
    const extension = extname(file);
    let known = this.#parsed.get(extension);
    if (!known) this.#parsed.set(extension, (known = new Map<string, ParsedModule>()));
    let parsed = known.get(text);
    if (!parsed) known.set(text, (parsed = parseModule(file, text)));
    return parsed;
  }

  template(path: string): string | undefined {
    // A file that the command line names is the word of who runs it; a configuration comes with a project.
    return path === this.#namedTemplate
      ? diskFiles.readFile(path)
      : readTemplate(this.#location, path);
  }
}
