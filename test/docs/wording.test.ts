/** Words that readers stumbled over do not come back into the docs and the titles of tests. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workspace } from '../harness/packed.js';
import { markdownFiles } from './markdown-files.js';

/** What was written, and what to write. */
const phrases: readonly (readonly [was: RegExp, write: string])[] = [
  [/\b(?:mend|repair)(?:s|ed|ing)?\b/u, 'fix'],
  [/\bhosts?\b(?! name)/u, 'integration, or its name: ESLint, CLI, editor'],
  [/\bthe house\b/u, 'architecture'],
  [/\bplain words\b/u, 'fast path'],
  [/\b(?:says so|speaks of|speaks through)\b/u, 'reports'],
  [/\b(?:is|are|was) told\b/u, 'see'],
  [/\bwithout a word\b/u, 'silently'],
  [
    /\b(?:stands? in for|gives? way to|stands? in (?:its|the) place)\b/u,
    'replaces, intercepts, falls back to',
  ],
  [/\b(?:refuses?|refused)\b/u, 'rejects, fails'],
  [/\bnothing fills\b/u, 'has no page or default for'],
  [/\b(?:take|taken|takes) out of the props\b|\btake apart\b/u, 'destructure'],
  [/\bmoves? on to\b/u, 'navigates to'],
  [/\bas everywhere\b/u, 'name the page that lists them'],
  [/(?<![\w@/.`-])Next(?!\.js|'s plugin|-|\w)(?= [a-z\d]|'s |[,.;:])/u, 'Next.js'],
];

/** The prose of a page: no code, no quotations of messages, no generated parts. */
function proseOf(text: string): string {
  return text
    .replaceAll(/<!-- begin [^]*?<!-- end [^>]*-->/gu, '')
    .replaceAll(/^(?:```|~~~)[^]*?^(?:```|~~~)$/gmu, '')
    .replaceAll(/^>.*$/gmu, '')
    .replaceAll(/`[^`]*`/gu, '``');
}

/** Evidence and generated figures are for contributors. */
const forContributors =
  /^docs\/(?:performance|next-versions|architecture)\.md$|^CONTRIBUTING\.md$/u;
const pages = markdownFiles(workspace).filter(({ file }) => !forContributors.test(file));

/** Likewise in titles, which name what they test and may quote it. */
const titlePhrases =
  /\b(?:mend|repair|refuse)(?:s|d|ed|ing)?\b|\b(?:(?<!extension )hosts?|shall|in vain|without a word|the house)\b|\b(?:is|are) told\b|\bstands? in for\b/u;

test('titles of tests use the terms of the field', () => {
  const directory = join(workspace, 'test');
  const files = readdirSync(directory, { encoding: 'utf8', recursive: true }).filter((file) =>
    /\.(?:test|slow|e2e)\.ts$/u.test(file),
  );
  const found = files.flatMap((file) => {
    const titles = readFileSync(join(directory, file), 'utf8').matchAll(
      /\b(?:test|describe)(?:\.\w+\([^\n]*?\))?\(\s*(?<quote>['"`])(?<title>.+?)\k<quote>,/gu,
    );
    return [...titles]
      .map(({ groups }) => `${file}: ${groups?.['title'] ?? ''}`)
      .filter((title) => titlePhrases.test(title.slice(file.length)));
  });
  expect(found).toEqual([]);
});

describe.each(pages)('$file', ({ text }) => {
  test('uses the terms of the field', () => {
    const prose = proseOf(text).split('\n');
    const found = phrases.flatMap(([was, write]) =>
      prose
        .filter((line) => was.test(line))
        .map((line) => `${was.exec(line)?.[0] ?? ''} → ${write}: ${line}`),
    );
    expect(found).toEqual([]);
  });
});
