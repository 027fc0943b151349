import { remembered, type App, type DirectoryReader, type SourceReader } from '@next-slots/core';
import {
  AppStore,
  findAppOfFile,
  findAppsBelow,
  isInside,
  modulesBelow,
  pathInApp,
  pathOnDisk,
  readTemplate,
  type AppLocation,
} from '@next-slots/core/node';
import type { ServerSettings } from './server-settings.js';
import type { OpenFolder } from './session/folders.js';

/** A folder that the client has open, with the settings that hold in it. */
export interface Folder extends OpenFolder {
  readonly settings: ServerSettings;
}

/** An app with the settings that hold for it. */
export interface AppPlace {
  readonly location: AppLocation;
  readonly settings: ServerSettings;
}

/** A file's place in its app. */
export interface FilePlace extends AppPlace {
  /** Relative to the app directory. */
  readonly file: string;
}

/** The apps of all folders, and what is known of the files in them. */
export class Workspace {
  // The client, or our own look around, says when something changed.
  readonly #store = new AppStore('when-notified');
  readonly #sources: SourceReader;
  #folders: readonly Folder[] = [];
  /** For files outside every folder. */
  #defaults: ServerSettings;
  #apps: readonly AppPlace[] | undefined;
  readonly #places = new Map<string, FilePlace | undefined>();

  constructor(sources: SourceReader, defaults: ServerSettings) {
    this.#sources = sources;
    this.#defaults = defaults;
  }

  get folders(): readonly Folder[] {
    return this.#folders;
  }

  /** Says which folders are open, and the settings for each and for files outside all of them. */
  setFolders(folders: readonly Folder[], defaults: ServerSettings): void {
    // The innermost folder around a file is the one whose settings hold.
    this.#folders = [...folders].sort((a, b) => b.path.length - a.path.length);
    this.#defaults = defaults;
    this.rediscover();
  }

  /** Lets apps be looked for again. */
  rediscover(): void {
    this.#apps = undefined;
    this.#places.clear();
  }

  /** Every app at or below the open folders, each once. */
  apps(): readonly AppPlace[] {
    if (this.#apps) return this.#apps;
    const byDirectory = new Map<string, AppPlace>();
    for (const { path, settings } of this.#folders) {
      for (const location of findAppsBelow(path, settings.shared)) {
        if (!byDirectory.has(location.appDir)) {
          byDirectory.set(location.appDir, { location, settings });
        }
      }
    }
    this.#apps = [...byDirectory.values()];
    this.#store.retain((location, shared) => {
      const place = byDirectory.get(location.appDir);
      return place === undefined || place.settings.shared === shared;
    });
    return this.#apps;
  }

  /** The place of a file in its app; undefined for a file outside every app directory. */
  locate(path: string): FilePlace | undefined {
    return remembered(this.#places, path, () => {
      const folder = this.#folders.find((around) => isInside(path, around.path));
      const settings = folder?.settings ?? this.#defaults;
      const location = findAppOfFile(path, folder?.path ?? path, settings.shared);
      return location && { location, settings, file: pathInApp(location, path) };
    });
  }

  /** An app as it was when last looked at, with every open document as the client has it. */
  open(place: AppPlace): App {
    const { tree, next, folders } = this.#store.open(place.location, place.settings.shared);
    const sources = sourcesOf(place.location, this.#sources, folders);
    return { tree, next, settings: place.settings.shared, sources };
  }

  /** Looks again at the folders around a file. */
  lookAround(place: FilePlace): void {
    this.#store.look(place.location, place.file);
  }

  /** Looks again at what was created or deleted, by the paths on disk. */
  lookAt(paths: Iterable<string>): void {
    const changed = [...paths];
    for (const { location } of this.apps()) {
      const inApp = changed.filter((path) => isInside(path, location.appDir));
      if (inApp.length === 0) continue;
      this.#store.lookAt(
        location,
        inApp.map((path) => pathInApp(location, path)),
      );
    }
  }

  /** Looks again at every folder of every app. */
  lookEverywhere(): void {
    this.#store.expire();
  }
}

/** The source files of one app. */
function sourcesOf(
  location: AppLocation,
  files: SourceReader,
  folders: DirectoryReader,
): SourceReader {
  return {
    text: (file) => files.text(pathOnDisk(location, file)),
    facts: (file) => files.facts(pathOnDisk(location, file)),
    comments: (file) => files.comments?.(pathOnDisk(location, file)) ?? [],
    modules: () => modulesBelow(folders),
    template: (path) => readTemplate(location, path, (file) => files.text(file)),
  };
}
