import { render } from 'preact';
import { Explorer } from '../ui/explorer.js';
import type { ExplorerHost } from '../ui/host.js';
import { describeText } from './describe-text.js';
import { keptPermalink } from './kept-permalink.js';

/** What is walked through. */
export interface WalkOptions {
  /** Files by path from the project's folder; their texts do not count. */
  readonly files: Readonly<Record<string, string>>;
  /** The user went somewhere. */
  readonly onVisit: () => void;
}

/** An explorer that a page can lead through an app. */
export interface MountedWalk {
  /** Shows a state, by the fragment of its permalink. */
  readonly show: (fragment: string) => void;
  readonly unmount: () => void;
}

/** Puts the explorer of a small app into an element of a page. */
export function mountWalk(element: Element, { files, onVisit }: WalkOptions): MountedWalk {
  // Without a parser, layouts render all their slots.
  const app = describeText(new Map(Object.entries(files)), () => undefined);
  const host: ExplorerHost = {
    watchApps: (listener) => {
      listener([app.explorer]);
      return () => undefined;
    },
    findings: (_app, target) => app.findings(target, () => Promise.resolve(false)),
  };
  const permalink = keptPermalink(({ isOwn }) => {
    if (!isOwn) onVisit();
  });
  return {
    show: (fragment) => {
      permalink.set(fragment);
      render(<Explorer host={host} permalink={permalink} />, element);
    },
    unmount: () => {
      render(null, element);
    },
  };
}
