import * as v from 'valibot';
import type { App } from '../app.js';
import { conventionFiles } from '../routes/convention-files.js';
import type { Segment } from '../routes/route-tree.js';
import type { DisplacedPage, Gap } from '../next/route-matches.js';
import { firstConventionFile } from './engine/anchor.js';
import { defineCheck, type Problem } from './engine/check.js';
import type { Impact } from './engine/finding.js';
import { causeOf } from './shared/missing-default.js';
import { pageTroublesOf, type PageConflict } from './shared/page-troubles.js';
import { printList } from './engine/print-list.js';

type MessageId =
  | 'incomplete'
  | 'displaced'
  | 'unbuildable'
  | 'unservable'
  | 'unmatched'
  | 'lost'
  | 'sameUrl'
  | 'optionalCatchAll'
  | 'bothCatchAlls'
  | 'parameterName'
  | 'afterCatchAll'
  | 'metadata'
  | 'metadataAfterCatchAll';

/** A page that Next refuses or never shows. */
export const noUnreachablePage = defineCheck({
  name: 'no-unreachable-page',
  description: 'Disallow pages that Next refuses or never shows',
  presets: { recommended: 'error', strict: 'error' },
  messages: {
    incomplete: {
      message: '`next build` refuses this page: nothing fills {{slots}} at {{url}}.',
      help: 'Give {{slots}} a page or a default file for it.',
    },
    displaced: {
      message: '`next build` refuses this page: {{other}} stands in its place at {{url}}.',
      help: 'Keep one of the two.',
    },
    unbuildable: {
      message:
        '`next build` fails: with webpack, {{other}} is used for {{url}} instead of this page, which then has no manifest.',
      help: 'Add an ordinary page for {{url}}, outside the slots.',
    },
    unservable: {
      message:
        'A hard load of {{url}} fails with status 500: with webpack, {{other}} is used for it instead of this page, which then has no manifest.',
      help: 'Add an ordinary page for {{url}}, outside the slots.',
    },
    unmatched: {
      message: '`next build` refuses this page: no complete route leads to it.',
      help: 'Give the slots beside it a page or a default file for {{url}}.',
    },
    lost: {
      message: 'This page is never shown: {{other}} stands in its place at {{url}}.',
      help: 'Keep one of the two.',
    },
    sameUrl: {
      message: '{{others}} and this file have one URL, {{url}}: {{consequence}}',
      help: 'Keep one of them.',
    },
    optionalCatchAll: {
      message:
        '{{others}} and this file are equally specific at {{url}}, which the optional catch-all answers as well: {{consequence}}',
      help: 'Remove the page, or make the catch-all required ([...name]).',
    },
    bothCatchAlls: {
      message:
        '{{others}} and this file are a required and an optional catch-all in one place, below {{url}}: {{consequence}}',
      help: 'Keep one of them.',
    },
    parameterName: {
      message:
        '{{others}} and this file use different names for one dynamic segment below {{url}}: {{consequence}}',
      help: 'Use one name.',
    },
    afterCatchAll: {
      message:
        'A catch-all must be the last part of a URL, but this file lies below one, {{url}}: {{consequence}}',
      help: 'Move it out of the catch-all.',
    },
    metadata: {
      message: '{{others}} and {{this}} have one URL, {{url}}: {{consequence}}',
      help: 'Keep one of them.',
    },
    metadataAfterCatchAll: {
      message:
        'A catch-all must be the last part of a URL, but {{this}} has the URL {{url}}: {{consequence}}',
      help: 'Move it out of the catch-all.',
    },
  },
  options: v.strictObject({}),
  fixable: false,
  hasSuggestions: false,
  anchors: conventionFiles,
  segments: 'all',
  *run({ app, segment, wants }) {
    const { unmatched, displaced, conflicts } = pageTroublesOf(app, segment);
    if (unmatched && wants(unmatched.file)) {
      const { file, url, gaps, displacedBy } = unmatched;
      yield {
        impact: 'build-error',
        file,
        range: app.sources.facts(file)?.component?.nameRange,
        urls: [url],
        causedBy: gaps.map(causeOf),
        messageId:
          displacedBy !== null ? 'displaced' : gaps.length > 0 ? 'incomplete' : 'unmatched',
        data: { url, other: displacedBy ?? '', slots: printGaps(gaps) },
      };
    }
    if (displaced && wants(displaced.file)) yield displacedProblem(app, displaced);
    for (const conflict of conflicts) {
      // A name that comes twice in one path is what valid-segment-name reports.
      if (conflict.kind === 'parameter-twice' || hasManyRoutes(app, conflict)) continue;
      const anchor = anchorOf(segment, conflict);
      if (anchor !== undefined && wants(anchor)) yield problemOf(app, conflict, anchor);
    }
  },
});

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
    file,
    range: app.sources.facts(file)?.component?.nameRange,
    urls: [url],
    messageId: refused ? 'unbuildable' : 'unservable',
    data: { url, other: displacedBy ?? 'another page' },
  };
}

function problemOf(app: App, conflict: PageConflict, anchor: string): Problem<MessageId> {
  const { file, url, files, shown, consequence } = conflict;
  const others = files.filter((other) => other !== file);
  return {
    impact: impacts[consequence],
    file: anchor,
    range: app.sources.facts(anchor)?.component?.nameRange,
    urls: [url],
    related: () => others.map((other) => ({ file: other, url })),
    messageId: messageOf(conflict),
    data: {
      url,
      this: file,
      other: shown ?? '',
      others: printList(others),
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
  'build-error': '`next build` fails.',
  unserved: 'the build passes, and then no URL of the app is served.',
  lost: 'Next.js shows only one of them.',
};

function messageOf({ kind, consequence, shown }: PageConflict): MessageId {
  switch (kind) {
    case 'pages-router':
      return 'sameUrl';
    case 'same-url':
      return consequence === 'lost' && shown !== undefined ? 'lost' : 'sameUrl';
    case 'optional-catch-all':
      return 'optionalCatchAll';
    case 'both-catch-alls':
      return 'bothCatchAlls';
    case 'parameter-name':
    case 'parameter-twice':
      return 'parameterName';
    case 'after-catch-all':
      return 'afterCatchAll';
    case 'metadata':
      return 'metadata';
    case 'metadata-after-catch-all':
      return 'metadataAfterCatchAll';
  }
}

/** The slots that leave a URL incomplete, with their owners: `@a of /dash`. */
function printGaps(gaps: readonly Gap[]): string {
  return printList(gaps.map(({ owner, slot }) => `${slot} of /${owner.path}`));
}
