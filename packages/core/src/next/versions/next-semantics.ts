import type { NextTarget } from '../../app.js';
import type { Bundler } from '../../settings.js';
import type { SemanticsRow } from './behaviour-row.js';
import { compareVersions } from './compare-versions.js';
import { fileBehaviours } from './file-behaviours.js';
import { interceptionBehaviours } from './interception-behaviours.js';
import { routeBehaviours } from './route-behaviours.js';

/**
 * The behaviours that changed between Next 13.4 and 16.4. Code asks {@link NextSemantics}, never the
 * version number. See docs/next-versions.md.
 */
export const nextBehaviours = { ...routeBehaviours, ...interceptionBehaviours, ...fileBehaviours };

/** The name of a row group in the table. */
export type NextBehaviour = keyof typeof nextBehaviours;

type ValueOf<Behaviour extends NextBehaviour> = (typeof nextBehaviours)[Behaviour][number]['value'];

/** The value of each behaviour. */
type Behaviours = { readonly [Behaviour in NextBehaviour]: ValueOf<Behaviour> };

/** How one Next version, as configured, behaves. */
export interface NextSemantics extends Behaviours {
  /** A full version: `16.4.6`. */
  readonly version: string;
  readonly bundler: Bundler;
  /** Whether intercepting routes work as configured, or which part of the config turns them off. */
  readonly interceptions: 'on' | 'export' | 'i18n';
}

/** The bundler that `next build` of a version uses without a flag. */
export function defaultBundler(version: string): Bundler {
  return valueAt('defaultBundler', version);
}

/** What the table says for one version, bundler and configuration. */
export function semanticsFor(next: NextTarget): NextSemantics {
  const { version, bundler } = next;
  const names = Object.keys(nextBehaviours) as NextBehaviour[];
  const behaviours = Object.fromEntries(
    names.map((behaviour) => [behaviour, valueAt(behaviour, version, bundler)]),
  ) as unknown as Behaviours;
  const declaresChildren =
    behaviours.childrenSlot === 'declared' && next.explicitParallelRouteChildren !== false;
  const isStrict =
    behaviours.routeMatching === 'strict' && declaresChildren && next.looseRouteMatching !== true;
  const offUnderI18n = next.i18n === true && behaviours.interceptionUnderI18n === 'never-taken';
  return {
    ...behaviours,
    version,
    bundler,
    interceptions: next.output === 'export' ? 'export' : offUnderI18n ? 'i18n' : 'on',
    missingDefault: isStrict ? 'never' : behaviours.missingDefault,
    routeMatching: isStrict ? 'strict' : 'loose',
    childrenSlot: declaresChildren ? 'declared' : 'always',
  };
}

function valueAt<Behaviour extends NextBehaviour>(
  behaviour: Behaviour,
  version: string,
  bundler?: Bundler,
): ValueOf<Behaviour> {
  const rows: readonly SemanticsRow<ValueOf<Behaviour>>[] = nextBehaviours[behaviour];
  const ofBundler = rows.filter(
    (row) => row.bundler === undefined || bundler === undefined || row.bundler === bundler,
  );
  // A version older than the table is treated as its oldest.
  const row =
    ofBundler.findLast((each) => compareVersions(each.since, version) <= 0) ?? ofBundler[0];
  if (row === undefined) throw new Error(`No row of ${behaviour} for ${String(bundler)}`);
  return row.value;
}
