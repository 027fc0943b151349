import type { NextTarget } from '../../app.js';
import type { Bundler } from '../../settings.js';
import { compareVersions } from './compare-versions.js';

/** One value of a behaviour, and since when Next has it. */
export interface SemanticsRow<Value> {
  /** The first release that behaves so, inclusive; it holds until the next row of the same bundler. */
  readonly since: string;
  /** Only with this bundler; without it, with both. */
  readonly bundler?: Bundler;
  readonly value: Value;
  /** Where that was seen: oracle trees by name, files and issues of vercel/next.js. */
  readonly evidence: string;
}

/**
 * The behaviours that changed between Next 13.4 and 16.4, oldest row first. Code asks
 * {@link NextSemantics}, never the version number. See docs/next-versions.md.
 */
export const nextBehaviours = {
  defaultBundler: [
    { since: '13.4.0', value: 'webpack', evidence: '`next build` without a flag' },
    { since: '16.0.0', value: 'turbopack', evidence: '`next build` without a flag' },
  ],
  unfilledSlot: [
    { since: '13.4.0', value: 'soft-404', evidence: 'oracle: child on 13.5.11 answers 200' },
    {
      since: '14.2.0',
      value: 'hard-404',
      evidence: 'oracle: child answers 200 on 14.1.4 and 404 on 14.2.0',
    },
  ],
  catchAllFillsSiblings: [
    { since: '13.4.0', value: false, evidence: 'oracle: catchAllSlotDefault on 13.5.11' },
    {
      since: '14.0.2',
      value: true,
      evidence:
        'oracle: catchAllSlotDefault on 14.0.1 and 14.0.2; next/dist/build/normalize-catchall-routes.js',
    },
  ],
  missingDefault: [
    { since: '13.4.0', value: 'never', evidence: 'oracle: child builds on 13.5.11 to 15.5.29' },
    {
      since: '16.0.0',
      value: 'beside-child-routes',
      evidence: 'oracle: catchAllSlot and modalNoDefault on 16.0.11; vercel/next.js#84702',
    },
    {
      since: '16.1.0',
      value: 'unless-slot-has-routes',
      evidence: 'oracle: catchAllSlot and modalNoDefault on 16.0.11 and 16.1.0',
    },
  ],
  slotsAtTop: [
    { since: '13.4.0', value: 'as-below', evidence: 'oracle:app slots-at-top: filled on 15.5.29' },
    {
      since: '16.0.0',
      bundler: 'webpack',
      value: 'need-default',
      evidence:
        'oracle:app slots-at-top: filled and emptySlot on 16.0.0, 16.2.12 and 16.4.6, with webpack',
    },
  ],
  routeMatching: [
    { since: '13.4.0', value: 'loose', evidence: 'oracle: slotSub builds on 16.2.12' },
    {
      since: '16.4.0',
      value: 'strict',
      evidence: 'oracle: slotSub on 16.4.6; vercel/next.js#97184',
    },
  ],
  childrenSlot: [
    { since: '13.4.0', value: 'always', evidence: 'oracle: noChildrenPage on 15.5.29' },
    { since: '16.4.0', value: 'declared', evidence: 'oracle: noChildrenPage on 16.4.6' },
  ],
  interceptionKeepsSiblings: [
    { since: '13.4.0', value: false, evidence: 'next-app-loader of 15.5.29' },
    { since: '16.4.0', value: true, evidence: 'next-app-loader of 16.4.6, `isInterceptionHost`' },
  ],
  interceptionOrder: [
    {
      since: '13.4.0',
      value: 'by-name',
      evidence: 'oracle:app interception: /h/users/new on 15.5.29 opens `(.)[id]`, not `(.)new`',
    },
    {
      since: '16.0.0',
      value: 'by-specificity',
      evidence:
        'the same on 16.4.6 opens `(.)new`; generate-interception-routes-rewrites.js of 16.0.11',
    },
  ],
  interceptionParameters: [
    {
      since: '13.4.0',
      value: 'of-target',
      evidence: 'oracle:app interception: from /b/1 to /b/2/e on 15.5.29 leaves /b/1',
    },
    {
      since: '16.0.0',
      value: 'of-next-url',
      evidence:
        'the same on 16.4.6 stays in /b/1; generate-interception-routes-rewrites.js of 16.0.11',
    },
  ],
  interceptionOfStaticUrl: [
    {
      since: '13.4.0',
      value: 'never-taken',
      evidence: 'oracle:app interception: `static target from below a dynamic part` on 14.2.35',
    },
    {
      since: '15.0.0',
      value: 'refused',
      evidence: 'the same on 15.5.29 and 16.4.6; `interpolateParallelRouteParams` of 16.4.6',
    },
  ],
  interceptionByCatchAll: [
    {
      since: '13.4.0',
      value: 'works',
      evidence: '`(.)[...all]` opens on 14.2.35',
    },
    {
      since: '15.0.0',
      value: 'server-error',
      evidence: 'the same answers 500 on 15.5.29 and 16.4.6',
    },
  ],
  interceptionUnderI18n: [
    {
      since: '13.4.0',
      value: 'never-taken',
      evidence: 'nothing is intercepted on 14.2.35 and 15.5.29',
    },
    { since: '16.0.0', value: 'works', evidence: 'Next 16 has no `i18n` for the app directory' },
  ],
  interceptionUnderExport: [
    { since: '13.4.0', value: 'ignored', evidence: 'vercel/next.js#58115' },
    {
      since: '15.2.0',
      value: 'refused',
      evidence: 'vercel/next.js#75058, vercel/next.js#76926; dist/export/index.js of 15.2.0',
    },
  ],
  servedEntry: [
    {
      since: '13.4.0',
      value: 'by-layouts',
      evidence:
        '`renderPageComponent` in server/base-server.js, `createEntrypoints` in build/entries.js; oracle: entryMostLayouts and entryFewestLayouts on 14.2.35 and 15.5.26',
    },
    {
      since: '15.5.27',
      value: 'last-path',
      evidence: '`selectAppPageEntry` in app-paths.js; oracle: entryInGroup on 15.5.29',
    },
    {
      since: '16.0.0',
      value: 'by-layouts',
      evidence: 'oracle: entryMostLayouts and entryFewestLayouts on 16.2.12',
    },
    { since: '16.3.8', value: 'last-path', evidence: '`selectAppPageEntry` in app-paths.js' },
  ],
  prerenderedUrl: [
    {
      since: '13.4.0',
      value: 'loads-entry',
      evidence:
        '`loadClientReferenceManifest` in server/load-components.js up to 14.0.4; oracle: entryMostLayoutsStatic on 13.5.11',
    },
    {
      since: '14.1.0',
      value: 'cached',
      evidence:
        '`loadClientReferenceManifest` in server/load-components.js of 14.1.0; oracle: entryMostLayoutsStatic on 14.2.35',
    },
  ],
  urlPatterns: [
    {
      since: '13.4.0',
      value: 'sorted-by-build',
      evidence:
        '`getSortedRoutes` in dist/build/index.js up to 15.4.11; oracle: bothCatchAlls on 14.2.35 and 15.4.11, "You cannot use both"',
    },
    {
      since: '15.5.0',
      value: 'sorted-by-server',
      evidence:
        '`sortPages` in dist/build/index.js, `getSortedRoutes` in default-route-matcher-manager.js; oracle: bothCatchAlls on 15.5.0 and 15.5.29 answers 500',
    },
    {
      since: '16.1.0',
      value: 'validated-by-build',
      evidence:
        '`validateAppPaths` in dist/build/validate-app-paths.js, not in 16.0.11; oracle: bothCatchAlls on 16.4.6 builds and does not start',
    },
  ],
  threeDotCharacter: [
    { since: '13.4.0', value: 'accepted', evidence: 'sorted-routes.js of 14.2.35' },
    { since: '15.0.0', value: 'rejected', evidence: 'sorted-routes.js of 15.0.0' },
  ],
  metadataOfSlots: [
    {
      since: '13.4.0',
      bundler: 'webpack',
      value: 'loses',
      evidence: 'measured on 15.5.29 and 16.4.6: the title is that of the page of `children`',
    },
    {
      since: '13.4.0',
      bundler: 'turbopack',
      value: 'wins',
      evidence: 'measured on 16.4.6: the title is that of the page of the slot',
    },
  ],
  errorPage: [
    {
      since: '13.4.0',
      value: 'Application error',
      evidence:
        'the default of global-error in error-boundary.js of 14.2.35, global-error.js of 16.1.7',
    },
    {
      since: '16.2.0',
      value: 'This page couldn’t load',
      evidence: 'global-error.js of 16.2.0',
    },
  ],
  rootLayout: [
    {
      since: '13.4.0',
      bundler: 'webpack',
      value: 'anywhere-in-url',
      evidence:
        'read in next-app-loader of 14.2.35, 15.5.29 and 16.4.6: `rootLayout` is the first layout of any slot of the URL; not built',
    },
    {
      since: '13.4.0',
      bundler: 'turbopack',
      value: 'unchecked',
      evidence: 'no "root layout" among the words of the binaries of 16.0.11 to 16.3.8',
    },
    {
      since: '16.4.0',
      bundler: 'turbopack',
      value: 'above-each-page',
      evidence: 'oracle: group-layouts on 16.4.6, "doesn\'t have a root layout"',
    },
  ],
  interceptingLayouts: [
    { since: '13.4.0', value: 'unread', evidence: 'route-types-utils.js is not in 15.4.11' },
    {
      since: '15.5.0',
      value: 'read',
      evidence:
        '`resolveInterceptingRoute` in route-types-utils.js of 15.5.29; oracle: markerTooHighLayout on 16.4.6',
    },
  ],
  mergedConfig: [
    { since: '13.4.0', value: 'none', evidence: 'only Turbopack merges; webpack builds pass' },
    {
      since: '16.0.0',
      bundler: 'turbopack',
      value: 'caching',
      evidence:
        '"Sibling segment configs have conflicting values" in the binaries of 16.0.11 to 16.3.8; a build of 16.2.12 fails for these two',
    },
    {
      since: '16.4.0',
      bundler: 'turbopack',
      value: 'all',
      evidence: 'oracle: segment-config on 16.4.6',
    },
  ],
  layoutPropTypes: [
    {
      since: '13.4.0',
      bundler: 'webpack',
      value: 'exact',
      evidence:
        '`checkFields<Diff<LayoutProps, …>>` of next-types-plugin; oracle app: slot-prop-types, unknownRequired, unknownOptional and slotLeftOut on 14.2.35, 15.5.29 and 16.4.6 with webpack',
    },
    {
      since: '13.4.0',
      bundler: 'turbopack',
      value: 'unchecked',
      evidence: 'next/dist/server/lib/router-utils/typegen.js begins with 15.5',
    },
    {
      since: '15.5.0',
      bundler: 'turbopack',
      value: 'required',
      evidence:
        '`LayoutConfig` of .next/types/validator.ts, typegen.js of 15.5.29, 16.0.11, 16.4.6',
    },
  ],
  slotNames: [
    {
      since: '13.4.0',
      bundler: 'webpack',
      value: 'identifiers',
      evidence: 'oracle: hyphen, "Module parse failed"; vercel/next.js#56330',
    },
    { since: '13.4.0', bundler: 'turbopack', value: 'any', evidence: 'oracle: hyphen on 16.4.6' },
  ],
} as const satisfies Record<string, readonly SemanticsRow<string | boolean>[]>;

/** The name of a row group in the table. */
export type NextBehaviour = keyof typeof nextBehaviours;

type ValueOf<Behaviour extends NextBehaviour> = (typeof nextBehaviours)[Behaviour][number]['value'];

/** How one Next version, as configured, decides what fills slots. */
export interface NextSemantics {
  /** A full version: `16.4.6`. */
  readonly version: string;
  readonly bundler: Bundler;
  /** What a hard load of a URL answers where a rendered named slot has neither page nor default. */
  readonly unfilledSlot: ValueOf<'unfilledSlot'>;
  /** Whether a catch-all page also fills its slot at the URLs of other slots' pages. */
  readonly catchAllFillsSiblings: boolean;
  /** When `next build` fails because a named slot has no default, whatever its pages cover. */
  readonly missingDefault: ValueOf<'missingDefault'>;
  /** Whether the slots in the app directory itself need a default, whatever else is matched. */
  readonly slotsAtTop: ValueOf<'slotsAtTop'>;
  /** Strict: `next build` fails where a URL leaves a slot without page and default. */
  readonly routeMatching: ValueOf<'routeMatching'>;
  /** Whether a folder without ordinary route content still has a `children` slot to fill. */
  readonly childrenSlot: ValueOf<'childrenSlot'>;
  /** Whether an intercepting response keeps the other slots of the level it lands in. */
  readonly interceptionKeepsSiblings: boolean;
  /** Which of several intercepting routes of one place takes a URL: the first by name, or the most specific. */
  readonly interceptionOrder: ValueOf<'interceptionOrder'>;
  /**
   * Where the dynamic parts above a marker get their values from, if the target has them too: from the URL
   * that is gone to, or from the one that the browser stands at. Those that the target lacks always come
   * from the latter.
   */
  readonly interceptionParameters: ValueOf<'interceptionParameters'>;
  /**
   * What becomes of an intercepting route below a dynamic part whose target has none, as in
   * `b/[slug]/@slot/(...)photo`: Next takes it for a static page, prerenders it and lacks the parameter.
   */
  readonly interceptionOfStaticUrl: ValueOf<'interceptionOfStaticUrl'>;
  /** What answers a soft navigation where the folder with the marker is a catch-all: `(.)[...all]`. */
  readonly interceptionByCatchAll: ValueOf<'interceptionByCatchAll'>;
  /** Whether anything is intercepted where the config has `i18n`. */
  readonly interceptionUnderI18n: ValueOf<'interceptionUnderI18n'>;
  /** What `next build` with `output: 'export'` makes of an intercepting route. */
  readonly interceptionUnderExport: ValueOf<'interceptionUnderExport'>;
  /**
   * Which of the pages in a URL's own folders webpack builds and serves the URL by. By layouts: the
   * build takes one with the fewest layouts above it, the server one with the most. Or both take the
   * one whose path comes last. Where that page has no place in the URL's tree, the URL fails.
   */
  readonly servedEntry: ValueOf<'servedEntry'>;
  /**
   * Whether a page that another one displaced fails the build and the server even where the build
   * prerenders nothing, or the server has the prerendered answer at hand.
   */
  readonly prerenderedUrl: ValueOf<'prerenderedUrl'>;
  /**
   * Who notices routes that cannot be told apart or sorted, such as `[a]/x` and `[b]/y`. Sorted by the
   * build: `next build` fails. By the server: the build passes, and the server serves no URL at all.
   * Validated by the build: it fails for each route that is wrong by itself, and for two that differ in
   * the names of parameters alone; the rest is left to the server.
   */
  readonly urlPatterns: ValueOf<'urlPatterns'>;
  /** What becomes of `…`, the one character, in front of the name of a parameter. */
  readonly threeDotCharacter: ValueOf<'threeDotCharacter'>;
  /** Whether the metadata of a slot's page wins over that of the page of `children`, or loses. */
  readonly metadataOfSlots: ValueOf<'metadataOfSlots'>;
  /** What stands on the page that Next shows where no boundary catches an error. */
  readonly errorPage: ValueOf<'errorPage'>;
  /** Whether the build reads the markers above a layout without any page, and fails over a wrong one. */
  readonly interceptingLayouts: ValueOf<'interceptingLayouts'>;
  /** Where the build looks for the root layout of a page before it fails. */
  readonly rootLayout: ValueOf<'rootLayout'>;
  /**
   * Which segment config options of slots beside each other the build merges, and fails over where they
   * differ: none; `dynamic` and `revalidate`; or all but `maxDuration` and `preferredRegion`.
   */
  readonly mergedConfig: ValueOf<'mergedConfig'>;
  /**
   * What a build that checks types demands of the type of a layout's props. Exact: just what Next.js
   * passes, all slots and nothing else. Required: nothing that has to be there and never is.
   */
  readonly layoutPropTypes: ValueOf<'layoutPropTypes'>;
  /** Which slot names the bundler can build. */
  readonly slotNames: ValueOf<'slotNames'>;
}

/** The bundler that `next build` of a version uses without a flag. */
export function defaultBundler(version: string): Bundler {
  return valueAt('defaultBundler', version);
}

const known = new WeakMap<NextTarget, NextSemantics>();

/** What the table says for one version, bundler and configuration: read once, since checks ask often. */
export function semanticsFor(next: NextTarget): NextSemantics {
  let semantics = known.get(next);
  if (!semantics) known.set(next, (semantics = readTable(next)));
  return semantics;
}

function readTable(next: NextTarget): NextSemantics {
  const { version, bundler } = next;
  const declaredChildren =
    valueAt('childrenSlot', version, bundler) === 'declared' &&
    next.explicitParallelRouteChildren !== false;
  const strict =
    valueAt('routeMatching', version, bundler) === 'strict' &&
    declaredChildren &&
    next.looseRouteMatching !== true;
  return {
    version,
    bundler,
    unfilledSlot: valueAt('unfilledSlot', version, bundler),
    catchAllFillsSiblings: valueAt('catchAllFillsSiblings', version, bundler),
    missingDefault: strict ? 'never' : valueAt('missingDefault', version, bundler),
    slotsAtTop: valueAt('slotsAtTop', version, bundler),
    routeMatching: strict ? 'strict' : 'loose',
    childrenSlot: declaredChildren ? 'declared' : 'always',
    interceptionKeepsSiblings: valueAt('interceptionKeepsSiblings', version, bundler),
    interceptionOrder: valueAt('interceptionOrder', version, bundler),
    interceptionParameters: valueAt('interceptionParameters', version, bundler),
    interceptionOfStaticUrl: valueAt('interceptionOfStaticUrl', version, bundler),
    interceptionByCatchAll: valueAt('interceptionByCatchAll', version, bundler),
    interceptionUnderI18n: valueAt('interceptionUnderI18n', version, bundler),
    interceptionUnderExport: valueAt('interceptionUnderExport', version, bundler),
    servedEntry: valueAt('servedEntry', version, bundler),
    prerenderedUrl: valueAt('prerenderedUrl', version, bundler),
    urlPatterns: valueAt('urlPatterns', version, bundler),
    threeDotCharacter: valueAt('threeDotCharacter', version, bundler),
    metadataOfSlots: valueAt('metadataOfSlots', version, bundler),
    errorPage: valueAt('errorPage', version, bundler),
    interceptingLayouts: valueAt('interceptingLayouts', version, bundler),
    rootLayout: valueAt('rootLayout', version, bundler),
    mergedConfig: valueAt('mergedConfig', version, bundler),
    layoutPropTypes: valueAt('layoutPropTypes', version, bundler),
    slotNames: valueAt('slotNames', version, bundler),
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
