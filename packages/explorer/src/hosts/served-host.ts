import type { ExplorerApp, ExplorerFinding } from '../data/explorer-app.js';
import type { ExplorerHost } from '../ui/host.js';

/** The apps that `next-slots explore` serves; they follow the disk. Addresses are relative to the page's. */
export const servedHost: ExplorerHost = {
  watchApps: (listener) => {
    const events = new EventSource('events');
    events.onmessage = ({ data }: MessageEvent<string>) => {
      listener(JSON.parse(data) as readonly ExplorerApp[]);
    };
    return () => {
      events.close();
    };
  },
  findings: async ({ name }, { version, bundler }) => {
    const asked = new URLSearchParams({ app: name, next: version, bundler });
    const answer = await fetch(`findings?${asked.toString()}`);
    return (await answer.json()) as readonly ExplorerFinding[];
  },
};
