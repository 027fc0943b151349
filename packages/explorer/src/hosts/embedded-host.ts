import type { ExplorerApp } from '../data/explorer-app.js';
import type { ExplorerHost } from '../ui/host.js';

/** The apps that a page holds itself, as JSON. */
export function embeddedHost(text: string): ExplorerHost {
  const apps = JSON.parse(text) as readonly ExplorerApp[];
  return {
    watchApps: (listener) => {
      listener(apps);
      return () => undefined;
    },
  };
}
