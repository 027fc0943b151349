import {
  configureChecks,
  fullMessage,
  conventionOf,
  listRelated,
  mayReportIn,
  runChecksOnFile,
  type App,
  type ConfiguredCheck,
  type Position,
  type ReportedFinding,
  type SourceRange,
} from '@next-slots/core';
import type ts from 'typescript';
import type { PluginProject, ServiceContext } from './plugin-project.js';
import { takeUp, type SlotRequest } from './slot-request.js';

/** Adds the findings in a file, where the options ask for them. */
export function addDiagnostics(
  context: ServiceContext,
  prior: ts.Diagnostic[],
  fileName: string,
): ts.Diagnostic[] {
  const reported = findingsIn(context, fileName);
  if (!reported) return prior;
  const { request, findings } = reported;
  return [
    ...prior,
    ...findings.map((finding) => toDiagnostic(context.project.ts, request, finding)),
  ];
}

/** What is reported in a file, and the app that it was found in. */
interface ReportedFindings {
  readonly request: SlotRequest;
  readonly app: App;
  readonly findings: readonly ReportedFinding[];
}

/** The findings in a file; undefined where there are none, or the options do not ask for them. */
export function findingsIn(
  context: ServiceContext,
  fileName: string,
): ReportedFindings | undefined {
  const { project } = context;
  if (!project.options.diagnostics) return undefined;
  const checks = checksFor(project, fileName);
  if (checks.length === 0) return undefined;
  const request = takeUp(context, fileName, () => true);
  if (!request) return undefined;
  const app = request.open('app');
  const findings = runChecksOnFile(app, checks, request.file);
  return findings.length > 0 ? { request, app, findings } : undefined;
}

/** The checks that are on and may report at a file, by its name. */
function checksFor({ options, log }: PluginProject, fileName: string): ConfiguredCheck[] {
  const configured = configureChecks(options);
  if (configured.ok) {
    const convention = conventionOf(fileName);
    return configured.value.filter(({ check }) => mayReportIn(check, convention));
  }
  for (const problem of configured.problems) log(`options: ${problem}`);
  return [];
}

function toDiagnostic(
  typescript: typeof ts,
  request: SlotRequest,
  finding: ReportedFinding,
): ts.Diagnostic {
  const file = request.source;
  const { Error, Warning } = typescript.DiagnosticCategory;
  const related = relatedTo(typescript, request, finding);
  const diagnostic = {
    file,
    ...spanOf(file, finding.range),
    messageText: fullMessage(finding),
    category: finding.severity === 'error' ? Error : Warning,
    source: 'next-slots',
    code: 0,
    ...(related.length > 0 && { relatedInformation: related }),
  };
  // The code is the check's name, as in every integration. TypeScript declares a number and never looks at
  // it; editors show both alike.
  return Object.assign(diagnostic, { code: finding.check });
}

/** The files that a finding breaks. */
function relatedTo(
  typescript: typeof ts,
  request: SlotRequest,
  finding: ReportedFinding,
): ts.DiagnosticRelatedInformation[] {
  return listRelated(finding).flatMap(({ file, range, text }) => {
    const source = request.sourceOf(file);
    if (!source) return [];
    return {
      file: source,
      ...spanOf(source, range),
      messageText: text,
      category: typescript.DiagnosticCategory.Message,
      code: 0,
    };
  });
}

/** A range as TypeScript counts it. */
export function spanOf(file: ts.SourceFile, range: SourceRange): ts.TextSpan {
  const start = offsetOf(file, range.start);
  return { start, length: offsetOf(file, range.end) - start };
}

function offsetOf(file: ts.SourceFile, { line, column }: Position): number {
  return file.getPositionOfLineAndCharacter(line - 1, column - 1);
}
