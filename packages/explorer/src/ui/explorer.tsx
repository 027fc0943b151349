import { nestFills, pathOf, printable } from '@next-slots/core';
import { Fragment } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ExplorerApp, ExplorerFinding, TargetFindings } from '../data/explorer-app.js';
import { AppModel } from '../model/app-model.js';
import {
  loadAfresh,
  navigateTo,
  stepBack,
  trailOf,
  type ExplorerState,
  type Target,
} from '../model/explorer-state.js';
import { printState, readState } from '../model/permalink.js';
import { routeRows } from '../model/route-rows.js';
import { nextSteps, screenOf, showsFile, urlOfFile } from '../model/screen.js';
import { isSameTarget, targetName } from '../model/targets.js';
import { AppContext } from './app-context.js';
import { Findings } from './findings.js';
import type { ExplorerHost, Permalink } from './host.js';
import { LinkList } from './link-list.js';
import { RouteList } from './route-list.js';
import { Notices } from './notices.js';
import { Stage } from './stage.js';
import { Toolbar } from './toolbar.js';
import { Trail } from './trail.js';

/** What the explorer is given. */
interface ExplorerProps {
  readonly host: ExplorerHost;
  readonly permalink: Permalink;
}

/** The whole interface. */
export function Explorer({ host, permalink }: ExplorerProps) {
  const [apps, setApps] = useState<readonly ExplorerApp[]>();
  // Most hosts have the apps at once: nothing is painted before.
  useLayoutEffect(() => host.watchApps(setApps), [host]);
  const [state, setState] = usePermalink(permalink);
  const app = apps?.find(({ name }) => name === state.app) ?? apps?.[0];
  return (
    <div class="slots-explorer">
      {apps === undefined ? (
        <p class="empty">Loading…</p>
      ) : app === undefined ? (
        <p class="empty">There is no app directory here.</p>
      ) : (
        <OpenApp
          app={app}
          apps={apps}
          host={host}
          permalink={permalink}
          state={state}
          setState={setState}
        />
      )}
    </div>
  );
}

/** Sets a state; a step is something that the browser's back button goes back over. */
export type SetState = (state: ExplorerState, step?: boolean) => void;

function usePermalink(permalink: Permalink): [ExplorerState, SetState] {
  const [state, setState] = useState(() => readState(permalink.read()));
  useEffect(
    () =>
      permalink.watch(() => {
        setState(readState(permalink.read()));
      }),
    [permalink],
  );
  return [
    state,
    (next, step = true) => {
      permalink.write(printState(next), step);
      setState(next);
    },
  ];
}

interface OpenAppProps extends ExplorerProps {
  readonly app: ExplorerApp;
  readonly apps: readonly ExplorerApp[];
  readonly state: ExplorerState;
  readonly setState: SetState;
}

function OpenApp({ app, apps, host, permalink, state, setState }: OpenAppProps) {
  const before = useRef<AppModel>(undefined);
  const model = useMemo(() => (before.current = new AppModel(app, before.current)), [app]);
  const target = state.target ?? app.next;
  const found = useFindings(host, app, target);
  const { findings } = found;
  const matches = model.matches(target, found.rejected);
  const foundThere = useFindings(host, app, state.versus);
  const versus = state.versus ? model.matches(state.versus, foundThere.rejected) : undefined;
  const rows = useMemo(() => routeRows(matches, findings, versus), [matches, findings, versus]);
  const here: ExplorerState = state.url === '' ? { ...state, url: firstUrl(rows) } : state;
  const goTo = (url: string) => {
    setState(navigateTo(here, url));
  };

  // The filter changes at every keystroke, and nothing of this with it.
  const trail = JSON.stringify(trailOf(here));
  const screen = useMemo(() => screenOf(matches, here), [matches, trail]);
  const screenThere = useMemo(() => versus && screenOf(versus, here), [versus, trail]);
  const steps = useMemo(() => nextSteps(matches, here), [matches, trail]);
  useEffect(
    () =>
      host.watchFile?.((file) => {
        // Somebody who opens the file of a box goes on from where they stand.
        if (!('unknown' in screen) && showsFile(screen.explanation, file)) return;
        const url = urlOfFile(matches, file);
        if (url !== undefined && url !== here.url) setState(loadAfresh(here, url));
      }),
    [host, matches, printState(here)],
  );
  const route = 'unknown' in screen ? undefined : screen.explanation.route;
  const about = useMemo(
    () => rows.find(({ url }) => url === route)?.findings ?? none,
    [rows, route],
  );
  const there = state.versus && targetName(state.versus);
  return (
    <AppContext.Provider value={{ app, model, host, matches, state: here, permalink, goTo }}>
      <Toolbar
        apps={apps}
        app={app}
        state={here}
        target={target}
        matches={matches}
        setState={setState}
      />
      <div class="body">
        <RouteList
          rows={rows}
          matches={matches}
          state={here}
          current={route}
          isChecked={found.state === 'known'}
          setState={setState}
          goTo={goTo}
        />
        <section class="view" aria-label="Screen">
          <Trail
            steps={trailOf(here)}
            goBack={(step) => {
              setState(stepBack(here, step));
            }}
          />
          {'unknown' in screen ? (
            <div
              class="notice error"
              role="status"
              data-unknown={screen.unknown}
              {...(screen.unknown === pathOf(here.url) && {
                'data-stage': 'soft',
                'data-url': screen.unknown,
                'data-outcome': 'not-found',
              })}
            >
              No route matches <code>{printable(screen.unknown)}</code>.
              {screen.nearest.length > 0 && ' Closest routes: '}
              {screen.nearest.map((url, index) => (
                <Fragment key={url}>
                  {index > 0 && ', '}
                  <button
                    type="button"
                    class="url"
                    onClick={() => {
                      setState(loadAfresh(here, url));
                    }}
                  >
                    {printable(url)}
                  </button>
                </Fragment>
              ))}
            </div>
          ) : (
            <>
              <Notices screen={screen} state={here} findings={findings} setState={setState} />
              <div class="stages">
                <Stage
                  kind="soft"
                  title={
                    there === null
                      ? here.from.length === 0
                        ? 'On a hard navigation'
                        : 'After the navigation'
                      : `Next.js ${targetName(target)}`
                  }
                  explanation={screen.explanation}
                  fills={screen.explanation.soft}
                  other={here.reload && there === null ? screen.explanation.hard : undefined}
                  levels={screen.soft}
                  isCompared={there !== null}
                />
                {here.reload && there === null && (
                  <Stage
                    kind="reload"
                    title="After a reload"
                    explanation={screen.explanation}
                    fills={screen.explanation.hard}
                    other={screen.explanation.soft}
                    levels={screen.hard}
                  />
                )}
                {there !== null &&
                  screenThere &&
                  ('unknown' in screenThere ? (
                    <p class="notice error">
                      Next.js {there} has no route for <code>{printable(screenThere.unknown)}</code>
                      .
                    </p>
                  ) : (
                    <Stage
                      kind="compare"
                      title={`Next.js ${there}`}
                      explanation={screenThere.explanation}
                      fills={screenThere.explanation.soft}
                      other={screen.explanation.soft}
                      levels={nestFills(screenThere.explanation.soft, screenThere.explanation.kept)}
                      isCompared
                    />
                  ))}
              </div>
              <section class="links" aria-label="Links from here">
                <h2>Go on by a link</h2>
                <LinkList steps={steps} />
              </section>
              <Findings here={about} all={findings} state={found.state} />
            </>
          )}
        </section>
      </div>
    </AppContext.Provider>
  );
}

/** The root where there is one, since everybody begins there. */
function firstUrl(rows: readonly { readonly url: string }[]): string {
  return rows.find(({ url }) => url === '/')?.url ?? rows[0]?.url ?? '/';
}

const none: readonly ExplorerFinding[] = [];

const nothing = { findings: none, rejected: [] };

/** What the checks find, as far as it is known. */
interface Found extends Pick<TargetFindings, 'findings' | 'rejected'> {
  /** `asked` while the host runs the checks, `unknown` where nobody can. */
  readonly state: 'known' | 'asked' | 'unknown';
}

/** Changes come in bursts; so long is waited before the checks are asked for again, in milliseconds. */
const pause = 150;

/**
 * What the checks find in a Next.js version: brought along with the app, or asked for. After a change of the
 * app, what they found before is shown until they have run again.
 */
function useFindings(host: ExplorerHost, app: ExplorerApp, target: Target | null): Found {
  const known = app.findings.find((each) => target && isSameTarget(each, target));
  const question = JSON.stringify([app.name, target]);
  const [answer, setAnswer] = useState<Found & { readonly question: string }>();
  const isAnswered = answer?.question === question;
  useEffect(() => {
    if (known || !target || !host.findings) return undefined;
    let wanted = true;
    const ask = () => {
      host.findings?.(app, target).then(
        (found) => {
          if (!wanted) return;
          setAnswer({ ...(found ?? nothing), question, state: found ? 'known' : 'unknown' });
        },
        () => {
          if (wanted) setAnswer({ ...nothing, question, state: 'unknown' });
        },
      );
    };
    const timer = setTimeout(ask, isAnswered ? pause : 0);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [host, app, question, known]);
  return useMemo(() => {
    if (known) return { ...known, state: 'known' };
    if (isAnswered) return answer;
    return { ...nothing, state: host.findings ? 'asked' : 'unknown' };
  }, [known, answer, question]);
}
