import {
  compareFindings,
  configureChecks,
  fullMessage,
  lookAtFile,
  mayBeAnchor,
  runCheckOnFile,
  type ConfiguredCheck,
  type Position,
  type ReportedFinding,
} from '@next-slots/core';
import type ts from 'typescript';
import type { PluginProject } from './plugin-project.js';
import type { ServiceContext } from './service-context.js';
import { takeUp } from './slot-request.js';

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
  const look = lookAtFile(request.open('app'), request.file);
  const findings = checks.flatMap(({ check, severity, options }): ReportedFinding[] =>
    Array.from(runCheckOnFile(check, look, options), (finding) => ({
      ...finding,
      severity,
    })),
  );
  if (findings.length === 0) return prior;
  const ours = findings
    .sort(compareFindings)
    .map((finding) => toDiagnostic(project.ts, request.source, finding));
  return [...prior, ...ours];
}

/** The checks that are on and may report at a file, by its name. */
function checksFor({ options, log }: PluginProject, fileName: string): ConfiguredCheck[] {
  const { preset, rules } = options;
  const configured = configureChecks({
    ...(preset && { preset }),
    ...(rules && { rules }),
  });
  if (configured.ok) return configured.value.filter(({ check }) => mayBeAnchor(check, fileName));
  for (const problem of configured.problems) log(`options: ${problem}`);
  return [];
}

function toDiagnostic(
  typescript: typeof ts,
  file: ts.SourceFile,
  finding: ReportedFinding,
): ts.Diagnostic {
  const start = offsetOf(file, finding.range.start);
  const { Error, Warning } = typescript.DiagnosticCategory;
  const diagnostic = {
    file,
    start,
    length: offsetOf(file, finding.range.end) - start,
    messageText: fullMessage(finding),
    category: finding.severity === 'error' ? Error : Warning,
    source: 'next-slots',
    code: 0,
  };
  // The code is the check's name, as in every host. TypeScript declares a number and never looks at
  // it; editors show both alike.
  return Object.assign(diagnostic, { code: finding.check });
}

function offsetOf(file: ts.SourceFile, { line, column }: Position): number {
  return file.getPositionOfLineAndCharacter(line - 1, column - 1);
}
