import {
  docsUrl,
  findSegment,
  fullMessage,
  joinPath,
  Lines,
  listRelated,
  type App,
  type Finding,
  type ReportedFinding,
  type SourceRange,
} from '@next-slots/core';
import { pathOnDisk, type AppLocation } from '@next-slots/core/node';
import {
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Range,
} from 'vscode-languageserver/node';
import type { ClientFeatures } from '../client-features.js';
import { uriOfPath } from '../file-uri.js';
import { fileStart, rangesInText } from '../language/range.js';

/** Who reports, as the editor shows it beside the message. */
const source = 'next-slots';

/** Findings about text that has no effect, which editors show faded. */
const withoutEffect: ReadonlySet<string> = new Set(['no-unrendered-slot', 'no-dead-default']);

/** Where and for whom findings are translated. */
export interface DiagnosticTarget {
  readonly app: App;
  readonly location: AppLocation;
  readonly features: ClientFeatures['diagnostic'];
}

/** A finding as the client shows it. */
export function toDiagnostic(
  finding: ReportedFinding,
  { app, location, features }: DiagnosticTarget,
): Diagnostic {
  const related = features.relatedInformation ? relatedTo(finding, app, location) : [];
  const isFaded = features.tags.has(DiagnosticTag.Unnecessary) && withoutEffect.has(finding.check);
  return {
    range: toRange(finding.range, app.sources.text(finding.file)),
    severity: finding.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: finding.check,
    ...(features.codeDescription && {
      codeDescription: { href: docsUrl(finding.check) },
    }),
    source,
    message: fullMessage(finding),
    ...(isFaded && { tags: [DiagnosticTag.Unnecessary] }),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** Points at the folder of the slot that a finding is about, and at the files that it breaks. */
function relatedTo(
  finding: Finding,
  app: App,
  location: AppLocation,
): DiagnosticRelatedInformation[] {
  const uriOf = (path: string) => uriOfPath(pathOnDisk(location, path));
  const folder = slotFolder(finding, app);
  const slot = folder !== undefined && {
    location: { uri: uriOf(folder), range: fileStart },
    message: `Slot ${finding.slot} of ${finding.segment}`,
  };
  const broken = listRelated(finding).map(({ file, range, text }) => ({
    location: { uri: uriOf(file), range: toRange(range, app.sources.text(file)) },
    message: text,
  }));
  return slot ? [slot, ...broken] : broken;
}

/** The folder of a finding's slot, for `children` that of the layout; undefined where there is none. */
export function slotFolder({ slot, segment }: Finding, { tree }: App): string | undefined {
  if (slot === null) return undefined;
  const owner = segment.slice(1);
  const path = slot === 'children' ? owner : joinPath(owner, slot);
  return findSegment(tree, path) && path;
}

/**
 * A range as the protocol counts it. JavaScript ends a line at U+2028 and U+2029 as well, which to an
 * editor are characters like others.
 */
function toRange(range: SourceRange, text: string | undefined): Range {
  if (text === undefined || !/[\u2028\u2029]/u.test(text)) {
    return { start: fromOne(range.start), end: fromOne(range.end) };
  }
  const lines = new Lines(text);
  return rangesInText(text)({ start: lines.offset(range.start), end: lines.offset(range.end) });
}

function fromOne({ line, column }: SourceRange['start']): Range['start'] {
  return { line: line - 1, character: column - 1 };
}
