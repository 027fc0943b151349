import type { App } from '../app.js';
import { readInterception } from '../next/url/interception.js';
import { matchesOf } from '../next/matches-of.js';
import { escapedFolderAbove, isOfStaticUrl, whyNeverTaken } from '../next/queries/never-taken.js';
import type { InterceptingRoute } from '../next/route-matches.js';
import { isOpen, parseUrlPart } from '../next/url/url-part.js';
import { routeOf } from '../routes/route-of.js';
import type { Segment } from '../routes/route-tree.js';
import { filePath, holds, joinPath } from '../routes/walk.js';
import { atDefaultExport } from './engine/anchor.js';
import { defineCheck, type Problem, type MessageTemplate } from './engine/check.js';
import type { Suggestion } from './engine/finding.js';
import { printChoice } from './engine/print-list.js';
import { swappedFolders } from './shared/interception/swapped-folders.js';
import { renameSuggestion } from './shared/name/rename-suggestion.js';
import { causeOf, helpForGaps } from './shared/default/missing-default.js';
import {
  betterMarkers,
  interceptionsAt,
  markerOf,
  pageAt,
  type BetterMarker,
} from './shared/interception/interceptions.js';

const messages = {
  noPage: {
    message: '`{{route}}` intercepts `{{target}}`, which has no page: {{consequence}}.',
    help: '{{help}}',
  },
  brokenPage: {
    message: '`{{route}}` intercepts `{{target}}`, whose page Next.js rejects: {{consequence}}.',
    help: '{{help}}',
  },
  tooFarUp: {
    message:
      'The marker `{{marker}}` of `{{route}}` reaches above the app directory, so `next build` fails.',
    help: '{{help}}',
  },
  staticExport: {
    message: "Intercepting routes do not work with `output: 'export'`: {{consequence}}.",
    help: 'Remove `{{route}}`, or the `output` option.',
  },
  staticTarget: {
    message: '`{{route}}` is below a dynamic segment, but `{{target}}` has none: {{consequence}}.',
    help: 'Move the slot out of `{{dynamic}}`, or intercept a URL with a dynamic segment.',
  },
  markedCatchAll: {
    message:
      '`{{route}}` has its marker on a catch-all: a soft navigation to `{{target}}` fails with status 500.',
    help: 'Put the marker on a static folder, and the catch-all below it.',
  },
  escapedFolder: {
    message:
      '`{{route}}` is below the folder `{{folder}}`: Next.js {{version}} never intercepts `{{target}}` from there.',
    help: 'Give the folder a name without `%5F`.',
  },
  underI18n: {
    message:
      'With `i18n` in its config, Next.js {{version}} never intercepts `{{target}}` with `{{route}}`.',
    help: 'Use a `[locale]` folder instead of `i18n`, or remove the intercepting route.',
  },
} satisfies Record<string, MessageTemplate>;

type MessageId = keyof typeof messages;

/** An intercepting route needs a page of its own at the URL that it intercepts. */
export const validInterception = defineCheck({
  name: 'valid-interception',
  description: 'Require intercepting routes to intercept a URL with a page of its own',
  presets: { recommended: 'error', strict: 'error' },
  messages,
  hasSuggestions: true,
  anchors: ['page', 'layout'],
  *run({ app, segment, ancestors, isTarget }) {
    const layout = filePath(segment, 'layout');
    if (layout !== undefined && segment.name.kind === 'intercepting' && isTarget(layout)) {
      const url = routeOf({ segment, ancestors });
      if (isTooFarUp(app, segment, url)) {
        yield {
          messageId: 'tooFarUp',
          impact: 'build-error',
          file: layout,
          urls: [url],
          data: { route: url, marker: markerOf(url) ?? '', help: helpWith([], 'tooFarUp') },
        };
      }
    }
    for (const route of interceptionsAt(app, segment)) {
      if (!isTarget(route.file)) continue;
      const problem = problemOf(app, route, [...ancestors, segment]);
      if (!problem) continue;
      yield {
        ...atDefaultExport(app, route.file),
        ...problem,
      };
    }
  },
});

/** Whether a layout without any page below it has a marker that the build fails over all the same. */
function isTooFarUp(app: App, segment: Segment, url: string): boolean {
  return (
    matchesOf(app).semantics.interceptingLayouts === 'read' &&
    readInterception(url)?.target === null &&
    !holds(segment, ({ files }) => files.page !== undefined)
  );
}

type FoundProblem = Omit<Problem<MessageId>, 'file' | 'range'>;

/** @param folders - From the app directory down to the intercepting page. */
function problemOf(
  app: App,
  route: InterceptingRoute,
  folders: readonly Segment[],
): FoundProblem | undefined {
  if (matchesOf(app).semantics.interceptions === 'export') return underExport(app, route);
  const { url, target, covered } = route;
  if (covered) return neverTaken(app, route, folders);
  const better = betterMarkers(app, route);
  const markerCause = `marker of ${route.segment.path}`;
  const data = { route: url };
  const suggestions = better.flatMap((each) => suggestionOf(route, each, folders));
  if (target === null) {
    return {
      messageId: 'tooFarUp',
      impact: 'build-error',
      urls: [url],
      cause: markerCause,
      data: { ...data, marker: markerOf(url) ?? '', help: helpWith(better, 'tooFarUp') },
      suggestions,
    };
  }
  const { version, routeMatching } = matchesOf(app).semantics;
  const refused = routeMatching === 'strict' || failsPrerender(app, route);
  const broken = pageAt(app, target);
  const gaps = broken?.gaps ?? [];
  const swapped = broken || better.length > 0 ? undefined : swappedFolders(app, route);
  return {
    messageId: broken ? 'brokenPage' : 'noPage',
    impact: refused ? 'build-error' : 'not-found',
    urls: [refused ? url : target],
    // Where another marker would do, the marker is what is wrong, for every page below it.
    ...(broken
      ? { causedBy: gaps.map(causeOf) }
      : { cause: better.length > 0 ? markerCause : undefined }),
    data: {
      ...data,
      target,
      help: broken
        ? helpForGaps(matchesOf(app), gaps, route.file)
        : swapped
          ? `Move the intercepting page to \`${swapped.folders}\` to intercept \`${swapped.page}\`.`
          : helpWith(better, 'noPage'),
      consequence: refused
        ? `\`next build\` (${version}) fails`
        : 'a hard navigation renders the not-found page',
    },
    suggestions,
  };
}

/** What is wrong with a route that never intercepts, although the URL has a page of its own. */
function neverTaken(
  app: App,
  route: InterceptingRoute,
  folders: readonly Segment[],
): FoundProblem | undefined {
  const { url, target } = route;
  if (target === null) return undefined;
  const { version } = matchesOf(app).semantics;
  const data = { route: url, target, version };
  switch (whyNeverTaken(matchesOf(app), route)) {
    case 'i18n':
      return { messageId: 'underI18n', impact: 'silent', cause: 'i18n', urls: [url], data };
    case 'marked-catch-all':
      return { messageId: 'markedCatchAll', impact: 'silent', urls: [url], data };
    case 'escaped-folder': {
      const folder = `/${escapedFolderAbove(route) ?? ''}`;
      const cause = `name of ${folder}`;
      return {
        messageId: 'escapedFolder',
        impact: 'silent',
        cause,
        urls: [url],
        data: { ...data, folder },
      };
    }
    case 'static-target': {
      const refused = failsPrerender(app, route);
      const dynamic = folders.find(({ name }) => isOpen(parseUrlPart(name.raw)))?.path ?? '';
      const consequence = refused
        ? `\`next build\` (${version}) fails`
        : `Next.js ${version} never intercepts it`;
      return {
        messageId: 'staticTarget',
        impact: refused ? 'build-error' : 'silent',
        urls: [url],
        data: { ...data, dynamic: `/${dynamic}`, consequence },
      };
    }
    default:
      return undefined;
  }
}

/** Whether `next build` fails when it prerenders the route, whether its target has a page or not. */
function failsPrerender(app: App, route: InterceptingRoute): boolean {
  if (!isOfStaticUrl(route)) return false;
  if (matchesOf(app).semantics.interceptionOfStaticUrl !== 'refused') return false;
  // What is rendered at request time is not prerendered, and so does not fail.
  const exported = app.sources.facts(route.file)?.exports ?? [];
  return !exported.includes('dynamic') && !exported.includes('revalidate');
}

function underExport(app: App, { url }: InterceptingRoute): FoundProblem {
  const { version, interceptionUnderExport } = matchesOf(app).semantics;
  const refused = interceptionUnderExport === 'refused';
  return {
    messageId: 'staticExport',
    cause: 'output',
    impact: refused ? 'build-error' : 'silent',
    urls: [url],
    data: {
      route: url,
      consequence: refused
        ? `\`next build\` (${version}) fails`
        : `Next.js ${version} silently drops them`,
    },
  };
}

/** What to do about a marker: the ones that reach a page, or how markers count. */
function helpWith(better: readonly BetterMarker[], problem: 'noPage' | 'tooFarUp'): string {
  if (better.length > 0) {
    const markers = better.map(({ marker, target }) => `\`${marker}\` to intercept \`${target}\``);
    return `Use the marker ${printChoice(markers)}.`;
  }
  const add = problem === 'noPage' ? 'Add the page, or correct' : 'Correct';
  return `${add} the marker: it counts route segments, not folders.`;
}

/** The rename to another marker, unless a folder of that name is there already. */
function suggestionOf(
  { segment, url }: InterceptingRoute,
  { marker, target }: BetterMarker,
  folders: readonly Segment[],
): readonly Suggestion[] {
  const { raw } = segment.name;
  const wrong = markerOf(url) ?? '';
  const parent = folders[folders.indexOf(segment) - 1];
  // Where a folder further up has the marker that Next.js reads, renaming this one changes nothing.
  if (!parent || !raw.startsWith(wrong)) return [];
  const name = marker + raw.slice(wrong.length);
  if (parent.folders.some((folder) => folder.name.raw === name)) return [];
  const to = joinPath(parent.path, name);
  return [renameSuggestion(segment.path, to, `, which intercepts ${target}`)];
}
