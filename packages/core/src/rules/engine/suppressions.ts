import type { SourceReader } from '../../app.js';
import { remembered } from '../../remembered.js';
import { isScript } from '../../routes/is-script.js';
import type { SourceRange } from '../../source/text-range.js';
import {
  comparePositions,
  mayHoldDirective,
  readDisableDirectives,
  type DisableDirective,
} from './disable-directives.js';
import type { Finding } from './finding.js';
import { printChoice } from './print-list.js';

/** A directive that suppresses nothing, or names a check that reports nothing. */
export interface UnusedDirective {
  /** Relative to the app directory. */
  readonly file: string;
  readonly range: SourceRange;
  readonly message: string;
}

/** What {@link suppressFindings} looks at. */
type Suppressible = Pick<Finding, 'check' | 'file' | 'range'>;

/** Findings, parted by the comments of their files. */
export interface SuppressedFindings<Each> {
  /** Those that no comment switches off. */
  readonly findings: readonly Each[];
  readonly suppressed: readonly Each[];
}

/**
 * Leaves out the findings that a comment in their file switches off: `eslint-disable next-slots/<check>`,
 * `next-slots-disable <check>` and the variants for a line, by ESLint's rules for ranges, descriptions
 * and `enable`. A finding in a file without comments, such as a `.json`, stays.
 */
export function suppressFindings<Each extends Suppressible>(
  findings: readonly Each[],
  sources: SourceReader,
): SuppressedFindings<Each> {
  const byFile = new Map<string, readonly DisableDirective[]>();
  const kept: Each[] = [];
  const suppressed: Each[] = [];
  for (const finding of findings) {
    const { file } = finding;
    const directives = remembered(byFile, file, () => directivesIn(file, sources));
    (suppressing(finding, directives) ? suppressed : kept).push(finding);
  }
  return { findings: kept, suppressed };
}

/**
 * The directives of a file that switch nothing off, and those that enable what nothing disabled. Those of
 * ESLint's that name no rule of ours are not ours to judge.
 *
 * @param findings - All that is found in the file, suppressed or not.
 */
export function unusedDirectives(
  file: string,
  findings: readonly Suppressible[],
  sources: SourceReader,
): readonly UnusedDirective[] {
  const directives = directivesIn(file, sources);
  if (directives.length === 0) return [];
  const used = new Map<DisableDirective, Set<string>>();
  for (const finding of findings.filter((each) => each.file === file)) {
    const directive = suppressing(finding, directives);
    if (directive) remembered(used, directive, () => new Set<string>()).add(finding.check);
  }
  return directives.flatMap((directive, index) => {
    const reason = whyUnused(directive, directives.slice(0, index), used.get(directive));
    if (reason === undefined) return [];
    const label = directive.label.replace(/-(?:next-)?line$/u, '');
    const message = `Unused ${label} directive (${reason}).`;
    return [{ file, range: directive.range, message }];
  });
}

function directivesIn(file: string, sources: SourceReader): readonly DisableDirective[] {
  const text = isScript(file) ? sources.text(file) : undefined;
  if (text === undefined || !mayHoldDirective(text)) return [];
  return readDisableDirectives(text, sources.comments?.(file) ?? []);
}

/** The directive that switches a finding off: the last that holds from there on, else one of its line. */
function suppressing(
  finding: Suppressible,
  directives: readonly DisableDirective[],
): DisableDirective | undefined {
  const { start } = finding.range;
  const ofCheck = directives.filter((directive) => names(directive, finding.check));
  const last = ofCheck.findLast(
    (each) => !isOfLine(each) && comparePositions(each.range.start, start) <= 0,
  );
  if (last?.kind === 'disable') return last;
  return ofCheck.findLast((each) => isOfLine(each) && lineOf(each) === start.line);
}

function names({ checks }: DisableDirective, check: string): boolean {
  return checks === 'all' || checks.includes(check);
}

function isOfLine({ kind }: DisableDirective): boolean {
  return kind === 'disable-line' || kind === 'disable-next-line';
}

/** The line that a directive of one line is about. */
function lineOf({ kind, range }: DisableDirective): number {
  return kind === 'disable-line' ? range.start.line : range.end.line + 1;
}

/** Why a directive, or a part of it, does nothing, in ESLint's words; undefined where all of it does. */
function whyUnused(
  { kind, label, checks }: DisableDirective,
  before: readonly DisableDirective[],
  used: ReadonlySet<string> = new Set(),
): string | undefined {
  if (kind !== 'enable') {
    if (checks === 'all') return used.size > 0 ? undefined : 'no problems were reported';
    const unused = checks.filter((check) => !used.has(check));
    return unused.length === 0 ? undefined : `no problems were reported from ${quoted(unused)}`;
  }
  const blocks = before.filter((each) => !isOfLine(each));
  const noneFound = `no matching ${label.replace('enable', 'disable')} directives were found`;
  if (checks === 'all') {
    // ESLint's own may end what disables the rules of others.
    const isUsed = label === 'eslint-enable' || blocks.some((each) => each.kind === 'disable');
    return isUsed ? undefined : noneFound;
  }
  const unused = checks.filter(
    (check) => blocks.findLast((each) => names(each, check))?.kind !== 'disable',
  );
  return unused.length === 0 ? undefined : `${noneFound} for ${quoted(unused)}`;
}

function quoted(checks: readonly string[]): string {
  return printChoice(checks.map((check) => `'${check}'`));
}
