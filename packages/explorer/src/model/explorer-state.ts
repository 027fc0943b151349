import type { Bundler } from '@next-slots/core';

/** Everything that a permalink holds. Immutable. */
export interface ExplorerState {
  /** The app by name; empty for the first one. */
  readonly app: string;
  /** Where the user stands; empty before anything was opened. */
  readonly url: string;
  /** The URLs visited before: the first by a fresh load, the others by soft navigation. */
  readonly from: readonly string[];
  /** The Next.js version and bundler to show; null for the app's own. */
  readonly target: Target | null;
  /** What to compare with; null for nothing. */
  readonly versus: Target | null;
  /** Whether what a reload shows stands beside. */
  readonly reload: boolean;
  readonly filter: string;
  readonly onlyProblems: boolean;
}

/** A Next.js version with the bundler that builds it. */
export interface Target {
  readonly version: string;
  readonly bundler: Bundler;
}

/** Where the explorer begins. */
export const initialState: ExplorerState = {
  app: '',
  url: '',
  from: [],
  target: null,
  versus: null,
  reload: false,
  filter: '',
  onlyProblems: false,
};

/** Goes to a URL as a link does. */
export function navigateTo(state: ExplorerState, url: string): ExplorerState {
  if (state.url === '') return loadAfresh(state, url);
  return { ...state, url, from: [...state.from, state.url], reload: false };
}

/** Loads a URL as the browser's own address bar does. */
export function loadAfresh(state: ExplorerState, url: string): ExplorerState {
  return { ...state, url, from: [], reload: false };
}

/** Goes back to a step of the trail, 0 for the first. */
export function stepBack(state: ExplorerState, step: number): ExplorerState {
  const url = state.from[step];
  return url === undefined ? state : { ...state, url, from: state.from.slice(0, step) };
}

/** The steps that led to where the user stands, that one included. */
export function trailOf({ url, from }: ExplorerState): readonly string[] {
  return url === '' ? from : [...from, url];
}
