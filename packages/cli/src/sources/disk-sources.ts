import { readFileSync } from 'node:fs';
import { extname, isAbsolute, join } from 'node:path';
import type { DirectoryReader, ModuleFacts, SourceReader } from '@next-slots/core';
import { isModuleName, modulesBelow, type AppLocation } from '@next-slots/core/node';
import type { Progress } from '../terminal/progress.js';
import { parseModule } from './parse-module.js';

/** How much text is kept before it is let go and read again when asked for. In UTF-16 code units. */
const heldAtMost = 32 * 1024 * 1024;

/** Source files as they are on disk, read and parsed only when asked for. */
export class DiskSources implements SourceReader {
  readonly #location: AppLocation;
  readonly #folders: DirectoryReader;
  readonly #texts = new Map<string, string | undefined>();
  readonly #facts = new Map<string, ModuleFacts | undefined>();
  /** Facts by extension and text: many files of an app say the same. */
  readonly #factsOfText = new Map<string, Map<string, ModuleFacts | undefined>>();
  readonly #progress: Progress;
  #held = 0;

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
    const facts = text === undefined ? undefined : this.#parse(file, text);
    this.#facts.set(file, facts);
    return facts;
  }

  modules(): Iterable<string> {
    return modulesBelow(this.#folders);
  }

  #parse(file: string, text: string): ModuleFacts | undefined {
    const extension = extname(file);
    let known = this.#factsOfText.get(extension);
    if (!known)
      this.#factsOfText.set(extension, (known = new Map<string, ModuleFacts | undefined>()));
    if (!known.has(text)) known.set(text, parseModule(file, text));
    return known.get(text);
  }

  template(path: string): string | undefined {
    return readText(isAbsolute(path) ? path : join(this.#location.root, path));
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
