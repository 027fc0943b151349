import {
  configureChecks,
  fullMessage,
  conventionOf,
  mayReportIn,
  runChecksOnFile,
  type ConfiguredCheck,
  type Position,
  type ReportedFinding,
  type SourceRange,
} from '@next-slots/core';
import type ts from 'typescript';
import type { PluginProject } from './plugin-project.js';
import type { ServiceContext } from './service-context.js';
import { takeUp, type SlotRequest } from './slot-request.js';

/** Adds the findings in a file, where the options ask for them. */
export function addDiagnostics(
  { project, service }: ServiceContext,
  prior: ts.Diagnostic[],
  fileName: string,
): ts.Diagnostic[] {
  if (!project.options.diagnostics) return prior;
  const checks = checksFor(project, fileName);
  if (checks.length === 0) return prior;
  const request = takeUp(project, service, fileName, () => true);
  if (!request) return prior;
  const findings = runChecksOnFile(request.open('app'), checks, request.file);
  if (findings.length === 0) return prior;
  return [...prior, ...findings.map((finding) => toDiagnostic(project.ts, request, finding))];
}

/** The checks that are on and may report at a file, by its name. */
function checksFor({ options, log }: PluginProject, fileName: string): ConfiguredCheck[] {
  const { preset, rules } = options;
  const configured = configureChecks({
    ...(preset && { preset }),
    ...(rules && { rules }),
  });
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
  // The code is the check's name, as in every host. TypeScript declares a number and never looks at
  // it; editors show both alike.
  return Object.assign(diagnostic, { code: finding.check });
}

/** How many of the files that a finding breaks are listed with it. */
const mostRelated = 10;

/** The files that a finding breaks. */
function relatedTo(
  typescript: typeof ts,
  request: SlotRequest,
  { related }: ReportedFinding,
): ts.DiagnosticRelatedInformation[] {
  return related.slice(0, mostRelated).flatMap(({ file, range, url }) => {
    const source = request.sourceOf(file);
    if (!source) return [];
    return {
      file: source,
      ...spanOf(source, range),
      messageText: url === null ? 'Has the same cause' : `Affects ${url}`,
      category: typescript.DiagnosticCategory.Message,
      code: 0,
    };
  });
}

function spanOf(file: ts.SourceFile, range: SourceRange): ts.TextSpan {
  const start = offsetOf(file, range.start);
  return { start, length: offsetOf(file, range.end) - start };
}

function offsetOf(file: ts.SourceFile, { line, column }: Position): number {
  return file.getPositionOfLineAndCharacter(line - 1, column - 1);
}
