import { printable } from '@next-slots/core';
import { navigateTo } from '../model/explorer-state.js';
import { printState } from '../model/permalink.js';
import { useApp } from './app-context.js';

/** A URL that is gone to as a link does; in another tab, the explorer opens there. */
export function UrlLink({ url }: { readonly url: string }) {
  const { state, permalink, goTo } = useApp();
  const fragment = printState(navigateTo(state, url));
  return (
    <a
      class="url"
      href={permalink.href?.(fragment) ?? fragment}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        goTo(url);
      }}
    >
      {printable(url)}
    </a>
  );
}
