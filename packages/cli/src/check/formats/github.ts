import { join } from 'node:path';
import { fullMessage, printable } from '@next-slots/core';
import { relativePath } from '../../apps/open-app.js';
import type { Finding } from '../../public/report.js';
import type { Format } from './format.js';

/**
 * Workflow commands, which GitHub shows as annotations of the changed lines.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Format = ({ base, findings }) => {
  // GitHub knows files by their path in the repository, wherever the command runs.
  const repository = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  return findings
    .map(
      (finding) => `${annotation(finding, relativePath(repository, join(base, finding.file)))}\n`,
    )
    .join('');
};

function annotation(finding: Finding, file: string): string {
  const { check, severity, range } = finding;
  const properties = {
    file: printable(file),
    line: range.start.line,
    endLine: range.end.line,
    col: range.start.column,
    endColumn: range.end.column,
    title: `next-slots/${check}`,
  };
  const list = Object.entries(properties).map(
    ([key, value]) => `${key}=${property(String(value))}`,
  );
  return `::${severity} ${list.join(',')}::${data(fullMessage(finding))}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
