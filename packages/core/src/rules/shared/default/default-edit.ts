import type { App } from '../../../app.js';
import type { CreateFile } from '../../../edits/edit.js';
import { scaffold } from '../../../edits/scaffold.js';
import { spoiledBy, spoils } from '../../../edits/spoils.js';
import { matchesOf } from '../../../next/matches-of.js';
import type { RouteMatches } from '../../../next/route-matches.js';
import { isGroupName } from '../../../next/url/folder.js';
import { urlsOfSlotsAlone } from '../../../next/queries/slots-alone.js';
import { takesAnyUrl } from '../../../next/queries/spoiled-urls.js';
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
  const open = request.notFoundHelps ? openPagesAt(matchesOf(app), request.urls) : [];
  if (open.length > 0) {
    const keeps404 = create(app, request, 'not-found');
    return { edit: keeps404 && !spoils(app, [keeps404]) ? keeps404 : undefined, openTo: open };
  }
  const edit = create(app, request, request.template);
  if (!edit || (!isOnOpenUrl(matchesOf(app), request.folder) && request.template !== 'not-found')) {
    return { edit, openTo: [] };
  }
  const openTo = answeredBy(app, edit);
  if (!spoils(app, [edit])) return { edit, openTo };
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

/** The pages of slots that alone make some URLs, where those take any address. */
function openPagesAt(matches: RouteMatches, urls: readonly string[]): readonly string[] {
  const candidates = urls.filter(takesAnyUrl);
  if (candidates.length === 0) return [];
  const alone = urlsOfSlotsAlone(matches);
  const open = new Set(candidates.filter((url) => alone.has(url)));
  return matches.routes.flatMap(({ url, file }) => (open.has(url) ? [file] : []));
}

/** The pages of slots whose URLs a new file would answer with nothing in `children`. */
function answeredBy(app: App, edit: CreateFile): readonly string[] {
  const answered = new Set(spoiledBy(app, [edit])?.answered);
  if (answered.size === 0) return [];
  return matchesOf(app).routes.flatMap(({ url, file }) => (answered.has(url) ? [file] : []));
}

/**
 * Whether a folder is part of a URL that a slot alone takes and that nobody named: elsewhere a
 * default is not shown there, and nothing has to be tried out.
 */
function isOnOpenUrl(matches: RouteMatches, { path }: Segment): boolean {
  const open = matches.derive(openUrls);
  if (open.length === 0) return false;
  const parts = path.split('/').filter((part) => !part.startsWith('@') && !isGroupName(part));
  const url = parts.map((part) => `/${part.replaceAll('%5F', '_')}`).join('');
  return path === '' || url === '' || open.some((each) => `${each}/`.startsWith(`${url}/`));
}

function openUrls(matches: RouteMatches): readonly string[] {
  return [...urlsOfSlotsAlone(matches)].filter(takesAnyUrl);
}
