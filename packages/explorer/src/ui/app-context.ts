import type { RouteMatches } from '@next-slots/core';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ExplorerApp } from '../data/explorer-app.js';
import type { AppModel } from '../model/app-model.js';
import type { ExplorerState } from '../model/explorer-state.js';
import type { ExplorerHost, Permalink } from './host.js';

/** The app that is shown. */
export interface ShownApp {
  readonly app: ExplorerApp;
  readonly model: AppModel;
  readonly host: ExplorerHost;
  /** What the app does in the Next.js version that is shown. */
  readonly matches: RouteMatches;
  /** Where the user stands. */
  readonly state: ExplorerState;
  readonly permalink: Permalink;
  /** Goes to a URL as a link does. */
  readonly goTo: (url: string) => void;
}

export const AppContext = createContext<ShownApp | undefined>(undefined);

/** The app that a component is a part of. */
export function useApp(): ShownApp {
  const shown = useContext(AppContext);
  if (!shown) throw new Error('Only parts of an open app ask for it.');
  return shown;
}

/** A file relative to the app directory, as it is shown: with the app directory's own path before. */
export function shownPath({ name }: ExplorerApp, file: string): string {
  if (file.startsWith('../')) {
    const parent = name.includes('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
    return `${parent}${file.slice('../'.length)}`;
  }
  return name === '.' || name === '' ? file : `${name}/${file}`;
}
