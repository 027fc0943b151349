/** Files that cannot stand in one app together. */
export interface RouteConflict {
  /**
   * - `same-url`: two pages, or a page and a route handler, resolve to one URL; only one is shown.
   * - `optional-catch-all`: a page has the same specificity as an optional catch-all beside it.
   * - `both-catch-alls`: a required and an optional catch-all stand side by side.
   * - `parameter-name`: dynamic segments or catch-alls at one place have different names.
   * - `parameter-twice`: one route has two parameters of the same name.
   * - `after-catch-all`: a segment below a catch-all changes the URL.
   * - `metadata`: a metadata file has the URL of another file.
   * - `metadata-after-catch-all`: a metadata file lies below a catch-all.
   * - `segment-name`: a part of the URL has a name that Next.js rejects.
   * - `pages-router`: a file of the `pages` directory beside the app directory has the same URL.
   */
  readonly kind:
    | 'same-url'
    | 'optional-catch-all'
    | 'both-catch-alls'
    | 'parameter-name'
    | 'parameter-twice'
    | 'after-catch-all'
    | 'metadata'
    | 'metadata-after-catch-all'
    | 'segment-name'
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
