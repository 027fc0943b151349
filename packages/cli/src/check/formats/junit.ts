import { join } from 'node:path';
import { fullMessage, groupBy, printable } from '@next-slots/core';
import { relativePath } from '../../apps/open-app.js';
import type { Finding } from '../../public/report.js';
import type { Format } from './format.js';

/** JUnit XML, for test reports of CI servers: one suite for each file with findings. */
export const junit: Format = ({ base, findings }) => {
  const byFile = groupBy(findings, ({ file }) => relativePath(process.cwd(), join(base, file)));
  const suites = [...byFile].map(([file, ofFile]) =>
    element('testsuite', { name: file, tests: ofFile.length, failures: ofFile.length }, [
      ...ofFile.map((finding) => testCase(finding, file)),
    ]),
  );
  // A report without a single test counts as a failed one in some servers.
  const clean = element('testsuite', { name: 'next-slots', tests: 1, failures: 0 }, [
    element('testcase', { name: 'check', classname: 'next-slots' }, []),
  ]);
  const all = {
    name: 'next-slots',
    tests: Math.max(findings.length, 1),
    failures: findings.length,
  };
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('testsuites', all, suites.length === 0 ? [clean] : suites)}\n`;
};

function testCase(finding: Finding, file: string): string {
  const { check, severity, range } = finding;
  const { line, column } = range.start;
  const message = fullMessage(finding);
  const place = text(`${file}:${line}:${column}`);
  return element('testcase', { name: check, classname: file, file, line }, [
    `<failure message="${attribute(message)}" type="${severity}">${place} ${text(message)}</failure>`,
  ]);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[],
): string {
  const list = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${attribute(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${name}${list}/>`;
  const inner = children.map((child) => child.replaceAll(/^/gmu, '  ')).join('\n');
  return `<${name}${list}>\n${inner}\n</${name}>`;
}

function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;');
}

/** XML has no control characters, not even escaped. */
function text(value: string): string {
  return printable(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
