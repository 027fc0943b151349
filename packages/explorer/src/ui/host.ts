import type { ExplorerApp, TargetFindings } from '../data/explorer-app.js';
import type { Target } from '../model/explorer-state.js';

/** Where the explorer gets its apps from: the page itself, a server, an editor. */
export interface ExplorerHost {
  /** Hears of the apps, now and whenever they change. Gives back what stops that. */
  readonly watchApps: (listener: (apps: readonly ExplorerApp[]) => void) => () => void;
  /**
   * Asks what the checks find in a Next.js version that an app does not bring the findings of. Gives nothing
   * where the app has changed meanwhile, or the checks cannot run.
   */
  readonly findings?: (app: ExplorerApp, target: Target) => Promise<TargetFindings | undefined>;
  /** Opens a file, given relative to the app directory; without it, files are links or plain text. */
  readonly openFile?: (app: ExplorerApp, file: string, line: number) => void;
  /** Hears of the file that the user looks at in an editor. */
  readonly watchFile?: (listener: (file: string) => void) => () => void;
}

/** Where the permalink of the explorer's state lives. */
export interface Permalink {
  /** `#url=/shop`; empty at first. */
  readonly read: () => string;
  /** @param step - Whether the user can go back over it. */
  readonly write: (fragment: string, step: boolean) => void;
  /** What a link to a state has for its address, where that is not the fragment alone. */
  readonly href?: (fragment: string) => string;
  /** Hears that the user went back, or typed another one. Gives back what stops that. */
  readonly watch: (listener: () => void) => () => void;
}

/** The permalink in the address bar. */
export const addressBar: Permalink = {
  read: () => location.hash,
  write: (fragment, step) => {
    if (fragment === location.hash) return;
    if (step) history.pushState(null, '', fragment);
    else history.replaceState(null, '', fragment);
  },
  watch: (listener) => {
    // Steps through the history fire the one, and a fragment that somebody types the other.
    const events = ['popstate', 'hashchange'] as const;
    for (const event of events) addEventListener(event, listener);
    return () => {
      for (const event of events) removeEventListener(event, listener);
    };
  },
};
