import {
  docsUrl,
  joinPath,
  runChecks,
  runChecksInSteps,
  suppressFindings,
  unrenderedSlots,
  urlsWithConfigConflict,
  walkSegments,
  type App,
  type ConfiguredCheck,
  type Edit,
  type ReportedFinding,
  type RouteTree,
  type Segment,
} from '@next-slots/core';
import type { ExplorerApp, ExplorerEdit, ExplorerFinding, TargetFindings } from './explorer-app.js';
import type { Target } from '../model/explorer-state.js';

/** What a host knows of an app. */
export interface AppFacts {
  readonly name: string;
  readonly app: App;
  readonly checks: readonly ConfiguredCheck[];
  /** Whether the configuration ignores what a check reports in a file, given relative to the app directory. */
  readonly isIgnored?: (check: string, file: string) => boolean;
  /** See {@link ExplorerApp.fileLink}. */
  readonly fileLink?: string;
}

/**
 * Describes an app for the explorer.
 *
 * @param targets - Those that the checks are run for. A page that can ask its host needs the app's own alone.
 */
export function describeApp(
  { name, fileLink, ...facts }: AppFacts,
  targets: readonly Target[] = [facts.app.next],
): ExplorerApp {
  const { app } = facts;
  return {
    name,
    next: app.next,
    pageExtensions: app.tree.pageExtensions,
    files: routeFiles(app.tree),
    pagesRouter: [...(app.tree.pagesRouter ?? [])],
    unrendered: unrenderedSlots(app),
    findings: targets.map((target) => describeFindings(facts, target)),
    ...(fileLink !== undefined && { fileLink }),
  };
}

/**
 * What the checks find in an app, as one Next.js version would build it: what `next-slots check` reports,
 * without what a comment or the configuration leaves out.
 */
function describeFindings(facts: Checked, target: Target): TargetFindings {
  const app = builtBy(facts.app, target);
  return describeFound({ ...facts, app }, runChecks(app, facts.checks));
}

/**
 * {@link describeFindings} for who has other work to do meanwhile.
 *
 * @param pause - Called after each step, when others may go on; says whether nobody wants the rest.
 * @returns undefined where nobody wants the rest.
 */
export async function describeFindingsInSteps(
  facts: Checked,
  target: Target,
  pause: () => Promise<boolean>,
): Promise<TargetFindings | undefined> {
  const app = builtBy(facts.app, target);
  const found = await runChecksInSteps(app, facts.checks, pause);
  return found && describeFound({ ...facts, app }, found);
}

type Checked = Pick<AppFacts, 'app' | 'checks' | 'isIgnored'>;

/** The same app where another Next.js version builds it. */
function builtBy(app: App, { version, bundler }: Target): App {
  const { next } = app;
  if (version === next.version && bundler === next.bundler) return app;
  return { ...app, next: { ...next, version, bundler } };
}

function describeFound(
  { app, isIgnored }: Checked,
  found: readonly ReportedFinding[],
): TargetFindings {
  const asked = found.filter(({ check, file }) => isIgnored?.(check, file) !== true);
  const { findings } = suppressFindings(asked, app.sources);
  const { version, bundler } = app.next;
  return {
    version,
    bundler,
    findings: findings.map((finding) => describeFinding(app, finding)),
    rejected: [...urlsWithConfigConflict(app)].sort(),
  };
}

function describeFinding(app: App, finding: ReportedFinding): ExplorerFinding {
  const { check, severity, impact, message, help, file, range, segment, slot, urls, edits } =
    finding;
  return {
    check,
    severity,
    impact,
    message,
    help,
    file,
    line: range.start.line,
    segment,
    slot,
    urls,
    docs: docsUrl(check),
    edits: edits.map((edit) => describeEdit(app, edit)),
  };
}

function describeEdit(app: App, edit: Edit): ExplorerEdit {
  const { file, text } = edit;
  if (edit.kind === 'createFile') return { file, created: true, text, before: '' };
  const source = app.sources.text(file) ?? '';
  return { file, created: false, text, before: source.slice(edit.range.start, edit.range.end) };
}

/** The files that decide what stands where; folders without such files are named, too. */
export function routeFiles(tree: RouteTree): readonly string[] {
  return Array.from(walkSegments(tree)).flatMap(({ segment }) => filesOf(segment));
}

function filesOf(segment: Segment): readonly string[] {
  const names = [...Object.values(segment.files), ...segment.metadata.map(({ name }) => name)];
  if (names.length > 0) return names.map((name) => joinPath(segment.path, name));
  return segment.folders.length === 0 && segment.path !== '' ? [`${segment.path}/`] : [];
}
