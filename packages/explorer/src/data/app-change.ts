import type { ExplorerApp } from './explorer-app.js';

/** What changed in an app that a page shows: small where a file was created in a large app. */
export interface AppChange extends Partial<Pick<ExplorerApp, 'findings' | 'unrendered'>> {
  /** The app by its name. */
  readonly name: string;
  /** Files that {@link ExplorerApp.files} has now, and files that it no longer has. */
  readonly added?: readonly string[];
  readonly removed?: readonly string[];
}

/** What leads from one description of an app to the next; undefined where they say the same. */
export function changeBetween(before: ExplorerApp, after: ExplorerApp): AppChange | undefined {
  const [known, now] = [new Set(before.files), new Set(after.files)];
  const added = after.files.filter((file) => !known.has(file));
  const removed = before.files.filter((file) => !now.has(file));
  const differs = (name: 'findings' | 'unrendered') =>
    before[name] !== after[name] && JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const change: AppChange = {
    name: after.name,
    ...(added.length > 0 && { added }),
    ...(removed.length > 0 && { removed }),
    ...(differs('findings') && { findings: after.findings }),
    ...(differs('unrendered') && { unrendered: after.unrendered }),
  };
  return Object.keys(change).length > 1 ? change : undefined;
}

/** The app after a change. */
export function applyChange(
  app: ExplorerApp,
  { added = [], removed = [], findings = app.findings, unrendered = app.unrendered }: AppChange,
): ExplorerApp {
  const gone = new Set(removed);
  const files = [...app.files.filter((file) => !gone.has(file)), ...added];
  return { ...app, files, findings, unrendered };
}
