import type { RouteMatches, SlotFill } from '../route-matches.js';
import { slotFills } from '../slot-fills.js';
import { findUrl, partsOf } from './find-url.js';
import { whyNeverTaken } from '../queries/never-taken.js';
import { isTransparent } from '../url/folder.js';
import { readInterception, urlAboveCatchAll, type Interception } from '../url/interception.js';
import { compareSpecificity, takesAll } from '../url/url-pattern.js';
import { parseUrl, type UrlPart } from '../url/url-part.js';
import type { MatchedUrl } from '../verdict/matched-url.js';
import { changedPath, clientTree, navigated, urlOfTree, type ClientTree } from './client-tree.js';

/** What stands in the slots of a URL, loaded afresh and reached by way of others. */
export interface Navigation {
  /** The intercepting route that the last step ran into, as Next prints it; null without one. */
  readonly interceptedBy: string | null;
  /** After a fresh load of the last URL: what a reload shows. */
  readonly hard: readonly SlotFill[];
  /** After visiting the URLs in order: the first by a fresh load, the others by soft navigation. */
  readonly soft: readonly SlotFill[];
  /** The fills of `soft` that the last step left as they were, since its URL has nothing for the slot. */
  readonly kept: ReadonlySet<SlotFill>;
}

/** Where a browser stands. */
interface BrowserState {
  readonly tree: ClientTree;
  /** What the server answered at the last step. */
  readonly answer: ClientTree;
  /** What the browser sends as `Next-Url`; it decides which intercepting routes apply. */
  readonly nextUrl: readonly string[];
  readonly interceptedBy: string | null;
}

/**
 * Follows a browser through an app.
 *
 * @param urls - Concrete URLs, or routes as Next prints them: the last one is asked about, those
 *   before it lead there.
 * @returns undefined where one of them has no page, not even an intercepting one.
 */
export function navigate(matches: RouteMatches, urls: readonly string[]): Navigation | undefined {
  let state: BrowserState | undefined;
  for (const url of urls) {
    const next = state ? goTo(matches, state, partsOf(url)) : load(matches, partsOf(url));
    if (!next) return undefined;
    state = next;
  }
  const last = urls.at(-1);
  if (last === undefined || !state) return undefined;
  if (!findUrl(matches, partsOf(last))) return undefined;
  const reloaded = load(matches, partsOf(last));
  const answered = new Set(slotFills(state.answer).map(keyOf));
  const soft = slotFills(state.tree, matches.renders);
  return {
    interceptedBy: state.interceptedBy,
    // A route handler may answer it.
    hard: reloaded ? slotFills(reloaded.tree, matches.renders) : [],
    soft,
    kept: new Set(soft.filter((fill) => !answered.has(keyOf(fill)))),
  };
}

function keyOf({ segment, slot, file }: SlotFill): string {
  return JSON.stringify([segment, slot, file]);
}

function load(matches: RouteMatches, parts: readonly string[]): BrowserState | undefined {
  const tree = treeAt(findUrl(matches, parts), parts);
  return tree && { tree, answer: tree, nextUrl: urlOfTree(tree) ?? parts, interceptedBy: null };
}

function goTo(
  matches: RouteMatches,
  state: BrowserState,
  parts: readonly string[],
): BrowserState | undefined {
  const intercepting = interceptingUrl(matches, state.nextUrl, parts);
  if (intercepting?.fails === true) return load(matches, parts);
  const next = intercepting
    ? treeOfIntercepting(matches, intercepting, state.nextUrl, parts)
    : treeAt(findUrl(matches, parts), parts);
  if (!next) return undefined;
  // Between two root layouts the browser loads afresh.
  if (rootLayout(state.tree) !== rootLayout(next)) return load(matches, parts);
  const tree = navigated(state.tree, next);
  const path = changedPath(state.tree, tree);
  return {
    tree,
    answer: next,
    nextUrl: path === undefined ? state.nextUrl : partsOf(path),
    interceptedBy: intercepting?.url.url ?? null,
  };
}

function treeAt(url: MatchedUrl | undefined, parts: readonly string[]): ClientTree | undefined {
  return url?.tree && clientTree(url.tree, { parts });
}

function treeOfIntercepting(
  { semantics }: RouteMatches,
  { url, from, target, markedIndex }: InterceptingUrl,
  nextUrl: readonly string[],
  parts: readonly string[],
): ClientTree | undefined {
  // The parts that give the folders above the marker their values.
  const above =
    semantics.interceptionParameters === 'of-next-url'
      ? nextUrl
      : nextUrl.map((part, index) => {
          const isInBoth = from[index] !== undefined && from[index].text === target[index]?.text;
          return (isInBoth ? parts[index] : undefined) ?? part;
        });
  return url.tree && clientTree(url.tree, { parts, interception: { from: above, markedIndex } });
}

/** An intercepting route that a soft navigation runs into. */
interface InterceptingUrl extends Pick<Interception, 'markedIndex'> {
  readonly url: MatchedUrl;
  /** Whether the server answers it with an error, after which the browser loads the URL afresh. */
  readonly fails: boolean;
  readonly from: readonly UrlPart[];
  readonly target: readonly UrlPart[];
}

/** The intercepting routes in the order in which Next asks them. */
function interceptingUrls(matches: RouteMatches): readonly InterceptingUrl[] {
  const { urls, interceptions, semantics } = matches;
  const routes = new Map(interceptions.map((route) => [route.url, route]));
  const isBySpecificity = semantics.interceptionOrder === 'by-specificity';
  return urls
    .flatMap((url): readonly InterceptingUrl[] => {
      const route = routes.get(url.url);
      const whyNever = route && whyNeverTaken(matches, route);
      const fails = whyNever === 'marked-catch-all';
      if (!route || route.target === null || (whyNever && !fails)) return [];
      const { from, target } = route;
      const markedIndex = readInterception(url.url)?.markedIndex ?? 0;
      const found = { url, from: parseUrl(from), markedIndex };
      const above =
        semantics.interceptionAboveCatchAll === 'page-load' ? urlAboveCatchAll(target) : undefined;
      return [
        { ...found, target: parseUrl(target), fails },
        ...(above === undefined ? [] : [{ ...found, target: parseUrl(above), fails: true }]),
      ];
    })
    .sort(
      (a, b) =>
        b.from.length - a.from.length ||
        (isBySpecificity
          ? compareSpecificity(a.target, b.target)
          : Number(a.url.url > b.url.url) - Number(a.url.url < b.url.url)),
    );
}

function interceptingUrl(
  matches: RouteMatches,
  nextUrl: readonly string[],
  parts: readonly string[],
): InterceptingUrl | undefined {
  const above = literalParts(nextUrl);
  const asked = literalParts(parts);
  return matches
    .derive(interceptingUrls)
    .find(
      ({ from, target }) => takesAll(from, above.slice(0, from.length)) && takesAll(target, asked),
    );
}

/** The parts of a concrete URL, which has no parameters. */
function literalParts(texts: readonly string[]): readonly Pick<UrlPart, 'kind' | 'text'>[] {
  return texts.map((text) => ({ kind: 'static', text }));
}

/** The path to the outermost layout with the values of its folders. */
function rootLayout(tree: ClientTree): string {
  let path = '';
  for (let each: ClientTree | undefined = tree; each?.kind === 'folder';) {
    const { segment } = each.folder;
    path += `/${segment.name.raw}${isTransparent(segment) ? '' : `=${each.value}`}`;
    if (segment.files.layout !== undefined) return path;
    each = each.slots.get('children');
  }
  return path;
}
