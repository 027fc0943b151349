import {
  applyTextEdits,
  folderOf,
  joinPath,
  readSources,
  type CombinedEdits,
  type DirectoryEntry,
  type DirectoryListing,
  type DirectoryReader,
} from '@next-slots/core';
import type { AppFiles } from '../apps/open-app.js';
import { parseComments, parseModule } from '../sources/parse-module.js';

/** A file to change. Paths are relative to the app directory. */
export type PlannedFile =
  | { readonly kind: 'create'; readonly file: string; readonly text: string }
  | {
      readonly kind: 'edit';
      readonly file: string;
      readonly before: string;
      readonly text: string;
    };

/**
 * An app's files as they would be after some edits, while nothing is written. Checks run on them as on
 * the disk, so that a fix that requires another is planned completely.
 */
export class PlannedFiles implements AppFiles {
  readonly #disk: AppFiles;
  readonly #planned = new Map<string, PlannedFile>();
  readonly #listings = new Map<string, DirectoryListing>();

  constructor(disk: AppFiles) {
    this.#disk = disk;
  }

  /** What is planned so far, by file. */
  get files(): readonly PlannedFile[] {
    return [...this.#planned.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  get unread(): ReadonlyMap<string, string> {
    return this.#disk.unread;
  }

  readonly folders: DirectoryReader = {
    read: (path) => this.#listings.get(path) ?? this.#disk.folders.read(path),
  };

  readonly sources = readSources({
    text: (file) => this.#planned.get(file)?.text ?? this.#disk.sources.text(file),
    held: (file) => (this.#planned.has(file) ? undefined : this.#disk.sources.facts(file)),
    parse: (file, text) => parseModule(file, text),
    comments: parseComments,
    modules: () => this.#modules(),
    template: (path) => this.#disk.sources.template(path),
  });

  /**
   * Plans edits on top of those planned before.
   *
   * @returns whether anything changes by them: a file that is there already is not planned again.
   */
  plan({ create, replace }: CombinedEdits): boolean {
    let changes = false;
    for (const edit of create) {
      const { file } = edit;
      if (!this.#canCreate(file)) continue;
      this.#planned.set(file, {
        kind: 'create',
        file,
        // Who only counts what is left never asks for it.
        get text() {
          return edit.text;
        },
      });
      this.#list(file);
      changes = true;
    }
    for (const [file, edits] of replace) {
      const text = this.sources.text(file);
      if (text === undefined) continue;
      const edited = applyTextEdits(text, edits);
      if (edited === text) continue;
      const before = this.#planned.get(file) ?? { kind: 'edit', file, before: text };
      this.#planned.set(file, { ...before, text: edited });
      changes = true;
    }
    return changes;
  }

  #canCreate(file: string): boolean {
    const folder = folderOf(file);
    return this.#isFree(file, this.folders.read(folder)) || this.#isNewFolder(folder);
  }

  /** Whether a folder is not there yet, but the one that it belongs in is. */
  #isNewFolder(folder: string): boolean {
    if (folder === '' || this.folders.read(folder).error !== 'ENOENT') return false;
    return this.#isFree(folder, this.folders.read(folderOf(folder)));
  }

  #isFree(path: string, { entries, error }: DirectoryListing): boolean {
    return (
      error === undefined && !entries.some(({ name }) => joinPath(folderOf(path), name) === path)
    );
  }

  #list(file: string): void {
    const folder = folderOf(file);
    if (this.#isNewFolder(folder)) {
      this.#add(folder, 'directory');
      this.#listings.set(folder, { entries: [] });
    }
    this.#add(file, 'file');
  }

  #add(path: string, kind: DirectoryEntry['kind']): void {
    const folder = folderOf(path);
    const name = path.slice(folder === '' ? 0 : folder.length + 1);
    const { entries } = this.folders.read(folder);
    this.#listings.set(folder, { entries: [...entries, { name, kind }] });
  }

  *#modules(): Generator<string> {
    yield* this.#disk.sources.modules?.() ?? [];
    for (const { kind, file } of this.#planned.values()) {
      if (kind === 'create') yield file;
    }
  }
}
