import { join } from 'node:path';
import { fullMessage, groupBy, printable } from '@next-slots/core';
import { relativePath } from '../../apps/open-app.js';
import type { Finding } from '../../public/report.js';
import type { Format } from './format.js';

/**
 * JUnit XML, for test reports of CI servers: one suite for each file with findings.
 * https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 */
export const junit: Format = ({ base, findings }) => {
  const byFile = groupBy(findings, ({ file }) => relativePath(process.cwd(), join(base, file)));
  const suites = [...byFile].map(([file, ofFile]) =>
    element(
      'testsuite',
      { name: file, file, ...counts(ofFile.length, ofFile.length) },
      testCases(ofFile, file),
    ),
  );
  // A report without a single test counts as a failed one in some servers.
  const clean = element('testsuite', { name: 'next-slots', ...counts(1, 0) }, [
    element('testcase', { name: 'check', classname: 'next-slots', time: 0 }, []),
  ]);
  const all = {
    name: 'next-slots',
    ...counts(Math.max(findings.length, 1), findings.length),
  };
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('testsuites', all, suites.length === 0 ? [clean] : suites)}\n`;
};

function counts(tests: number, failures: number) {
  return { tests, failures, errors: 0, time: 0 };
}

/** Some servers keep one case of each name, so the second of two alike gets a number. */
function testCases(findings: readonly Finding[], file: string): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { check, slot } = finding;
    const name = slot === null ? check : `${check} ${slot}`;
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return testCase(finding, file, number === 1 ? name : `${name} (${number})`);
  });
}

function testCase(finding: Finding, file: string, name: string): string {
  const { severity, range } = finding;
  const { line, column } = range.start;
  const message = fullMessage(finding);
  const place = text(`${file}:${line}:${column}`);
  return element('testcase', { name, classname: file, time: 0 }, [
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
