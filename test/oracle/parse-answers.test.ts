/**
 * The harness reads Next's answers off what builds print and servers send. These tests read stored
 * answers of real Next (`pnpm oracle --record`), so that they need neither Next nor the network.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { parseBuildComplaints } from './harness/build-complaints.js';
import { readMarkers } from './harness/rendered-markers.js';
import { recordings, type RecordedAnswers } from './record-answers.js';

interface Verdict {
  readonly missing?: unknown;
  readonly missingDefault?: readonly string[];
  readonly urls?: Readonly<Record<string, { status: number; renders: readonly string[] }>>;
}

const verdicts = JSON.parse(
  readFileSync(new URL('verdicts/named-trees.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, Readonly<Record<string, Verdict>>>>;

test.each(['16.4.6', '16.4.6 webpack'])('reads the strict matching errors of %s', (build) => {
  const { trees, output } = read(build);
  const complaints = parseBuildComplaints(output, trees);
  expect(complaints.size).toBeGreaterThan(5);
  for (const [name, found] of complaints) {
    const { missing, unmatched, canonical } = sorted(found);
    expect({ missing, unmatched, canonical }, name).toEqual(sorted(verdicts[name]?.[build]));
    expect(found.missingDefault, name).toEqual([]);
  }
});

test.each([
  ['16.0.11', '16.0.11'],
  ['16.2.12', '16.2.12'],
  // 16.3 puts "Error:" before the message and judges as 16.2 does.
  ['16.3.8', '16.2.12'],
])('reads the missing defaults of %s', (build, verdict) => {
  const { trees, output } = read(build);
  const complaints = parseBuildComplaints(output, trees);
  expect(complaints.size).toBeGreaterThan(5);
  for (const [name, found] of complaints) {
    expect(found.missingDefault, name).toEqual(verdicts[name]?.[verdict]?.missingDefault);
    expect(found.missing, name).toEqual([]);
  }
});

test('reads all missing defaults of a webpack build, not only the five that Next prints', () => {
  const { trees, output } = read('16.0.11 webpack');
  const complaints = parseBuildComplaints(output, trees);
  const broken = trees.filter((name) => complaints.get(name)?.missingDefault.length === 1);
  expect(broken.length).toBeGreaterThan(5);
  expect(complaints.get('nested')?.missingDefault).toEqual(['@a/@b']);
});

test.each(['13.5.11', '14.2.35', '15.5.29'])('reads what the HTML of %s shows', (build) => {
  const { trees, pages } = read(build);
  let compared = 0;
  for (const name of trees) {
    for (const [url, { status, renders }] of Object.entries(verdicts[name]?.[build]?.urls ?? {})) {
      const page = pages[`/${name}${url === '/' ? '' : url}`];
      expect(page?.status, `${name} ${url}`).toBe(status);
      const files = readMarkers(page?.text ?? '').map((file) => file.slice(name.length + 1));
      expect(files, `${name} ${url}`).toEqual(renders);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(5);
});

test('notices output that names a tree which was not built', () => {
  const { output } = read('16.4.6');
  expect(() => parseBuildComplaints(output, ['child'])).toThrow(/not built/u);
});

function read(build: string): RecordedAnswers {
  const file = new URL(`${build.replace(' ', '-')}.json`, recordings);
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedAnswers;
}

/** The lists of a verdict in one order, and the slots inside them too. */
function sorted(value: object | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([key, list]: [string, unknown]) => [
      key,
      Array.isArray(list) ? list.map((item: unknown) => JSON.stringify(item)).sort() : list,
    ]),
  );
}
