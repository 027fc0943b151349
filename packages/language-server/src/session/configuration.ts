import {
  DidChangeConfigurationNotification,
  type ConfigurationItem,
  type Connection,
  type DidChangeConfigurationParams,
  type WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver/node';
import type { ClientFeatures } from '../client-features.js';
import { readServerSettings, type ServerSettings } from '../server-settings.js';
import type { Folder, Workspace } from '../workspace.js';
import { openFolders, type OpenFolder } from './folders.js';

/** The name under which clients keep our settings. */
const section = 'next-slots';

/** What the configuration needs of the session. */
export interface ConfigurationHost {
  readonly connection: Connection;
  readonly features: ClientFeatures;
  readonly workspace: Workspace;
  reconfigured(): void;
  /** Shows the user a sentence. */
  warn(message: string): void;
}

/** Keeps folders and settings as the client has them. */
export class Configuration {
  readonly #session: ConfigurationHost;
  readonly #initial: unknown;
  #folders: readonly OpenFolder[];
  /** What the last `didChangeConfiguration` brought, from clients that cannot be asked. */
  #pushed: unknown;
  readonly #shown = new Set<string>();

  /** @param initial - `initializationOptions`: the weakest settings. */
  constructor(session: ConfigurationHost, initial: unknown, folders: readonly OpenFolder[]) {
    this.#session = session;
    this.#initial = initial;
    this.#folders = folders;
    // Until the client has answered, these hold.
    this.#apply(undefined, []);
  }

  /** Asks the client for its settings, where it can be asked, and lets them hold. */
  async load(): Promise<void> {
    const folders = this.#folders;
    if (!this.#session.features.configuration) {
      this.#apply(this.#pushed, []);
      return;
    }
    const items: ConfigurationItem[] = [
      { section },
      ...folders.map(({ uri }) => ({ section, scopeUri: uri })),
    ];
    const answer: unknown = await this.#session.connection.workspace.getConfiguration(items);
    // Folders came or went meanwhile: the answer to the later question will hold.
    if (folders !== this.#folders) return;
    const [general, ...perFolder] = Array.isArray(answer) ? (answer as unknown[]) : [];
    this.#apply(general, perFolder);
  }

  /** Subscribes to changes, where the client takes registrations. */
  async register(): Promise<void> {
    if (!this.#session.features.registersConfiguration) return;
    await this.#session.connection.client.register(DidChangeConfigurationNotification.type, {
      section,
    });
  }

  /** The client has other settings. */
  async changed({ settings }: DidChangeConfigurationParams): Promise<void> {
    this.#pushed = ownSection(settings);
    await this.load();
    this.#session.reconfigured();
  }

  /** The client opened or closed folders. */
  async foldersChanged({ added, removed }: WorkspaceFoldersChangeEvent): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => uri));
    const fresh = openFolders(added);
    const known = new Set(fresh.map(({ uri }) => uri));
    this.#folders = [
      ...this.#folders.filter(({ uri }) => !gone.has(uri) && !known.has(uri)),
      ...fresh,
    ];
    await this.load();
    this.#session.reconfigured();
  }

  #apply(general: unknown, perFolder: readonly unknown[]): void {
    const defaults = this.#read(general);
    const folders = this.#folders.map((folder, index): Folder => ({
      ...folder,
      settings: this.#read(general, perFolder[index]),
    }));
    this.#session.workspace.setFolders(folders, defaults);
  }

  #read(...inputs: readonly unknown[]): ServerSettings {
    const { settings, problems } = readServerSettings(this.#initial, ...inputs);
    for (const problem of problems) {
      if (this.#shown.has(problem)) continue;
      this.#shown.add(problem);
      this.#session.warn(`Invalid settings: ${problem}.`);
    }
    return settings;
  }
}

/** The settings of a client that pushes them: all of them, or ours alone. */
function ownSection(settings: unknown): unknown {
  if (typeof settings !== 'object' || settings === null) return undefined;
  return section in settings ? settings[section] : undefined;
}
