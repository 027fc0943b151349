import { ConfigCommentParser } from '@eslint/plugin-kit';
import type { Comment } from '../../source/comment.js';
import { Lines, type Position, type SourceRange } from '../../source/text-range.js';

/**
 * One comment that switches findings off or on again, as ESLint reads it. `disable` and `enable` hold
 * from the comment on, the others for one line.
 */
export interface DisableDirective {
  readonly kind: 'disable' | 'enable' | 'disable-line' | 'disable-next-line';
  /** As written: `eslint-disable-next-line`. */
  readonly label: string;
  /** The checks that it names; `all` where it names none. */
  readonly checks: readonly string[] | 'all';
  /** Where the comment stands. */
  readonly range: SourceRange;
}

/** What a text must contain to hold a directive: the cheap question before comments are looked for. */
export function mayHoldDirective(text: string): boolean {
  return /(?:eslint|next-slots)-(?:disable|enable)/u.test(text);
}

const parser = new ConfigCommentParser();

const directiveLabel =
  /^(?<tool>eslint|next-slots)-(?<kind>disable|enable|disable-line|disable-next-line)$/u;

/**
 * The directives among the comments of a text, in the order of their places. Of ESLint's own, those that
 * name one of our rules, and `eslint-enable` without names; `next-slots-disable` and its like may leave
 * out names, and the `next-slots/` before them.
 */
export function readDisableDirectives(
  text: string,
  comments: Iterable<Comment>,
): readonly DisableDirective[] {
  const lines = new Lines(text);
  const directives: DisableDirective[] = [];
  for (const comment of comments) {
    const directive = readDirective(comment, lines);
    if (directive) directives.push(directive);
  }
  return directives.sort((a, b) => comparePositions(a.range.start, b.range.start));
}

function readDirective(comment: Comment, lines: Lines): DisableDirective | undefined {
  const parsed = parser.parseDirective(comment.text);
  const label = parsed && directiveLabel.exec(parsed.label);
  if (!label) return undefined;
  const kind = label.groups?.['kind'] as DisableDirective['kind'];
  const ofLine = kind === 'disable-line' || kind === 'disable-next-line';
  if (!ofLine && comment.kind === 'line') return undefined;

  const range = lines.range(comment.range);
  if (kind === 'disable-line' && range.start.line !== range.end.line) return undefined;

  const names = Object.keys(parser.parseListConfig(parsed.value));
  const isOurs = label.groups?.['tool'] === 'next-slots';
  const checks = names.flatMap((name) => checkOf(name, isOurs));
  if (names.length > 0) {
    return checks.length === 0 ? undefined : { kind, label: parsed.label, checks, range };
  }
  return isOurs || kind === 'enable'
    ? { kind, label: parsed.label, checks: 'all', range }
    : undefined;
}

const rulePrefix = 'next-slots/';

/** The check that a name in a directive stands for; none where it is a rule of somebody else's. */
function checkOf(name: string, isOurs: boolean): readonly string[] {
  if (name.startsWith(rulePrefix)) return [name.slice(rulePrefix.length)];
  return isOurs ? [name] : [];
}

/** Orders places of one text. */
export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
