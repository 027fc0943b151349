import type { FromEditor, ToEditor } from '../data/editor-messages.js';
import type { TargetFindings } from '../data/explorer-app.js';
import type { ExplorerHost, Permalink } from '../ui/host.js';

/** What VS Code gives a page of its own. */
export interface EditorApi {
  readonly postMessage: (message: ToEditor) => void;
  readonly getState: () => unknown;
  readonly setState: (state: string) => void;
}

/** The app that a panel of VS Code shows. */
export function editorHost(api: EditorApi): ExplorerHost {
  const asked = new Map<number, (findings: TargetFindings | null) => void>();
  let lastId = 0;
  const watch = (hear: (message: FromEditor) => void) => {
    const listener = ({ data }: MessageEvent<FromEditor>) => {
      hear(data);
    };
    addEventListener('message', listener);
    return () => {
      removeEventListener('message', listener);
    };
  };
  watch((message) => {
    if (message.kind !== 'findings') return;
    asked.get(message.id)?.(message.findings);
    asked.delete(message.id);
  });
  return {
    watchApps: (listener) => {
      const stop = watch((message) => {
        if (message.kind === 'apps') listener(message.apps);
      });
      api.postMessage({ kind: 'ready' });
      return stop;
    },
    watchFile: (listener) =>
      watch((message) => {
        if (message.kind === 'file') listener(message.file);
      }),
    findings: (_app, { version, bundler }) =>
      new Promise((resolve) => {
        lastId += 1;
        asked.set(lastId, (findings) => {
          resolve(findings ?? undefined);
        });
        api.postMessage({ kind: 'findings', id: lastId, next: version, bundler });
      }),
    openFile: (_app, file, line) => {
      api.postMessage({ kind: 'open', file, line });
    },
  };
}

/** A panel has no address bar; what it shows comes back when it is shown again. */
export function editorPermalink(api: EditorApi): Permalink {
  const saved = api.getState();
  let fragment = typeof saved === 'string' ? saved : '';
  return {
    read: () => fragment,
    write: (next) => {
      fragment = next;
      api.setState(next);
    },
    watch: () => () => undefined,
  };
}
