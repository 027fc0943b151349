/** Every message says what is wrong in plain words, and its help one thing to do. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checks, parse, type Check, type Finding, type NextTarget } from '@next-slots/core';
import { describe, expect, test } from 'vitest';
import { examplesOf } from '../../docs/rule-page.js';
import { appOfMistakes } from '../../eslint-plugin/app-of-mistakes.js';
import { appFrom, runCheck, type AppFiles } from '../../harness/findings.js';

const registry: readonly Check[] = checks;
const pages = join(import.meta.dirname, '..', '..', '..', 'docs', 'rules');

const targets: readonly NextTarget[] = [
  { version: '16.4.6', bundler: 'turbopack' },
  { version: '16.4.6', bundler: 'webpack' },
  { version: '16.2.12', bundler: 'turbopack' },
  { version: '15.5.29', bundler: 'webpack' },
  { version: '13.5.11', bundler: 'webpack' },
  { version: '16.4.6', bundler: 'turbopack', output: 'export' },
  { version: '15.5.29', bundler: 'webpack', i18n: true },
];

const page = 'export default function Page() {\n  return null;\n}\n';
const waiting = 'export default async function D() {\n  return await load();\n}\n';
const root = { 'layout.tsx': true, 'page.tsx': true } as const;
const layout = (props: string, expression: string) =>
  `export default function Layout({ ${props} }) {\n  return ${expression};\n}\n`;

/** Mistakes that neither the pages nor the app of mistakes show. */
const more: readonly AppFiles[] = [
  {
    'layout.tsx': layout('children, team: Team', '<Team />'),
    'page.tsx': true,
    '@team/page.tsx': true,
  },
  { ...root, 'layout.tsx': layout('children, gone', '[children, gone]'), '@team/page.tsx': true },
  { ...root, 'dash/Layout.tsx': true, 'dash/page.tsx': true, 'dash/@team/page.tsx': true },
  { '(a)/layout.tsx': true, '(a)/page.tsx': true, '@m/page.tsx': true, '@m/default.tsx': true },
  {
    ...root,
    'sitemap.xml/route.ts': true,
    'sitemap.ts': true,
    'docs/[...all]/opengraph-image.tsx': true,
    'docs/[...all]/page.tsx': true,
  },
  { ...root, 'layout.tsx': layout('children', 'null') },
  { ...root, '@team/page.tsx': true, '@team/Default.tsx': true, 'x/page.tsx': true },
  { ...root, 'Default.tsx': true, '@team/x/page.tsx': true, '@team/default.tsx': true },
  {
    ...root,
    'layout.tsx': layout('children, team', '[children, team]'),
    '@team/page.tsx': page,
    '@team/default.tsx': waiting,
    '@team/Error.tsx': page,
    '@team/Loading.tsx': page,
    'x/page.tsx': true,
    'x/@b/page.tsx': waiting,
    'x/@b/error.tsx': "'use client';\nexport const x = 1;\n",
    'x/layout.tsx': layout('children, b', '[children, b]'),
  },
  { ...root, '@m/default.tsx': true, '@m/(.)[...all]/page.tsx': true, '[...all]/page.tsx': true },
  { ...root, '%5Fu/y/page.tsx': true, '%5Fu/@m/default.tsx': true, '%5Fu/@m/(.)y/page.tsx': true },
  {
    ...root,
    '[lang]/layout.tsx': true,
    '[lang]/page.tsx': true,
    '[lang]/@m/default.tsx': true,
    '[lang]/@m/(...)about/page.tsx': true,
    'about/page.tsx': true,
  },
  { ...root, '[id]/edit/page.tsx': true, '@m/default.tsx': true, '@m/(.)edit/[id]/page.tsx': true },
  {
    ...root,
    '@m/default.tsx': true,
    '@m/[id].tsx': page,
    '@m/(.photo)/page.tsx': true,
    'photo/page.tsx': true,
  },
  { ...root, '[id]/x/[id]/page.tsx': true },
  { ...root, 'post-[id]/[tab]/page.tsx': true },
  { ...root, '[...all]/page.tsx': true, '@a/page.tsx': true, '@a/x/page.tsx': true },
  { 'layout.tsx': true, 'page.tsx': true, '@/page.tsx': true, '@key/page.tsx': true },
  { 'layout.tsx': true, 'page.tsx': true, '@team/page.tsx': true, '@Team/page.tsx': true },
  {
    'layout.tsx': 'export default ({ children, params }) => [children, params];\n',
    'page.tsx': true,
    '@params/page.tsx': true,
  },
  {
    'layout.tsx': 'export default ({ children, constructor }) => [children, constructor];\n',
    'page.tsx': true,
    '@constructor/page.tsx': true,
  },
  ...longUrls(),
  ...['[[...all]]', '[...all]', '[id]', '[...all]/more'].map((folder) => ({
    'layout.tsx': true as const,
    'page.tsx': true as const,
    'docs/page.tsx': true as const,
    [`docs/${folder}/page.tsx`]: true as const,
    'docs/[[...rest]]/page.tsx': true as const,
    '(b)/docs/[slug]/x/page.tsx': true as const,
  })),
];

/** Slots without pages at URLs as long as those of real apps. */
function longUrls(): readonly AppFiles[] {
  const below = ['billing', 'projects/[id]', 'members/[id]/edit', 'reports/[year]'];
  const pages = below.map((path) => [`[team]/dashboard/${path}/page.tsx`, true] as const);
  const beside: AppFiles = {
    ...root,
    '[team]/dashboard/layout.tsx': true,
    '[team]/dashboard/page.tsx': true,
  };
  const slot = '[team]/dashboard/@notifications';
  return [
    { ...beside, ...Object.fromEntries(pages), [`${slot}/page.tsx`]: true },
    { ...beside, ...Object.fromEntries(pages), [`${slot}/(.)projects/[id]/page.tsx`]: true },
    {
      ...beside,
      ...Object.fromEntries(pages),
      [`${slot}/default.tsx`]: true,
      [`${slot}/(.)projects/[id]/page.tsx`]: true,
      [`${slot}/(.)members/[id]/edit/page.tsx`]: true,
    },
    {
      ...beside,
      ...Object.fromEntries(below.map((path) => [`${slot}/${path}/page.tsx`, waiting])),
      '[team]/dashboard/@activity/reports/[year]/page.tsx': true,
    },
    { ...beside, [`${slot}/[...notification]/page.tsx`]: true, [`${slot}/default.tsx`]: true },
  ];
}

const apps: readonly AppFiles[] = [
  ...(['jsx', 'tsx'] as const).map((language) => belowApp(appOfMistakes(language))),
  ...more,
  ...readdirSync(pages).flatMap((page) =>
    examplesOf(readFileSync(join(pages, page), 'utf8'))
      .filter(({ verdict }) => verdict === 'fails')
      .map(({ files }) => belowApp(files)),
  ),
];

function belowApp(files: AppFiles): AppFiles {
  return Object.fromEntries(
    Object.entries(files).flatMap(([file, text]) => {
      const below = /^(?:src\/)?app\/(?<path>.+)$/u.exec(file)?.groups?.['path'];
      return below === undefined ? [] : [[below, text]];
    }),
  );
}

const found: readonly Finding[] = targets.flatMap((next) =>
  apps.flatMap((files) => {
    const app = appFrom(files, { next });
    return registry.flatMap((check) => {
      const options = parse(check.options, {});
      return options.ok ? runCheck(check, app, options.value) : [];
    });
  }),
);
const messages = [...new Map(found.map((each) => [each.message, each])).values()];

/** Words of our own for what Next.js, React and ESLint have words for. */
const privateWords =
  /\b(?:take (?:it )?out of the props|mend|repair|hard load|says so|is told|hosts?|way out|without a word|stands? in for|gives? way to|refuse[sd]?|nothing fills|no component|trouble|stray|bare|shall|meant for|hands? it to|behind (?:its|the)|Next(?!\.js)(?= ))\b/u;

describe.each(messages.map((each) => [`${each.check}/${each.messageId}`, each] as const))(
  '%s',
  (_, { message, help }) => {
    test(`${message} · ${help}`, () => {
      expect(message.length).toBeLessThanOrEqual(160);
      expect(sentencesOf(message)).toBeLessThanOrEqual(2);
      expect(message).toMatch(/^[A-Z`].*\.$/u);
      expect(help).toMatch(/^[A-Z][a-z]+ .*[.?]$/u);
      expect(sentencesOf(help)).toBe(1);
      expect(`${message} ${help}`).not.toMatch(privateWords);
    });
  },
);

test('suggestions name what they change', () => {
  const titles = new Set(
    found.flatMap(({ suggestions }) => suggestions.map((each) => each.message)),
  );
  for (const title of titles) {
    expect(title).toMatch(/^(?:Add|Change|Move|Rename) .*[^.]$/u);
    expect(title).not.toMatch(privateWords);
  }
});

/** They need folders on disk that cannot be read, or one of many ways to lose a page. */
const untold = /^(?:readable-route-folders|.*\/(?:brokenLink|notAFile|unmatched)$)/u;

test('every message is among them', () => {
  const told = new Set(found.map(({ check, messageId }) => `${check}/${messageId}`));
  const all = registry.flatMap(({ name, messages: templates }) =>
    Object.keys(templates).map((id) => `${name}/${id}`),
  );
  expect(all.filter((each) => !told.has(each) && !untold.test(each))).toEqual([]);
});

test.each(registry)('the templates of $name are plain', ({ messages: templates }) => {
  for (const { message, help } of Object.values(templates)) {
    expect(`${message} ${help}`).not.toMatch(privateWords);
  }
});

test.each(registry)('the description of $name is one plain imperative', ({ description }) => {
  expect(description).toMatch(/^(?:Disallow|Require) .*[^.]$/u);
  expect(description).not.toMatch(privateWords);
});

/** Full stops, but for those in code and versions. */
function sentencesOf(text: string): number {
  return (
    text.replaceAll(/`[^`]*`|\([\d.]+[^)]*\)|Next\.js/gu, 'x').match(/[.?](?:\s|$)/gu)?.length ?? 0
  );
}
