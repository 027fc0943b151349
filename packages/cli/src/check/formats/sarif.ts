import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checks, docsUrl, fullMessage, repositoryUrl, type SourceRange } from '@next-slots/core';
import { relativePath } from '../../apps/open-app.js';
import { version } from '../../command-line/version.js';
import type { Finding } from '../../public/report.js';
import type { Format } from './format.js';

/**
 * SARIF 2.1.0, for code scanning and editors.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif: Format = ({ base, findings }) => {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'next-slots',
            version: version(),
            informationUri: repositoryUrl,
            rules: checks.map(({ name, description }) => ({
              id: name,
              shortDescription: { text: description },
              helpUri: docsUrl(name),
            })),
          },
        },
        // Code scanning takes paths as relative to where the command runs, the repository's root.
        originalUriBaseIds: { SRCROOT: { uri: pathToFileURL(join(process.cwd(), '/')).href } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) =>
          result(finding, (file) => relativePath(process.cwd(), join(base, file))),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function result(finding: Finding, pathOf: (file: string) => string) {
  const file = pathOf(finding.file);
  const { check, severity, range, impact, segment, slot, urls, related } = finding;
  return {
    ruleId: check,
    ruleIndex: checks.findIndex(({ name }) => name === check),
    level: severity,
    message: { text: fullMessage(finding) },
    locations: [
      {
        physicalLocation: physicalLocation(file, range),
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((each, id) => ({
        id,
        message: { text: each.url },
        physicalLocation: physicalLocation(pathOf(each.file), each.range),
      })),
    }),
    // What stays the same while lines move, so that a scanner knows the problem again.
    partialFingerprints: { 'nextSlots/v1': [check, segment, slot ?? '', file].join('|') },
    properties: { impact, segment, slot, urls },
  };
}

function physicalLocation(file: string, { start, end }: SourceRange) {
  return {
    artifactLocation: { uri: uriPath(file), uriBaseId: 'SRCROOT' },
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    },
  };
}

/** A relative path as a URI reference: `app/%5Bid%5D/layout.tsx`. */
function uriPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
