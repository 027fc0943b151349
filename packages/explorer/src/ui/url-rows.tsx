import { printable } from '@next-slots/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RouteRow } from '../model/route-rows.js';

/** Every row has this height, in pixels: so the list knows which ones are in sight. */
const rowHeight = 30;

/** Rows that are there above and below those in sight, so that none is seen to come. */
const spare = 10;

interface RowsProps {
  readonly rows: readonly RouteRow[];
  readonly current: string | undefined;
  readonly goTo: (url: string) => void;
}

/** A list of URLs, of which the page holds only those in sight. */
export function UrlRows({ rows, current, goTo }: RowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [scroll, setScroll] = useState({ top: 0, height: 600 });
  const [active, setActive] = useState(0);
  const measure = () => {
    const { scrollTop = 0, clientHeight = 600 } = list.current ?? {};
    setScroll({ top: scrollTop, height: clientHeight });
  };
  useEffect(() => {
    measure();
    const observer = new ResizeObserver(measure);
    if (list.current) observer.observe(list.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  const currentIndex = rows.findIndex(({ url }) => url === current);
  useEffect(() => {
    if (currentIndex < 0) return;
    setActive(currentIndex);
    scrollTo(list.current, currentIndex);
  }, [currentIndex]);

  const activeIndex = Math.min(active, rows.length - 1);
  const first = Math.max(0, Math.floor(scroll.top / rowHeight) - spare);
  const last = Math.min(rows.length, Math.ceil((scroll.top + scroll.height) / rowHeight) + spare);
  const inSight = rows.slice(first, last);
  const hasActive = activeIndex >= first && activeIndex < last;
  return (
    <ul
      ref={list}
      role="listbox"
      aria-label="URLs"
      tabIndex={0}
      {...(hasActive && { 'aria-activedescendant': `slots-url-${activeIndex}` })}
      onScroll={measure}
      onKeyDown={(event) => {
        const next = nextIndex(event.key, activeIndex, rows.length);
        if (next !== undefined) {
          event.preventDefault();
          setActive(next);
          scrollTo(list.current, next);
        } else if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          const row = rows[activeIndex];
          if (row) goTo(row.url);
        }
      }}
    >
      <li role="presentation" style={{ height: `${first * rowHeight}px` }} />
      {inSight.map((row, index) => (
        <Row
          key={row.url}
          row={row}
          index={first + index}
          count={rows.length}
          before={rows[first + index - 1]?.url}
          isCurrent={row.url === current}
          isActive={first + index === activeIndex}
          choose={() => {
            setActive(first + index);
            goTo(row.url);
          }}
        />
      ))}
      <li role="presentation" style={{ height: `${(rows.length - last) * rowHeight}px` }} />
    </ul>
  );
}

function nextIndex(key: string, active: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, count - 1);
    case 'ArrowUp':
      return Math.max(active - 1, 0);
    case 'PageDown':
      return Math.min(active + 10, count - 1);
    case 'PageUp':
      return Math.max(active - 10, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function scrollTo(list: HTMLElement | null, index: number): void {
  if (!list) return;
  const top = index * rowHeight;
  if (top < list.scrollTop) list.scrollTop = top;
  const bottom = top + rowHeight;
  if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
}

interface RowProps {
  readonly row: RouteRow;
  readonly index: number;
  readonly count: number;
  /** The URL above, whose beginning need not be read again. */
  readonly before: string | undefined;
  readonly isCurrent: boolean;
  readonly isActive: boolean;
  readonly choose: () => void;
}

function Row({ row, index, count, before, isCurrent, isActive, choose }: RowProps) {
  const { url, kind, findings, change } = row;
  const shared = sharedFolder(before, url);
  const worst = findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
  return (
    <li
      id={`slots-url-${index}`}
      role="option"
      aria-selected={isCurrent}
      aria-setsize={count}
      aria-posinset={index + 1}
      class={isActive ? 'active' : undefined}
      title={printable(url)}
      data-url={url}
      onClick={choose}
    >
      <span class="url">
        <span class="shared">{printable(shared)}</span>
        {printable(url.slice(shared.length))}
      </span>
      {kind === 'handler' && <span class="tag">handler</span>}
      {change && <span class="tag change">{changeText(change)}</span>}
      {findings.length > 0 && (
        <span class={`count ${worst}`} aria-label={`${findings.length} problems`} role="img">
          {findings.length}
        </span>
      )}
    </li>
  );
}

const outcomeNames = {
  ok: 'works',
  'build-error': 'build fails',
  'not-found': '404',
  'no route': 'no route',
} as const;

function changeText({ before, after, slots }: NonNullable<RouteRow['change']>): string {
  if (before !== after) return `${outcomeNames[before]} → ${outcomeNames[after]}`;
  return slots === 1 ? '1 slot' : `${slots} slots`;
}

/** The folders at the beginning of a URL that the one above it has, too. */
function sharedFolder(before: string | undefined, url: string): string {
  if (before === undefined) return '';
  let end = 0;
  for (let index = 0; index < url.length && url[index] === before[index]; index += 1) {
    if (url[index] === '/') end = index;
  }
  if (url.startsWith(`${before}/`)) end = before.length;
  return url.slice(0, end);
}
