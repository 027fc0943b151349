import type { App } from '../app.js';
import { matchesOf } from '../next/matches-of.js';
import { isGroupName } from '../next/url/folder.js';
import { textsOf } from '../next/url/url-part.js';
import type { Segment } from '../routes/route-tree.js';
import { groupBy } from '../group-by.js';
import { filePath } from '../routes/walk.js';
import type { DisplacedPage, Gap } from '../next/route-matches.js';
import { atDefaultExport, firstConventionFile } from './engine/anchor.js';
import { defineCheck, type Problem, type MessageTemplate } from './engine/check.js';
import type { Impact } from './engine/finding.js';
import { causeOf, helpForGaps } from './shared/default/missing-default.js';
import { pageIssuesOf, type PageConflict } from './shared/page-issues.js';
import { listCodes, printList, listUrls } from './engine/print-list.js';

const messages = {
  incomplete: {
    message: '`next build` rejects this page: {{slots}} no page or default for {{url}}.',
    help: '{{help}}',
  },
  displaced: {
    message: '`next build` rejects this page: `{{other}}` is used for {{url}} instead.',
    help: 'Keep only one of the two files.',
  },
  unbuildable: {
    message: '`next build` with webpack fails: {{other}} is used for {{url}} instead of this page.',
    help: 'Add a page for `{{route}}` outside the slots.',
  },
  unservable: {
    message:
      'A hard navigation to {{url}} fails with status 500: webpack uses {{other}} instead of this page.',
    help: 'Add a page for `{{route}}` outside the slots.',
  },
  unmatched: {
    message: '`next build` rejects this page: no route at {{url}} includes it.',
    help: 'Give every slot beside it a page or default for {{url}}.',
  },
  lost: {
    message: 'This page is never shown: `{{other}}` is used for {{url}} instead.',
    help: 'Keep only one of the two files.',
  },
  sameUrl: {
    message: '{{files}} have the same URL, {{url}}: {{consequence}}.',
    help: 'Keep only one of them.',
  },
  optionalCatchAll: {
    message: '{{files}} match {{url}} as a page and as an optional catch-all: {{consequence}}.',
    help: 'Remove the page, or make the catch-all required (`[...name]`).',
  },
  bothCatchAlls: {
    message:
      '{{files}} are catch-alls below {{url}}, one required and one optional: {{consequence}}.',
    help: 'Keep only one of them.',
  },
  parameterName: {
    message:
      'The dynamic segment below {{url}} has different parameter names, {{names}}: {{consequence}}.',
    help: 'Use one name for all of them.',
  },
  afterCatchAll: {
    message:
      'A catch-all must be the last segment, but {{url}} continues after one: {{consequence}}.',
    help: 'Move this file out of the catch-all folder.',
  },
  metadata: {
    message: '{{files}} have the same URL, {{url}}: {{consequence}}.',
    help: 'Keep only one of them.',
  },
  metadataAfterCatchAll: {
    message: 'A catch-all must be the last segment, but `{{file}}` is below one: {{consequence}}.',
    help: 'Move it out of the catch-all folder.',
  },
} satisfies Record<string, MessageTemplate>;

type MessageId = keyof typeof messages;

/** A page that Next.js rejects or never shows. */
export const noUnreachablePage = defineCheck({
  name: 'no-unreachable-page',
  description: 'Disallow pages that Next.js rejects or never shows',
  presets: { recommended: 'error', strict: 'error' },
  messages,
  *run({ app, segment, isTarget }) {
    const { unmatched, displaced, conflicts } = pageIssuesOf(app, segment);
    for (const { file, url, gaps, displacedBy } of unmatched) {
      if (!isTarget(file)) continue;
      yield {
        impact: 'build-error',
        ...atDefaultExport(app, file),
        urls: [url],
        causedBy: gaps.map(causeOf),
        messageId:
          displacedBy !== null ? 'displaced' : gaps.length > 0 ? 'incomplete' : 'unmatched',
        data: {
          url: listUrls([url]),
          other: displacedBy ?? '',
          slots: printGaps(gaps),
          help: helpForGaps(matchesOf(app), gaps, file, url),
        },
      };
    }
    for (const page of displaced) if (isTarget(page.file)) yield displacedProblem(app, page);
    for (const conflict of conflicts) {
      if (isOfNames(conflict) || hasManyRoutes(app, conflict)) continue;
      const anchor = anchorOf(segment, conflict);
      if (anchor !== undefined && isTarget(anchor)) yield problemOf(app, conflict, anchor);
    }
  },
});

/** What valid-segment-name reports. */
function isOfNames({ kind }: PageConflict): boolean {
  return kind === 'parameter-twice' || kind === 'segment-name';
}

/** Whether a metadata file has a route for each of several images or sitemaps: those are not known. */
function hasManyRoutes({ sources }: App, { kind, files }: PageConflict): boolean {
  if (kind !== 'metadata') return false;
  const exported = files.flatMap((file) => sources.facts(file)?.exports ?? []);
  return exported.includes('generateSitemaps') || exported.includes('generateImageMetadata');
}

/** A metadata file is reported at a file that linters know. */
function anchorOf(segment: Segment, { kind, file }: PageConflict): string | undefined {
  return kind.startsWith('metadata') ? firstConventionFile(segment) : file;
}

function displacedProblem(app: App, displaced: DisplacedPage): Problem<MessageId> {
  const { file, url, displacedBy, refused } = displaced;
  return {
    impact: refused ? 'build-error' : 'not-found',
    ...atDefaultExport(app, file),
    urls: [url],
    messageId: refused ? 'unbuildable' : 'unservable',
    data: {
      url: listUrls([url]),
      route: url,
      other: displacedBy === null ? 'another page' : `\`${displacedBy}\``,
    },
  };
}

function problemOf(app: App, conflict: PageConflict, anchor: string): Problem<MessageId> {
  const { kind, file, url, routes, files, shown, consequence } = conflict;
  const others = files.filter((other) => other !== file);
  return {
    impact: impacts[consequence],
    ...atDefaultExport(app, anchor),
    urls: routes.includes(url) ? [url] : routes,
    related: () => others.map((other) => ({ file: other, url })),
    messageId: messageOf(conflict),
    data: {
      url: kind === 'after-catch-all' ? `\`${url}\`` : listUrls([url]),
      file,
      files: kind === 'metadata' ? listCodes([file, ...others]) : listWithThisFile(others),
      other: shown ?? '',
      names: listCodes(parameterNames(conflict)),
      consequence: consequences[consequence],
    },
  };
}

const impacts = {
  'build-error': 'build-error',
  unserved: 'not-found',
  lost: 'silent',
} as const satisfies Record<PageConflict['consequence'], Impact>;

const consequences: Readonly<Record<PageConflict['consequence'], string>> = {
  'build-error': '`next build` fails',
  unserved: '`next build` passes, but the built app serves no URL',
  lost: 'Next.js shows only one of them',
};

const messageIds = {
  'pages-router': 'sameUrl',
  'same-url': 'sameUrl',
  'optional-catch-all': 'optionalCatchAll',
  'both-catch-alls': 'bothCatchAlls',
  'parameter-name': 'parameterName',
  'parameter-twice': 'parameterName',
  'segment-name': 'parameterName',
  'after-catch-all': 'afterCatchAll',
  metadata: 'metadata',
  'metadata-after-catch-all': 'metadataAfterCatchAll',
} as const satisfies Record<PageConflict['kind'], MessageId>;

function messageOf({ kind, consequence, shown }: PageConflict): MessageId {
  const isLost = kind === 'same-url' && consequence === 'lost' && shown !== undefined;
  return isLost ? 'lost' : messageIds[kind];
}

/** Slots without a page or default and the layouts to fix: `@a` of `dash/layout.tsx` has. */
function printGaps(gaps: readonly Gap[]): string {
  const owners = groupBy(gaps, ({ owner }) => filePath(owner, 'layout') ?? `/${owner.path}`);
  const [only] = owners.size === 1 ? owners.values() : [];
  const slots = only ? listCodes(only.map(({ slot }) => slot)) : 'slots';
  return `${slots} of ${listCodes([...owners.keys()])} ${gaps.length === 1 ? 'has' : 'have'}`;
}

function listWithThisFile(others: readonly string[]): string {
  return printList(['This file', ...others.map((other) => `\`${other}\``)]);
}

/** The folders of the dynamic segment that has several names: `[id]` and `[slug]`. */
function parameterNames({ url, files }: PageConflict): readonly string[] {
  const depth = textsOf(url).length;
  return [...new Set(files.map((file) => urlFolders(file)[depth] ?? file))].sort();
}

/** The folders on the path of a file that are part of the URL. */
function urlFolders(file: string): readonly string[] {
  const folders = file.split('/').slice(0, -1);
  return folders.filter((folder) => !folder.startsWith('@') && !isGroupName(folder));
}
