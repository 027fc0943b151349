import { unusedDirectives } from '@next-slots/core';
import type { OpenedApp } from '../apps/open-app.js';
import { allFindingsOf } from './findings-of.js';
import type { Finding } from '../public/report.js';

/** The name under which a comment that suppresses nothing is reported. It is no check: no preset has it. */
export const unusedDirectiveName = 'unused-disable-directive';

/** Reports the comments of an app that suppress nothing, as `--report-unused-disable-directives` asks. */
export function findUnusedDirectives(opened: OpenedApp): readonly Finding[] {
  const { sources } = opened.app;
  const findings = allFindingsOf(opened);
  const files = [...(sources.modules?.() ?? [])].filter(opened.isAsked);
  return files
    .flatMap((file) => unusedDirectives(file, findings, sources))
    .map(({ file, range, message }) => ({
      check: unusedDirectiveName,
      severity: 'error',
      impact: 'none',
      file: opened.printed(file),
      range,
      segment: '/',
      slot: null,
      urls: [],
      message,
      help: 'Remove the comment.',
      related: [],
      edits: [],
    }));
}
