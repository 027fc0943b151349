import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checks, docsUrl, fullMessage, repositoryUrl, type SourceRange } from '@next-slots/core';
import { relativePath } from '../../apps/open-app.js';
import { version } from '../../command-line/version.js';
import type { Finding } from '../../public/report.js';
import { unusedDirectiveName } from '../find-unused-directives.js';
import type { Format } from './format.js';
import { ruleHelp } from './rule-help.js';
import { printedJson } from '../../terminal/print.js';

/** Where each rule stands in the list of rules. */
const ruleIndexes = new Map(
  [...checks.map(({ name }) => name), unusedDirectiveName].map((name, index) => [name, index]),
);

/**
 * SARIF 2.1.0, for code scanning and editors.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif: Format = ({ base, findings, suppressed }) => {
  const pathOf = (file: string) => relativePath(process.cwd(), join(base, file));
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
            rules: [...checks.map(ruleOf), unusedDirectiveRule],
          },
        },
        // Code scanning takes paths as relative to where the command runs, the repository's root.
        originalUriBaseIds: { SRCROOT: { uri: pathToFileURL(join(process.cwd(), '/')).href } },
        columnKind: 'utf16CodeUnits',
        results: [
          ...findings.map((finding) => result(finding, pathOf)),
          ...suppressed.map(({ finding, by }) => ({
            ...result(finding, pathOf),
            suppressions: [{ kind: by === 'comment' ? 'inSource' : 'external' }],
          })),
        ],
      },
    ],
  };
  return printedJson(log);
};

/** What a scanner shows beside a finding. */
function ruleOf({ name, description, presets }: (typeof checks)[number]) {
  const entry = presets.recommended ?? presets.strict;
  const help = ruleHelp[name];
  return {
    id: name,
    shortDescription: { text: description },
    help: { text: `${description}. See ${docsUrl(name)}`, markdown: help },
    helpUri: docsUrl(name),
    defaultConfiguration: {
      enabled: presets.recommended !== undefined,
      level: typeof entry === 'string' ? entry : entry?.severity,
    },
  };
}

const unusedDirectiveRule = {
  id: unusedDirectiveName,
  shortDescription: { text: 'Disallow comments that suppress nothing' },
};

function result(finding: Finding, pathOf: (file: string) => string) {
  const file = pathOf(finding.file);
  const { check, severity, range, impact, segment, slot, urls, related } = finding;
  return {
    ruleId: check,
    ruleIndex: ruleIndexes.get(check),
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
        message: { text: each.url ?? 'The same cause' },
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
