import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fullMessage } from '@next-slots/core';
import { relativePath } from '../../apps/open-app.js';
import type { Finding } from '../../public/report.js';
import type { Format } from './format.js';
import { printedJson } from '../../terminal/print.js';

/**
 * A Code Quality report, which GitLab shows in merge requests.
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export const gitlab: Format = ({ base, findings }) => {
  // GitLab knows files by their path in the repository, wherever the command runs.
  const repository = process.env['CI_PROJECT_DIR'] ?? process.cwd();
  const seen = new Map<string, number>();
  const issues = findings.map((finding) => {
    const path = relativePath(repository, join(base, finding.file));
    // What stays the same while lines move. The second of two alike gets a number.
    const cause = [finding.check, finding.segment, finding.slot ?? '', path].join('|');
    const number = seen.get(cause) ?? 0;
    seen.set(cause, number + 1);
    return {
      description: fullMessage(finding),
      check_name: finding.check,
      fingerprint: createHash('sha256').update(`${cause}|${number}`).digest('hex'),
      severity: severityOf(finding),
      location: {
        path,
        lines: { begin: finding.range.start.line, end: finding.range.end.line },
      },
    };
  });
  return printedJson(issues);
};

function severityOf({ severity, impact }: Finding): 'minor' | 'major' | 'critical' {
  if (severity === 'warning') return 'minor';
  return impact === 'build-error' ? 'critical' : 'major';
}
