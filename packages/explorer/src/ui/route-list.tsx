import type { RouteMatches } from '@next-slots/core';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ExplorerState } from '../model/explorer-state.js';
import { filterRows, type RouteRow } from '../model/route-rows.js';
import type { SetState } from './explorer.js';
import { UrlRows } from './url-rows.js';

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
        <UrlRows rows={shown} current={current} goTo={goTo} />
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
