import type { Permalink } from '../ui/host.js';
import { withApp } from './link.js';

/** Where the explorer stands. */
export interface Place {
  readonly fragment: string;
  /** Whether the user can go back over it. */
  readonly step: boolean;
  /** Whether the page went there, not the user. */
  readonly isOwn: boolean;
}

/** A permalink that the page keeps itself. */
export interface KeptPermalink extends Permalink {
  /** The app as a link holds it; empty where no link does. */
  app: string;
  /** Goes to a place. */
  readonly set: (fragment: string) => void;
}

/** Keeps where the explorer stands, on a page whose links hold the app as well. */
export function keptPermalink(onWrite: (place: Place) => void): KeptPermalink {
  let fragment = '';
  const listeners = new Set<() => void>();
  const permalink: KeptPermalink = {
    app: '',
    read: () => fragment,
    write: (next, step) => {
      fragment = next;
      onWrite({ fragment, step, isOwn: false });
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    href: (next) => withApp(permalink.app, next),
    set: (next) => {
      fragment = next;
      onWrite({ fragment, step: false, isOwn: true });
      for (const listener of listeners) listener();
    },
  };
  return permalink;
}
