import type { ExplorerApp, TargetFindings } from '../data/explorer-app.js';
import type { Target } from '../model/explorer-state.js';
import type { ExplorerHost } from '../ui/host.js';

/** What the page tells its worker. */
export type ToWorker =
  | {
      readonly kind: 'files';
      /** Texts by path from the project's folder. */
      readonly files: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'findings'; readonly id: number; readonly target: Target };

/** What the worker answers. */
export type FromWorker =
  | { readonly kind: 'app'; readonly app: ExplorerApp }
  | {
      readonly kind: 'findings';
      /** The number of the question that this answers. */
      readonly id: number;
      /** Undefined where there are other files meanwhile. */
      readonly findings: TargetFindings | undefined;
    };

/** A host whose app is text. A worker parses and checks it, since the app may be a large one from a disk. */
export interface TextApps {
  readonly host: ExplorerHost;
  /** Shows an app. @param files - Texts by path from the project's folder. */
  readonly show: (files: ReadonlyMap<string, string>) => void;
  readonly stop: () => void;
}

/** Starts the worker. */
export function textApps(): TextApps {
  // As it is called beside the bundle.
  const worker = new Worker(new URL('./playground-worker.js', import.meta.url), { type: 'module' });
  const listeners = new Set<Parameters<ExplorerHost['watchApps']>[0]>();
  const asked = new Map<number, (findings: TargetFindings | undefined) => void>();
  let latest: ExplorerApp | undefined;
  let lastId = 0;
  const send = (message: ToWorker) => {
    worker.postMessage(message);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'app') {
      latest = data.app;
      for (const listener of listeners) listener([latest]);
    } else {
      asked.get(data.id)?.(data.findings);
      asked.delete(data.id);
    }
  });
  return {
    host: {
      watchApps: (listener) => {
        listeners.add(listener);
        if (latest) listener([latest]);
        return () => listeners.delete(listener);
      },
      findings: (_app, target) =>
        new Promise((resolve) => {
          lastId += 1;
          asked.set(lastId, resolve);
          send({ kind: 'findings', id: lastId, target });
        }),
    },
    show: (files) => {
      send({ kind: 'files', files });
    },
    stop: () => {
      worker.terminate();
    },
  };
}
