import { printable } from '@next-slots/core';
import type { NextStep } from '../model/screen.js';
import { UrlLink } from './url-link.js';

/** URLs to go on to, with the slot that each opens in where an intercepting route does that. */
export function LinkList({ steps }: { readonly steps: readonly NextStep[] }) {
  return (
    <ul class="link-list">
      {steps.map(({ url, opensIn }) => (
        <li key={url}>
          <UrlLink url={url} />
          {opensIn !== undefined && <span class="tag">opens in {printable(opensIn)}</span>}
        </li>
      ))}
    </ul>
  );
}
