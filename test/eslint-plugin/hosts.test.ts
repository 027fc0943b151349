import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import nextSlots from 'eslint-plugin-next-slots';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EslintApp, type EslintVersion } from '../harness/eslint-app.js';
import { isNight } from '../harness/is-night.js';
import { runProcess, type ProcessResult } from '../harness/next-app.js';
import { link, workspace } from '../harness/packed.js';
import { appOfMistakes } from './app-of-mistakes.js';

type Language = 'jsx' | 'tsx';
type Parser = 'espree' | 'typescript' | 'babel';

/** A finding as every host prints it: lines and columns from 1. */
interface HostFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly message: string;
}

/** The name that root has no business with: file permissions bind it. */
const nobody = 65534;
const user = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

const rules = Object.fromEntries(
  Object.keys(nextSlots.rules).map((name) => [`next-slots/${name}`, 'error']),
);

const parsers: Readonly<Record<Parser, string>> = {
  espree: '{ parserOptions: { ecmaFeatures: { jsx: true } } }',
  typescript:
    "{ parser: (await import('@typescript-eslint/parser')).default, parserOptions: { ecmaFeatures: { jsx: true } } }",
  babel: `{
    parser: (await import('@babel/eslint-parser')).default,
    parserOptions: {
      requireConfigFile: false,
      babelOptions: {
        babelrc: false,
        configFile: false,
        presets: ['@babel/preset-react', '@babel/preset-typescript'],
      },
    },
  }`,
};

const configOf = (parser: Parser) => `
import nextSlots from 'eslint-plugin-next-slots';
export default [
  {
    files: ['**/*.{jsx,tsx}'],
    languageOptions: ${parsers[parser]},
    plugins: { 'next-slots': nextSlots },
    rules: ${JSON.stringify(rules)},
  },
];
`;

const whenOver = afterAll;
const apps = new Map<string, EslintApp>();

function appFor(language: Language, version: EslintVersion): EslintApp {
  const key = `${language} ${version}`;
  let app = apps.get(key);
  if (!app) {
    app = new EslintApp(version, appOfMistakes(language), whenOver);
    for (const parser of ['espree', 'typescript', 'babel'] as const) {
      app.write(`${parser}.config.js`, configOf(parser));
    }
    for (const name of [
      '@babel/eslint-parser',
      '@babel/core',
      '@babel/preset-react',
      '@babel/preset-typescript',
    ]) {
      link(join(workspace, 'node_modules', name), app.path('node_modules', name));
    }
    app.write(
      '.oxlintrc.json',
      JSON.stringify({
        plugins: [],
        categories: { correctness: 'off' },
        jsPlugins: ['eslint-plugin-next-slots'],
        rules,
      }),
    );
    app.folder('app/folders/locked');
    chmodSync(app.path('app/folders/locked'), 0);
    chmodSync(app.root, 0o755);
    apps.set(key, app);
  }
  return app;
}

afterAll(() => {
  for (const app of apps.values()) chmodSync(app.path('app/folders/locked'), 0o755);
});

// File by file, since ESLint itself gives up at a folder that it cannot read.
const filesOf = (language: Language) => Object.keys(appOfMistakes(language));

async function underEslint(version: EslintVersion, parser: Parser, language: Language) {
  const app = appFor(language, version);
  const result = await app.eslint(
    ['-c', `${parser}.config.js`, '-f', 'json', ...filesOf(language)],
    user,
  );
  const files = json(result) as readonly {
    readonly filePath: string;
    readonly messages: readonly (Omit<HostFinding, 'file' | 'rule'> & { ruleId: string })[];
  }[];
  return inOrder(
    files.flatMap(({ filePath, messages }) =>
      messages.map(({ line, column, message, ruleId }) => ({
        file: filePath.slice(app.root.length + 1),
        line,
        column,
        rule: ruleId,
        message,
      })),
    ),
  );
}

async function underOxlint(language: Language) {
  const app = appFor(language, '10');
  const result = await runProcess(
    join(workspace, 'node_modules/.bin/oxlint'),
    ['-f', 'json', ...filesOf(language)],
    { cwd: app.root, ...user },
  );
  const { diagnostics } = json(result) as {
    readonly diagnostics: readonly {
      readonly message: string;
      readonly code: string;
      readonly filename: string;
      readonly labels: readonly [{ readonly span: { readonly line: number; column: number } }];
    }[];
  };
  return inOrder(
    diagnostics.map(({ message, code, filename, labels: [{ span }] }) => ({
      file: filename,
      line: span.line,
      column: span.column,
      rule: code.replace(/^(?<plugin>[^(]+)\((?<rule>.+)\)$/u, '$<plugin>/$<rule>'),
      message,
    })),
  );
}

function json({ stdout, stderr }: ProcessResult): unknown {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`No JSON:\n${stdout}\n${stderr}`);
  }
}

function inOrder(findings: readonly HostFinding[]): readonly HostFinding[] {
  const key = (finding: HostFinding) => JSON.stringify(Object.values(finding));
  return findings.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What the newest ESLint says, to which every other host is held. */
const expected: Partial<Record<Language, readonly HostFinding[]>> = {};

beforeAll(async () => {
  expected.jsx = await underEslint('10', 'espree', 'jsx');
  expected.tsx = await underEslint('10', 'typescript', 'tsx');
});

test.each(['jsx', 'tsx'] as const)('every rule finds its mistake in %s', async (language) => {
  const findings = expected[language] ?? [];
  expect([...new Set(findings.map(({ rule }) => rule))].sort()).toEqual(Object.keys(rules).sort());
  const lines = findings.map(
    ({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule}\n  ${message}\n`,
  );
  await expect(lines.join('')).toMatchFileSnapshot(
    join(import.meta.dirname, `mistakes.${language}.txt`),
  );
});

// Babel's parser for ESLint 10 is version 8, which wants a newer Node than these tests do.
const combinations: readonly [EslintVersion, Parser, Language][] = [
  ['10', 'typescript', 'jsx'],
  ['9', 'babel', 'tsx'],
  ['8', 'typescript', 'tsx'],
];
const byNight: typeof combinations = [
  ['9', 'espree', 'jsx'],
  ['9', 'typescript', 'tsx'],
  ['9', 'babel', 'jsx'],
  ['8', 'espree', 'jsx'],
  ['8', 'babel', 'jsx'],
];
test.concurrent.each(isNight ? [...combinations, ...byNight] : combinations)(
  'ESLint %s with %s finds the same in %s',
  async (version, parser, language) => {
    expect(await underEslint(version, parser, language)).toEqual(expected[language]);
  },
);

// They depend on what a file other than the linted one exports, and the parser that oxlint hands to
// plugins parses nothing. `docs/eslint.md` says so.
const notUnderOxlint = new Set([
  'next-slots/no-segment-config-conflict',
  'next-slots/no-slot-metadata-conflict',
]);

test.concurrent.each(['jsx', 'tsx'] as const)(
  'oxlint finds the same in %s, as far as no other file has to be parsed',
  async (language) => {
    const findings = expected[language]
      ?.filter(({ rule }) => !notUnderOxlint.has(rule))
      // `oxlint --fix` creates no files, and nobody who has oxlint need have ESLint.
      .map((each) => ({ ...each, message: each.message.replace(' or `eslint --fix`', '') }));
    expect(findings).not.toEqual(expected[language]);
    expect(await underOxlint(language)).toEqual(findings);
  },
);
