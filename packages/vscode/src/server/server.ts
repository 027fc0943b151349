import type { Disposable } from 'vscode';

/** The language server as the rest of the extension sees it. */
export interface Server {
  /**
   * Asks it.
   *
   * @throws where it does not run, or does not answer.
   */
  readonly request: <Answer>(method: string, params: object) => Promise<Answer>;
  /** Hears of a notification that it sends. */
  readonly onNotification: (method: string, listener: () => void) => Disposable;
  /** Hears that another process of it runs: after a restart, or in the place of one that died. */
  readonly onStart: (listener: () => void) => Disposable;
  /** Lets it ask for its settings again. */
  readonly settingsChanged: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}
