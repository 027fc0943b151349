import type { BehaviourRows } from './behaviour-row.js';

/** What Next makes of routes: which page stands where, and what it rejects, by version: oldest row first. */
export const routeBehaviours = {
  /** The bundler that `next build` of a version uses without a flag. */
  defaultBundler: [
    { since: '13.4.0', value: 'webpack', evidence: '`next build` without a flag' },
    { since: '16.0.0', value: 'turbopack', evidence: '`next build` without a flag' },
  ],
  /** What a hard navigation to a URL answers where a rendered named slot has neither page nor default. */
  unfilledSlot: [
    { since: '13.4.0', value: 'soft-404', evidence: 'oracle: child on 13.5.11 answers 200' },
    {
      since: '14.2.0',
      value: 'hard-404',
      evidence: 'oracle: child answers 200 on 14.1.4 and 404 on 14.2.0',
    },
  ],
  /** Whether a catch-all page also fills its slot at the URLs of other slots' pages. */
  catchAllFillsSiblings: [
    { since: '13.4.0', value: false, evidence: 'oracle: catchAllSlotDefault on 13.5.11' },
    {
      since: '14.0.2',
      value: true,
      evidence:
        'oracle: catchAllSlotDefault on 14.0.1 and 14.0.2; next/dist/build/normalize-catchall-routes.js',
    },
  ],
  /** When `next build` fails because a named slot has no default, whatever its pages cover. */
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
  /** Whether the slots in the app directory itself need a default, whatever else is matched. */
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
  /** Strict: `next build` fails where a URL leaves a slot without page and default. */
  routeMatching: [
    { since: '13.4.0', value: 'loose', evidence: 'oracle: slotSub builds on 16.2.12' },
    {
      since: '16.4.0',
      value: 'strict',
      evidence: 'oracle: slotSub on 16.4.6; vercel/next.js#97184',
    },
  ],
  /** Whether a folder without ordinary route content still has a `children` slot to fill. */
  childrenSlot: [
    { since: '13.4.0', value: 'always', evidence: 'oracle: noChildrenPage on 15.5.29' },
    { since: '16.4.0', value: 'declared', evidence: 'oracle: noChildrenPage on 16.4.6' },
  ],
  /**
   * Which of the pages in a URL's own folders webpack builds and serves the URL by. By layouts: the
   * build takes one with the fewest layouts above it, the server one with the most. Or both take the
   * one whose path comes last. Where that page has no place in the URL's tree, the URL fails.
   */
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
  /**
   * Whether a page that another one displaced fails the build and the server even where the build
   * prerenders nothing, or the server has the prerendered answer at hand.
   */
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
  /**
   * Who notices routes that conflict or cannot be sorted, such as `[a]/x` and `[b]/y`. Sorted by the
   * build: `next build` fails. By the server: the build passes, and the server serves no URL at all.
   * Validated by the build: it fails for each route that is wrong by itself, and for two that differ in
   * the names of parameters alone; the rest is left to the server.
   */
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
  /** What a name with brackets inside, `post-[id]`, takes where the route has a dynamic part as well. */
  bracketsInName: [
    {
      since: '13.4.0',
      value: 'any-text',
      evidence:
        'oracle:app segment-names, bracketsInside: /z/1 on 14.2.35, 15.5.29 and 16.3.8 is answered by `a[b]c/[e]`',
    },
    { since: '16.4.0', value: 'literal', evidence: 'the same on 16.4.6' },
  ],
  /** What becomes of `…`, the one character, in front of the name of a parameter. */
  threeDotCharacter: [
    { since: '13.4.0', value: 'accepted', evidence: 'sorted-routes.js of 14.2.35' },
    { since: '15.0.0', value: 'rejected', evidence: 'sorted-routes.js of 15.0.0' },
  ],
  /** Where the build looks for the root layout of a page before it fails. */
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
  /** Which slot names the bundler can build. */
  slotNames: [
    {
      since: '13.4.0',
      bundler: 'webpack',
      value: 'identifiers',
      evidence: 'oracle: hyphen, "Module parse failed"; vercel/next.js#56330',
    },
    { since: '13.4.0', bundler: 'turbopack', value: 'any', evidence: 'oracle: hyphen on 16.4.6' },
  ],
} as const satisfies BehaviourRows;
