import { changedNotification, editorRequests, type AppOverview } from '@next-slots/core';
import { Disposable, EventEmitter } from 'vscode';
import type { Server } from '../server/server.js';

/** Changes come in bursts; so long is waited for their end, in milliseconds. */
const pause = 300;

/** What is wrong in every app, as it now stands. */
export class Overviews implements Disposable {
  readonly #server: Server;
  readonly #changed = new EventEmitter<readonly AppOverview[]>();
  readonly #subscription: Disposable;
  readonly #onFailure: (error: unknown) => void;
  #apps: readonly AppOverview[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** Fires when an app has other problems or URLs than before. */
  readonly onDidChange = this.#changed.event;

  constructor(server: Server, onFailure: (error: unknown) => void) {
    this.#server = server;
    this.#onFailure = onFailure;
    this.#subscription = Disposable.from(
      server.onNotification(changedNotification, () => {
        this.#schedule(pause);
      }),
      // The server sends changes only after a first request.
      server.onStart(() => {
        this.#schedule(0);
      }),
    );
    this.#schedule(0);
  }

  get apps(): readonly AppOverview[] {
    return this.#apps;
  }

  /** Asks now, and gives what is answered. */
  async refresh(): Promise<readonly AppOverview[]> {
    const apps = await this.#server.request<readonly AppOverview[]>(editorRequests.overview, {});
    if (JSON.stringify(apps) === JSON.stringify(this.#apps)) return apps;
    this.#apps = apps;
    this.#changed.fire(apps);
    return apps;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.refresh().catch(this.#onFailure);
    }, delay);
  }
}
