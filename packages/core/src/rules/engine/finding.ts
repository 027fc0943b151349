import type { Edit, SuggestedEdit } from '../../edits/edit.js';
import type { SourceRange } from '../../source/text-range.js';

/**
 * What Next.js does with the problem in this version.
 *
 * - `build-error`: `next build` fails.
 * - `not-found`: the URL answers 404 on a hard navigation.
 * - `silent`: content or a prop is lost silently.
 * - `future`: nothing yet; the next route added beside it breaks.
 */
export type Impact = 'build-error' | 'not-found' | 'silent' | 'future';

/** One problem, with all that any integration needs to show and fix it. */
export interface Finding {
  /** The check's name, which is the ESLint rule's name too. */
  readonly check: string;
  /** The key of the message among the check's messages. */
  readonly messageId: string;
  /** What is wrong and what it causes. */
  readonly message: string;
  /** What to do, as one imperative sentence; empty where there is nothing to add. */
  readonly help: string;
  readonly data: Readonly<Record<string, string>>;
  readonly impact: Impact;
  /** The highest level that it has in a preset. */
  readonly highestSeverity: 'error' | 'warning';
  /** The anchor, relative to the app directory. */
  readonly file: string;
  /** Always within one line. */
  readonly range: SourceRange;
  /** The owner's folder below the app directory, `/dash/(g)`; `/` is the app directory. */
  readonly segment: string;
  /** `@team` or `children`; null where the check is not about one slot. */
  readonly slot: string | null;
  /** What it comes from, where other findings may come from the same; see `groupByCause`. */
  readonly cause: string | null;
  /** The causes of other findings that it is an effect of. */
  readonly causedBy: readonly string[];
  /** The routes it breaks now, as Next.js prints them, sorted. */
  readonly urls: readonly string[];
  /** What the same cause breaks in other files, by file and URL. */
  readonly related: readonly RelatedLocation[];
  /** Applying all of them makes the finding go away. */
  readonly edits: readonly Edit[];
  /** Fixes that a person has to choose. */
  readonly suggestions: readonly Suggestion[];
}

/** A place in another file that a finding is the cause of. */
export interface RelatedLocation {
  /** Relative to the app directory. */
  readonly file: string;
  /** Always within one line. */
  readonly range: SourceRange;
  /** The route that is broken there, as Next.js prints it; null where it is about no route. */
  readonly url: string | null;
}

/** How many of the files that a finding breaks are listed with it in editors. */
const mostRelated = 10;

/** The places that editors show with a finding, and what they say there. */
export function listRelated({ related }: Finding) {
  return related.slice(0, mostRelated).map(({ file, range, url }) => ({
    file,
    range,
    text: url === null ? 'Has the same cause' : `Affects ${url}`,
  }));
}

/** Message and help in one line, for integrations that have one text to show. */
export function fullMessage({ message, help }: Pick<Finding, 'message' | 'help'>): string {
  return help === '' ? message : `${message} ${help}`;
}

/** One way to fix a problem, with the words to offer it by. */
export interface Suggestion {
  readonly message: string;
  readonly edits: readonly SuggestedEdit[];
}
