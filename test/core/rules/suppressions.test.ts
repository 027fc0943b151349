import { Linter, type Rule } from 'eslint';
import fc from 'fast-check';
import { parseSync } from 'oxc-parser';
import {
  suppressFindings,
  unusedDirectives,
  type Comment,
  type SourceReader,
} from '@next-slots/core';
import { describe, expect, test } from 'vitest';

const file = 'layout.jsx';

/** A source of one file. */
function sourcesOf(text: string): SourceReader {
  return {
    text: (asked) => (asked === file ? text : undefined),
    facts: () => undefined,
    template: () => undefined,
    comments: () =>
      parseSync(file, text).comments.map(({ type, value, start, end }): Comment => ({
        kind: type === 'Line' ? 'line' : 'block',
        text: value,
        range: { start, end },
      })),
  };
}

/** Where two rules of these names report: at every variable that is called like them. */
function findingsIn(text: string) {
  return text.split('\n').flatMap((line, index) =>
    Array.from(line.matchAll(/\blet (?<name>aa|bb)\b/gu), (match) => {
      const column = match.index + 'let '.length + 1;
      const start = { line: index + 1, column };
      const end = { line: index + 1, column: column + 2 };
      return { check: match.groups?.['name'] ?? '', file, range: { start, end } };
    }),
  );
}

/** What is left and what is unused by our reading: places, and messages with places. */
function ours(text: string) {
  const findings = findingsIn(text);
  const sources = sourcesOf(text);
  const { findings: left } = suppressFindings(findings, sources);
  return {
    left: left.map(({ check, range: { start } }) => `${start.line}:${start.column} ${check}`),
    unused: unusedDirectives(file, findings, sources).map(
      ({ range, message }) => `${range.start.line} ${message}`,
    ),
  };
}

/** The same by ESLint. */
function eslints(text: string) {
  const linter = new Linter({ configType: 'flat' });
  const rule = (name: string) => ({
    create: (context: Rule.RuleContext): Rule.RuleListener => ({
      VariableDeclarator: (node) => {
        if (node.id.type === 'Identifier' && node.id.name === name) {
          context.report({ node: node.id, message: name });
        }
      },
    }),
  });
  const messages = linter.verify(
    text,
    {
      files: ['**/*.jsx'],
      plugins: { 'next-slots': { rules: { aa: rule('aa'), bb: rule('bb') } } },
      rules: { 'next-slots/aa': 'error', 'next-slots/bb': 'error' },
      linterOptions: { reportUnusedDisableDirectives: 'error' },
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    },
    { filename: file },
  );
  return {
    left: messages
      .filter(({ ruleId }) => ruleId !== null)
      .map(({ line, column, message }) => `${line}:${column} ${message}`),
    unused: messages
      .filter(({ ruleId }) => ruleId === null)
      .map(({ line, message }) => `${line} ${message.replaceAll('next-slots/', '')}`),
  };
}

const names = fc.constantFrom(
  'next-slots/aa',
  'next-slots/bb',
  'next-slots/aa, next-slots/bb',
  'next-slots/aa -- a reason, next-slots/bb',
  "'next-slots/bb'",
);
const directive = fc
  .tuple(
    fc.constantFrom('disable', 'enable', 'disable-line', 'disable-next-line'),
    names,
    fc.constantFrom('block', 'line', 'lines'),
  )
  .map(([kind, list, style]) => {
    if (style === 'line') return `// eslint-${kind} ${list}\n`;
    return style === 'block' ? `/* eslint-${kind} ${list} */` : `/* eslint-${kind}\n${list} */`;
  });
const piece = fc.oneof(
  directive,
  fc.constantFrom(' { let aa; }', ' { let bb; }', '\n', '// no directive\n', '/* eslint-enable */'),
);

test('reads comments as ESLint does', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const expected = eslints(text);
      const actual = ours(text);
      expect(actual.left).toEqual(expected.left);
      // A directive of several lines that ESLint takes for a mistake is none to us, and an
      // `eslint-enable` without names may belong to rules of others.
      const own = (each: string) =>
        !/spans|should not|^\d+ Unused eslint-enable directive \(no matching eslint-disable directives were found\)/u.test(
          each,
        );
      expect(actual.unused.toSorted()).toEqual(expected.unused.filter(own).toSorted());
    }),
    { numRuns: 500 },
  );
});

describe('comments of our own', () => {
  test.each([
    ['// next-slots-disable-next-line aa\n{ let aa; }', []],
    ['// next-slots-disable-next-line next-slots/aa -- why\n{ let aa; }', []],
    ['// next-slots-disable-next-line\n{ let aa; let bb; }', []],
    ['{ let aa; } // next-slots-disable-line bb', ['1:7 aa']],
    ['/* next-slots-disable */ { let aa; } /* next-slots-enable */ { let bb; }', ['1:68 bb']],
    ['<p>{/* next-slots-disable aa */}</p>; { let aa; }', []],
    ['// next-slots-disable aa\n{ let aa; }', ['2:7 aa']],
    ['// eslint-disable-next-line\n{ let aa; }', ['2:7 aa']],
    ['// eslint-disable-next-line no-undef, other/aa\n{ let aa; }', ['2:7 aa']],
    ['"next-slots-disable"; { let aa; }', ['1:29 aa']],
  ])('%s', (text, left) => {
    expect(ours(text).left).toEqual(left);
  });

  test('are reported where they suppress nothing', () => {
    expect(ours('/* next-slots-disable */\n// next-slots-disable-next-line aa\n').unused).toEqual([
      '1 Unused next-slots-disable directive (no problems were reported).',
      "2 Unused next-slots-disable directive (no problems were reported from 'aa').",
    ]);
    expect(ours('// eslint-disable-next-line no-undef\n').unused).toEqual([]);
  });
});

test('a finding in a file that has no such comments stays', () => {
  const finding = { ...findingsIn('let aa')[0], check: 'aa', file: 'manifest.json' };
  const sources = { ...sourcesOf(''), text: () => '/* eslint-disable next-slots/aa */' };
  const range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
  expect(suppressFindings([{ ...finding, range }], sources).suppressed).toEqual([]);
});
