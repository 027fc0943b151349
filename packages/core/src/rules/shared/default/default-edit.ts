import type { App } from '../../../app.js';
import type { CreateFile } from '../../../edits/edit.js';
import { scaffold } from '../../../edits/scaffold.js';
import { spoiledBy, spoils } from '../../../edits/spoils.js';
import { matchesOf } from '../../../next/matches-of.js';
import type { Route, RouteMatches } from '../../../next/route-matches.js';
import { isGroupName } from '../../../next/url/folder.js';
import { openUrlsOfSlots } from '../../../next/queries/slots-alone.js';
import { isSpoiled } from '../../../next/queries/spoiled-urls.js';
import type { Segment } from '../../../routes/route-tree.js';

/** A default file that can be created, or why none is. */
export interface DefaultEdit {
  readonly edit: CreateFile | undefined;
  /** The pages of slots that take any URL, where that decided; else empty. */
  readonly openTo: readonly string[];
}

/** What the default file is wanted for. */
export interface DefaultRequest {
  /** The folder that the file belongs in. */
  readonly folder: Segment;
  /** The file whose language and style a new one follows, relative to the app directory. */
  readonly like: string;
  readonly template: string;
  /** Whether `notFound()` is better than no file: the build fails without one, and this ends it. */
  readonly notFoundHelps: boolean;
  /** The routes that the file is missing at. */
  readonly urls: readonly string[];
}

/**
 * The edit that creates a default file, unless it would answer URLs that nobody named: where a page of a
 * slot takes any URL, all that keeps a mistyped link at 404 is that `children` has nothing to show there.
 * Then the file calls `notFound()`, or is left to a person.
 */
export function defaultEdit(app: App, request: DefaultRequest): DefaultEdit {
  const matches = matchesOf(app);
  const open = openUrlsOfSlots(matches);
  const openAt = request.notFoundHelps ? request.urls.filter((url) => open.has(url)) : [];
  const openPages = filesOf(routesAt(matches, openAt));
  if (openPages.length > 0) {
    const keeps404 = create(app, request, 'not-found');
    return { edit: keeps404 && !spoils(app, [keeps404]) ? keeps404 : undefined, openTo: openPages };
  }
  const edit = create(app, request, request.template);
  if (!edit || (!isOnOpenUrl(matches, request.folder) && request.template !== 'not-found')) {
    return { edit, openTo: [] };
  }
  const spoiled = spoiledBy(app, [edit]);
  const openTo = filesOf(routesAt(matches, spoiled?.answered ?? []));
  if (!spoiled || !isSpoiled(spoiled)) return { edit, openTo };
  // Where there is no 404 to keep, `notFound()` would make one.
  const others = request.notFoundHelps ? ['not-found'] : openTo.length > 0 ? [] : ['null'];
  const harmless = others
    .flatMap((template) => create(app, request, template) ?? [])
    .find((other) => !spoils(app, [other]));
  return { edit: harmless, openTo };
}

function create(app: App, { folder, like }: DefaultRequest, template: string) {
  // One that is there and is missing all the same is one that Next.js does not find; see webpack-strict.ts.
  const { bundler, routeMatching } = matchesOf(app).semantics;
  const isOutOfSight =
    bundler === 'webpack' && routeMatching === 'strict' && folder.path.includes('%5F');
  if (folder.files.default !== undefined || isOutOfSight) return undefined;
  return scaffold(app, { segment: folder, convention: 'default', like, template });
}

function filesOf(routes: readonly Route[]): readonly string[] {
  return routes.map(({ file }) => file);
}

/** The routes at some URLs. */
export function routesAt({ routes }: RouteMatches, urls: Iterable<string>): readonly Route[] {
  const wanted = new Set(urls);
  // So it is for most problems, and an app can have thousands of them and of routes.
  return wanted.size === 0 ? [] : routes.filter(({ url }) => wanted.has(url));
}

/**
 * Whether a folder is part of a URL that a slot alone takes and that nobody named: elsewhere a
 * default is not shown there, and nothing has to be tried out.
 */
function isOnOpenUrl(matches: RouteMatches, { path }: Segment): boolean {
  const open = [...openUrlsOfSlots(matches)];
  if (open.length === 0) return false;
  const parts = path.split('/').filter((part) => !part.startsWith('@') && !isGroupName(part));
  const url = parts.map((part) => `/${part.replaceAll('%5F', '_')}`).join('');
  return path === '' || url === '' || open.some((each) => `${each}/`.startsWith(`${url}/`));
}
