import { sourceRange, type Edit, type ReportedFinding } from '@next-slots/core';
import type { OpenedApp } from '../apps/open-app.js';
import type { Edit as PublicEdit, Finding } from '../public/report.js';

/** A finding of an app in the words of the public contract. */
export function publicFinding(opened: OpenedApp, finding: ReportedFinding): Finding {
  const { check, severity, impact, range, segment, slot, message, help } = finding;
  return {
    check,
    severity,
    impact,
    file: opened.printed(finding.file),
    range,
    segment,
    slot,
    urls: [...finding.urls].sort(),
    message,
    help,
    related: finding.related.map((each) => ({ ...each, file: opened.printed(each.file) })),
    // Few formats print the texts of new files, which take time to write.
    get edits() {
      return finding.edits.map((edit) => publicEdit(opened, edit));
    },
  };
}

function publicEdit(opened: OpenedApp, edit: Edit): PublicEdit {
  const file = opened.printed(edit.file);
  if (edit.kind === 'createFile') return { kind: edit.kind, file, text: edit.text };
  const text = opened.app.sources.text(edit.file) ?? '';
  return { kind: edit.kind, file, range: sourceRange(text, edit.range), text: edit.text };
}
