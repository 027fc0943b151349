/** Files that cannot stand in one app together. */
export interface RouteConflict {
  readonly kind:
    /** Two pages, or a page and a route handler, resolve to one URL; only one is shown. */
    | 'same-url'
    /** A page has the same specificity as an optional catch-all beside it. */
    | 'optional-catch-all'
    /** A required and an optional catch-all stand side by side. */
    | 'both-catch-alls'
    /** Dynamic segments or catch-alls at one place have different names. */
    | 'parameter-name'
    /** One route has two parameters of the same name. */
    | 'parameter-twice'
    /** A segment below a catch-all changes the URL. */
    | 'after-catch-all'
    /** A metadata file has the URL of another file. */
    | 'metadata'
    /** A metadata file lies below a catch-all. */
    | 'metadata-after-catch-all'
    /** A part of the URL has a name that Next.js rejects. */
    | 'segment-name'
    /** A file of the `pages` directory beside the app directory has the same URL. */
    | 'pages-router';
  /** Where the files meet: the URL of the parent for parts that differ below it. */
  readonly url: string;
  /** The URLs of the files, sorted. */
  readonly routes: readonly string[];
  /** The files in conflict, relative to the app directory, sorted. */
  readonly files: readonly string[];
  /**
   * - `build-error`: `next build` fails.
   * - `unserved`: the build passes, and the server serves no URL of the app.
   * - `lost`: all but one of the files are silently never shown.
   */
  readonly consequence: 'build-error' | 'unserved' | 'lost';
}

/** Files that conflict at a URL. */
export function conflictAt(
  kind: RouteConflict['kind'],
  url: string,
  files: readonly string[],
  consequence: RouteConflict['consequence'],
): RouteConflict {
  return { kind, url, routes: [url], files: files.toSorted(), consequence };
}
