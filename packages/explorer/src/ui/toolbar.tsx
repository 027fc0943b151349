import { bundlerNames, compareVersions, type Bundler, type RouteMatches } from '@next-slots/core';
import type { ExplorerApp } from '../data/explorer-app.js';
import {
  loadAfresh,
  navigateTo,
  stepBack,
  type ExplorerState,
  type Target,
} from '../model/explorer-state.js';
import { bundlersOf, isSameTarget, offeredTargets, targetName } from '../model/targets.js';
import type { SetState } from './explorer.js';
import { UrlBar } from './url-bar.js';

/** The URL bar with what is done at it, and the choice of app, Next.js version and bundler. */
export function Toolbar({ apps, app, state, target, matches, setState }: ToolbarProps) {
  const offered = offeredTargets(app.next);
  const versions = [...new Set([target, ...offered].map(({ version }) => version))].sort(newest);
  const bundlers = [...new Set([...bundlersOf(target.version), target.bundler])];
  const setTarget = (version: string, bundler: Bundler) => {
    const chosen = { version, bundler };
    setState({ ...state, target: isSameTarget(chosen, app.next) ? null : chosen });
  };
  return (
    <header class="toolbar">
      <h1>Slots</h1>
      {apps.length > 1 && (
        <label class="choice">
          <span>App</span>
          <select
            value={app.name}
            onChange={({ currentTarget }) => {
              setState({ ...state, app: currentTarget.value, url: '', from: [], reload: false });
            }}
          >
            {apps.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <UrlBar
        url={state.url}
        matches={matches}
        go={(url) => {
          setState(navigateTo(state, url));
        }}
        load={(url) => {
          setState(loadAfresh(state, url));
        }}
      />
      <div class="actions">
        <button
          type="button"
          title="Go back to the URL before this one"
          disabled={state.from.length === 0}
          onClick={() => {
            setState(stepBack(state, state.from.length - 1));
          }}
        >
          Back
        </button>
        <button
          type="button"
          aria-pressed={state.reload}
          title="Show beside it what a hard navigation to this URL changes"
          onClick={() => {
            setState({ ...state, reload: !state.reload, versus: null });
          }}
        >
          Reload
        </button>
        <button
          type="button"
          title="Load this URL afresh: the trail begins here"
          onClick={() => {
            setState(loadAfresh(state, state.url));
          }}
        >
          Hard load
        </button>
      </div>
      <div class="targets">
        <label class="choice">
          <span>Next.js</span>
          <select
            name="version"
            value={target.version}
            onChange={({ currentTarget: { value } }) => {
              const own = value === app.next.version ? app.next.bundler : undefined;
              setTarget(value, own ?? bundlersOf(value)[0] ?? 'webpack');
            }}
          >
            {versions.map((version) => (
              <option key={version} value={version}>
                {version}
                {version === app.next.version ? ' (this app)' : ''}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          <span>Bundler</span>
          <select
            name="bundler"
            value={target.bundler}
            onChange={({ currentTarget: { value } }) => {
              setTarget(target.version, value === 'webpack' ? 'webpack' : 'turbopack');
            }}
          >
            {bundlers.map((bundler) => (
              <option key={bundler} value={bundler}>
                {bundlerNames[bundler]}
              </option>
            ))}
          </select>
        </label>
        <label class="choice">
          <span>Compare with</span>
          <select
            name="compare"
            value={state.versus ? targetName(state.versus) : ''}
            onChange={({ currentTarget: { value } }) => {
              const versus = offered.find((each) => targetName(each) === value) ?? null;
              setState({ ...state, versus, reload: false });
            }}
          >
            <option value="">nothing</option>
            {withTarget(offered, state.versus)
              .filter((each) => !isSameTarget(each, target))
              .map((each) => (
                <option key={targetName(each)} value={targetName(each)}>
                  {targetName(each)}
                </option>
              ))}
          </select>
        </label>
      </div>
    </header>
  );
}

interface ToolbarProps {
  readonly apps: readonly ExplorerApp[];
  readonly app: ExplorerApp;
  readonly state: ExplorerState;
  readonly target: Target;
  readonly matches: RouteMatches;
  readonly setState: SetState;
}

/** A permalink may name a version that is not offered. */
function withTarget(offered: readonly Target[], target: Target | null): readonly Target[] {
  const isOffered = !target || offered.some((each) => isSameTarget(each, target));
  return isOffered ? offered : [...offered, target];
}

function newest(a: string, b: string): number {
  return compareVersions(b, a);
}
