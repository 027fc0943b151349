import { printable, type RouteMatches } from '@next-slots/core';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ExplorerState } from '../model/explorer-state.js';
import { filterRows, type RouteRow } from '../model/route-rows.js';
import type { SetState } from './explorer.js';

/** Every row has this height, in pixels: so the list knows which ones are in sight. */
const rowHeight = 30;

/** Rows that are there above and below those in sight, so that none is seen to come. */
const spare = 10;

/** All URLs of the app, with a filter. */
export function RouteList({
  rows,
  matches,
  state,
  current,
  isChecked,
  setState,
  goTo,
}: RouteListProps) {
  const [onlyChanges, setOnlyChanges] = useState(false);
  const { filter, onlyProblems, versus } = state;
  const shown = useMemo(
    () =>
      filterRows(rows, matches, {
        text: filter,
        onlyProblems,
        onlyChanges: onlyChanges && versus !== null,
      }),
    [rows, matches, filter, onlyProblems, onlyChanges, versus],
  );
  const [counts, setCounts] = useState<Counts>();
  useEffect(() => readAhead(rows, setCounts), [rows]);
  return (
    <nav class="routes" aria-label="URLs of the app">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <input
          type="search"
          class="filter"
          aria-label="Filter by URL, slot or file"
          placeholder="Filter: /shop  @team  page.tsx"
          autocomplete="off"
          spellcheck={false}
          value={filter}
          onInput={({ currentTarget }) => {
            setState({ ...state, filter: currentTarget.value }, false);
          }}
        />
        <label class="check">
          <input
            type="checkbox"
            checked={onlyProblems}
            onChange={({ currentTarget }) => {
              setState({ ...state, onlyProblems: currentTarget.checked }, false);
            }}
          />
          Only problems <small>{isChecked && counts?.problems}</small>
        </label>
        {versus && (
          <label class="check">
            <input
              type="checkbox"
              checked={onlyChanges}
              onChange={({ currentTarget }) => {
                setOnlyChanges(currentTarget.checked);
              }}
            />
            Only changes <small>{counts?.changes}</small>
          </label>
        )}
        <output aria-live="polite">
          {shown.length === rows.length
            ? `${rows.length} URLs`
            : `${shown.length} of ${rows.length} URLs`}
        </output>
      </form>
      {shown.length === 0 ? (
        <p class="empty">{rows.length === 0 ? 'This app has no URLs.' : 'No URL matches.'}</p>
      ) : (
        <Rows rows={shown} current={current} goTo={goTo} />
      )}
    </nav>
  );
}

/** How many of all rows have problems, and how many change between two versions. */
interface Counts {
  readonly problems: number;
  readonly changes: number;
}

/** How long the page may stand still for what nobody asked for yet, and rests after it, in milliseconds. */
const [slice, rest] = [8, 12];

/**
 * Finds out what stands in the slots of all URLs and what is wrong there, a few at a time: so nothing of it
 * holds up the drawing, and the first keystroke in the filter does not wait for it. Gives back what stops that.
 */
function readAhead(rows: readonly RouteRow[], onCounted: (counts: Counts) => void): () => void {
  let [next, problems, changes] = [0, 0, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = () => {
    const end = performance.now() + slice;
    for (; next < rows.length && performance.now() < end; next += 1) {
      const row = rows[next];
      row?.words();
      if (row && row.findings.length > 0) problems += 1;
      if (row?.change) changes += 1;
    }
    if (next < rows.length) timer = setTimeout(read, rest);
    else onCounted({ problems, changes });
  };
  read();
  return () => {
    clearTimeout(timer);
  };
}

interface RouteListProps {
  readonly rows: readonly RouteRow[];
  readonly matches: RouteMatches;
  readonly state: ExplorerState;
  /** The route that is shown. */
  readonly current: string | undefined;
  /** Whether the checks have run. */
  readonly isChecked: boolean;
  readonly setState: SetState;
  readonly goTo: (url: string) => void;
}

interface RowsProps {
  readonly rows: readonly RouteRow[];
  readonly current: string | undefined;
  readonly goTo: (url: string) => void;
}

/** A list of which only what is in sight is there. */
function Rows({ rows, current, goTo }: RowsProps) {
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
