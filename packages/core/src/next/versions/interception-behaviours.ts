import type { BehaviourRows } from './behaviour-row.js';

/** What Next makes of intercepting routes, by version: oldest row first. */
export const interceptionBehaviours = {
  /**
   * What an intercepting response has for the other slots of the level it lands in: their defaults, and
   * where one lacks it the not-found page, or nothing for `children`; or nothing at all, so that they keep
   * what they show.
   */
  besideInterception: [
    {
      since: '13.4.0',
      value: 'default-or-not-found',
      evidence: 'oracle:app interception, `from outside`: /o/x to /o/photo on 15.5.29 and 16.0.11',
    },
    {
      since: '16.1.0',
      value: 'default-or-nothing',
      evidence: 'the same, /x to /photo, on 16.1.0 and 16.2.12; `default-null.js` of 16.1.0',
    },
    {
      since: '16.4.0',
      value: 'kept',
      evidence: 'the same on 16.4.6; its next-app-loader, `isInterceptionHost`',
    },
  ],
  /** Which of several intercepting routes of one place takes a URL: the first by name, or the most specific. */
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
  /**
   * Where the dynamic parts above a marker get their values from, if the target has them too: from the URL
   * that is gone to, or from the one that the browser stands at. Those that the target lacks always come
   * from the latter.
   */
  interceptionParameters: [
    {
      since: '13.4.0',
      value: 'of-next-url',
      evidence:
        'oracle:app interception: from /b/1 to /b/2/e on 14.2.35 stays in /b/1; `voidParamsBeforeInterceptionMarker` up to 14.2.35, gone in 15.0.3',
    },
    {
      since: '15.0.0',
      value: 'of-target',
      evidence: 'the same on 15.5.29 leaves /b/1',
    },
    {
      since: '16.0.0',
      value: 'of-next-url',
      evidence:
        'the same on 16.4.6 stays in /b/1; generate-interception-routes-rewrites.js of 16.0.11',
    },
  ],
  /**
   * What becomes of an intercepting route below a dynamic part whose target has none, as in
   * `b/[slug]/@slot/(...)photo`: Next takes it for a static page, prerenders it and lacks the parameter.
   */
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
  /** What answers a soft navigation where the folder with the marker is a catch-all: `(.)[...all]`. */
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
  /**
   * What a soft navigation does at the URL that an intercepting catch-all leaves out, `/photo` beside
   * `(.)photo/[...id]`: Next takes it for intercepted, has no page, and the browser loads it afresh.
   */
  interceptionAboveCatchAll: [
    {
      since: '13.4.0',
      value: 'page-load',
      evidence:
        'oracle:app interception, `catch-all below the marker`, from /x to /photo on 14.2.35 and 15.5.29; `:param*` in generate-interception-routes-rewrites.js',
    },
    { since: '16.0.0', value: 'ordinary', evidence: 'the same on 16.0.11 and 16.4.6' },
  ],
  /** Whether anything is intercepted where the config has `i18n`. */
  interceptionUnderI18n: [
    {
      since: '13.4.0',
      value: 'never-taken',
      evidence: 'nothing is intercepted on 14.2.35 and 15.5.29',
    },
    { since: '16.0.0', value: 'works', evidence: 'Next 16 has no `i18n` for the app directory' },
  ],
  /** What `next build` with `output: 'export'` makes of an intercepting route. */
  interceptionUnderExport: [
    { since: '13.4.0', value: 'ignored', evidence: 'vercel/next.js#58115' },
    {
      since: '15.2.0',
      value: 'refused',
      evidence: 'vercel/next.js#75058, vercel/next.js#76926; dist/export/index.js of 15.2.0',
    },
  ],
  /** Whether the build reads the markers above a layout without any page, and fails over a wrong one. */
  interceptingLayouts: [
    { since: '13.4.0', value: 'unread', evidence: 'route-types-utils.js is not in 15.4.11' },
    {
      since: '15.5.0',
      value: 'read',
      evidence:
        '`resolveInterceptingRoute` in route-types-utils.js of 15.5.29; oracle: markerTooHighLayout on 16.4.6',
    },
  ],
} as const satisfies BehaviourRows;
