import { setTimeout as pause } from 'node:timers/promises';
import { walkSegments } from '@next-slots/core';
import { isInside, pathOnDisk } from '@next-slots/core/node';
import type { Connection, Disposable } from 'vscode-languageserver/node';
import type { ClientFeatures } from '../client-features.js';
import type { Guard } from '../connection/guard.js';
import type { OpenDocuments } from '../open-documents.js';
import type { AppPlace, Workspace } from '../workspace.js';
import { FileEvents, type FileChanges } from './file-events.js';
import { FolderPoll, projectFiles } from './folder-poll.js';
import { registerWatchers } from './watchers.js';

/** How long a client may take to register what to watch, in milliseconds. */
const patience = 3000;

/** What it needs of the session. */
export interface FreshnessHost {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly features: ClientFeatures;
  readonly guard: Guard;
  readonly workspace: Workspace;
  /** Files on disk are others than before. */
  changed(): void;
}

/** Keeps what is known of the disk true: from the client's events, or by polling. */
export class Freshness {
  readonly #session: FreshnessHost;
  readonly #events: FileEvents;
  #registration: Disposable | undefined;
  #poll: FolderPoll | undefined;

  constructor(session: FreshnessHost) {
    this.#session = session;
    this.#events = new FileEvents(
      (path) =>
        session.workspace
          .apps()
          .some(({ location }) => path !== location.appDir && isInside(path, location.appDir)),
      (changes) => {
        session.guard.run('didChangeWatchedFiles', () => {
          this.#take(changes);
        });
      },
    );
    session.connection.onDidChangeWatchedFiles(
      session.guard.notification('didChangeWatchedFiles', ({ changes }) => {
        this.#events.add(changes);
      }),
    );
  }

  async start(): Promise<void> {
    if (this.#session.features.registersWatchers && (await this.#isRegistered())) return;
    // While we were busy the answer may have come, and waits to be read.
    if (this.#registration) return;
    this.#poll = new FolderPoll(
      () => this.#polled(),
      () => {
        this.#take({ changed: 'everything', apps: false });
      },
    );
    this.#session.guard.run('poll', () => this.#poll?.run());
  }

  /** Settings or folders changed, and with them what has to be watched. */
  async restart(): Promise<void> {
    if (this.#registration) await this.#register();
  }

  /** Looks at the folders around a file, where the client watches no files. */
  lookAround(path: string): void {
    if (!this.#poll) return;
    const place = this.#session.workspace.locate(path);
    if (place) this.#session.workspace.lookAround(place);
  }

  /** The user saved a file, and may have done other things as well. */
  saved(): void {
    if (this.#poll) this.#take({ changed: 'everything', apps: false });
  }

  /**
   * A client that promised to watch and then declines, or says nothing, is one that does not watch, until it
   * answers after all.
   */
  async #isRegistered(): Promise<boolean> {
    try {
      const registered = this.#register().then(() => {
        this.#stopPolling();
        return true;
      });
      return await Promise.race([registered, pause(patience, false, { ref: false })]);
    } catch {
      return false;
    }
  }

  #stopPolling(): void {
    if (!this.#poll) return;
    this.#poll.stop();
    this.#poll = undefined;
    // There was no event for what happened since the last round.
    this.#take({ changed: 'everything', apps: false });
  }

  async #register(): Promise<void> {
    const { connection, features, workspace } = this.#session;
    const before = this.#registration;
    this.#registration = await registerWatchers(
      connection,
      features,
      workspace.folders,
      workspace.apps(),
    );
    before?.dispose();
  }

  #take({ changed, apps }: FileChanges): void {
    const { workspace } = this.#session;
    if (apps) workspace.rediscover();
    if (changed === 'everything') workspace.lookEverywhere();
    else workspace.lookAt(changed);
    this.#session.changed();
  }

  /** Everything about the apps that have a document open. */
  *#polled(): Generator<string> {
    const { documents, workspace } = this.#session;
    const places = new Map<string, AppPlace>();
    for (const { path } of documents.all()) {
      const place = workspace.locate(path);
      if (place) places.set(place.location.appDir, place);
    }
    for (const place of places.values()) {
      yield* projectFiles(place.location.root);
      for (const { segment } of walkSegments(workspace.open(place).tree)) {
        yield pathOnDisk(place.location, segment.path);
      }
    }
  }
}
