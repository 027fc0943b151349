import { nameProblemOf, type NameProblem } from '../next/url/segment-name-problems.js';
import {
  hasBracketsInside,
  isOpen,
  parameterOf,
  parseUrl,
  parseUrlPart,
} from '../next/url/url-part.js';
import { consequenceOfName } from '../next/verdict/segment-names.js';
import { matchesOf } from '../next/matches-of.js';
import type { NextSemantics } from '../next/versions/next-semantics.js';
import { routeOf } from '../routes/route-of.js';
import type { Segment } from '../routes/route-tree.js';
import { holds, joinPath } from '../routes/walk.js';
import { atDefaultExport, firstConventionFile } from './engine/anchor.js';
import {
  defineCheck,
  type CheckContext,
  type Problem,
  type MessageTemplate,
} from './engine/check.js';
import type { Impact, Suggestion } from './engine/finding.js';
import { printChoice } from './engine/print-list.js';
import { renameSuggestion } from './shared/name/rename-suggestion.js';
import { pageUrls } from './shared/page-urls.js';

const messages = {
  invalid: {
    message: '`{{folder}}` is not a valid segment name: {{reason}}. {{consequence}}',
    help: '{{help}}',
  },
  literal: {
    message:
      '`{{folder}}` is a static segment: {{reason}}. Only the literal URL `{{url}}` matches it.',
    help: '{{help}}',
  },
  anyText: {
    message:
      '`{{folder}}` matches any text in `{{url}}`, which also has a dynamic segment: it answers URLs of other routes.',
    help: '{{help}}',
  },
  group: {
    message: '`{{folder}}` is a route group, not an intercepting route: {{reason}}.',
    help: '{{help}}',
  },
  repeated: {
    message:
      '`{{folder}}` has two parameters with the same name, `{{first}}` and `{{second}}`. {{consequence}}',
    help: 'Rename one of them.',
  },
  file: {
    message: 'Next.js ignores `{{file}}`: a route is a folder with a page.',
    help: 'Move it to `{{page}}`.',
  },
} satisfies Record<string, MessageTemplate>;

type MessageId = keyof typeof messages;

/** A folder whose name Next.js rejects, or reads as something else than its author. */
export const validSegmentName = defineCheck({
  name: 'valid-segment-name',
  description:
    'Disallow folder names that Next.js rejects, or reads as a static segment or route group',
  presets: { recommended: 'error', strict: 'error' },
  messages,
  hasSuggestions: true,
  *run(context) {
    const { app, segment, isTarget } = context;
    yield* filesForFolders(context);
    const problem = problemOf(context);
    if (!problem) return;
    const file = firstConventionFile(segment);
    if (file === undefined || !isTarget(file) || !hasRoute(segment)) return;
    yield {
      ...atDefaultExport(app, file),
      urls: urlsOf(context, problem.impact),
      severity: severityOf(problem.impact),
      ...problem,
    };
  },
});

/** The URLs that a name breaks: what a server would do counts only where the build passes. */
function urlsOf({ app, ...at }: CheckContext<object>, impact: Impact): readonly string[] {
  const urls = pageUrls(at);
  if (impact !== 'not-found') return urls;
  const { routes } = matchesOf(app);
  return urls.filter((url) =>
    routes.every((route) => route.url !== url || route.outcome !== 'build-error'),
  );
}

/** `[[...all]].tsx` where the folder `[[...all]]` with a page was meant. */
function* filesForFolders({
  app,
  segment,
  isTarget,
}: CheckContext<object>): Generator<Problem<MessageId>> {
  const { namedLikeFolders } = segment;
  if (namedLikeFolders.length === 0) return;
  const anchor = firstConventionFile(segment);
  if (anchor === undefined || !isTarget(anchor)) return;
  for (const name of namedLikeFolders) {
    const file = joinPath(segment.path, name);
    // A component that others import may be called as it will.
    if (app.sources.facts(file)?.component === undefined) continue;
    const dot = name.lastIndexOf('.');
    const page = joinPath(segment.path, `${name.slice(0, dot)}/page${name.slice(dot)}`);
    const isTaken = segment.folders.some((folder) => folder.name.raw === name.slice(0, dot));
    yield {
      messageId: 'file',
      impact: 'silent',
      severity: severityOf('silent'),
      ...atDefaultExport(app, anchor),
      data: { file, page },
      suggestions: isTaken
        ? []
        : [
            {
              message: `Move ${file} to ${page}`,
              edits: [{ kind: 'renameFile', from: file, to: page }],
            },
          ],
    };
  }
}

type FoundProblem = Pick<Problem<MessageId>, 'messageId' | 'impact' | 'data' | 'suggestions'>;

function problemOf(context: CheckContext<object>): FoundProblem | undefined {
  const { app, segment } = context;
  const folder = segment.name.raw;
  const problem = nameProblemOf(folder);
  if (!problem) return repeatedName(context);
  const semantics = matchesOf(app).semantics;
  const suggestions = suggestionsOf(context, problem);
  const data = { folder, reason: problem.reason, help: helpFor(problem) };
  if (problem.kind === 'group') return { messageId: 'group', impact: 'silent', data, suggestions };
  if (problem.kind === 'literal') {
    const taking =
      semantics.bracketsInName === 'any-text' && hasBracketsInside(parseUrlPart(folder))
        ? pageUrls(context).find((url) => parseUrl(url).some(isOpen))
        : undefined;
    const messageId = taking === undefined ? 'literal' : 'anyText';
    const url = taking ?? routeOf(context);
    return { messageId, impact: 'silent', data: { ...data, url }, suggestions };
  }
  const impact = impactOf(problem.kind, semantics);
  const repeated = impact === 'silent' ? repeatedName(context) : undefined;
  if (repeated) return repeated;
  const consequence = consequenceOf(impact, semantics);
  return { messageId: 'invalid', impact, data: { ...data, consequence }, suggestions };
}

/** `[a]/x/[a]`, and `[a-b]/[ab]`: Next.js overlooks signs when it compares names. */
function repeatedName(context: CheckContext<object>): FoundProblem | undefined {
  const { app, segment, ancestors } = context;
  const name = parameterOf(parseUrlPart(segment.name.raw));
  if (name === undefined) return undefined;
  const first = ancestors.find((above) => parameterOf(parseUrlPart(above.name.raw)) === name);
  if (!first) return undefined;
  const matches = matchesOf(app);
  const conflict = matches.conflicts.find(
    ({ kind, files }) =>
      kind === 'parameter-twice' && files.some((file) => file.startsWith(`${segment.path}/`)),
  );
  if (!conflict) return undefined;
  const impact = conflict.consequence === 'build-error' ? 'build-error' : 'not-found';
  return {
    messageId: 'repeated',
    impact,
    data: {
      folder: segment.path,
      first: first.name.raw,
      second: segment.name.raw,
      consequence: consequenceOf(impact, matches.semantics),
    },
  };
}

/** A name that Next.js reads in another way hardly is what its author meant, but the app works. */
function severityOf(impact: Impact): 'warning' | undefined {
  return impact === 'silent' ? 'warning' : undefined;
}

function impactOf(kind: NameProblem['kind'], semantics: NextSemantics): Impact {
  const consequence = consequenceOfName(kind, semantics);
  return consequence === 'unserved' ? 'not-found' : (consequence ?? 'silent');
}

function consequenceOf(impact: Impact, { version }: NextSemantics): string {
  switch (impact) {
    case 'build-error':
      return `\`next build\` (${version}) fails.`;
    case 'not-found':
      return `\`next build\` (${version}) passes, but the built app serves no URL.`;
    default:
      return 'Later versions of Next.js reject it.';
  }
}

function helpFor({ kind, better }: NameProblem): string {
  if (better.length > 0) return `Rename it to ${printChoice(better.map((name) => `\`${name}\``))}.`;
  return kind === 'group'
    ? 'Put the name directly after the marker, such as `(.)photo`.'
    : 'Give each parameter a folder of its own.';
}

/** The renames, but to names that are taken. */
function suggestionsOf(
  { segment, ancestors }: CheckContext<object>,
  { better }: NameProblem,
): readonly Suggestion[] {
  const parent = ancestors.at(-1);
  if (!parent) return [];
  return better
    .filter((name) => !parent.folders.some((folder) => folder.name.raw === name))
    .map((name) => renameSuggestion(segment.path, joinPath(parent.path, name)));
}

function hasRoute(segment: Segment): boolean {
  return holds(segment, ({ files }) => files.page !== undefined || files.route !== undefined);
}
