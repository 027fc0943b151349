import { applyChange, type AppChange } from '../data/app-change.js';
import type { ExplorerApp, TargetFindings } from '../data/explorer-app.js';
import type { ExplorerHost } from '../ui/host.js';

/**
 * The apps that `next-slots explore` serves; they follow the disk. Addresses are relative to the page's.
 *
 * @param text - The apps that the page brings along, as JSON.
 * @param revision - Which state of theirs that is.
 */
export function servedHost(text: string, revision: string): ExplorerHost {
  return { watchApps: watchApps(text, revision), findings };
}

function watchApps(text: string, revision: string): ExplorerHost['watchApps'] {
  return (listener) => {
    let apps: readonly ExplorerApp[] = [];
    const show = (next: readonly ExplorerApp[]) => {
      apps = next;
      listener(apps);
    };
    show(JSON.parse(text) as readonly ExplorerApp[]);
    const events = new EventSource(`events?${new URLSearchParams({ revision }).toString()}`);
    events.addEventListener('apps', ({ data }: MessageEvent<string>) => {
      show(JSON.parse(data) as readonly ExplorerApp[]);
    });
    events.addEventListener('change', ({ data }: MessageEvent<string>) => {
      const change = JSON.parse(data) as AppChange;
      show(apps.map((app) => (app.name === change.name ? applyChange(app, change) : app)));
    });
    return () => {
      events.close();
    };
  };
}

const findings: ExplorerHost['findings'] = async ({ name }, { version, bundler }) => {
  const asked = new URLSearchParams({ app: name, next: version, bundler });
  const answer = await fetch(`findings?${asked.toString()}`);
  if (!answer.ok) throw new Error('The checks could not run.');
  return (await answer.json()) as TargetFindings;
};
