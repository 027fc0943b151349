import {
  configureChecks,
  defineCheck,
  configSchema,
  parse,
  runChecks,
  type App,
  type Check,
  type CheckSelection,
} from '@next-slots/core';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { treeFromFiles } from '../../harness/tree-from-files.js';

/** Reports every segment that has a page, at the page. */
const pageCheck = (
  name: string,
  presets: Check<string, string, typeof options>['presets'],
  severity?: 'warning',
): Check<string, string, typeof options> =>
  defineCheck({
    name,
    description: 'Test',
    presets,
    messages: { found: { message: `${name} of {{segment}}`, help: '' } },
    options,
    fixable: false,
    hasSuggestions: false,
    anchors: ['page'],
    *run({ segment }) {
      if (segment.files.page === undefined) return;
      const folder = segment.path === '' ? '' : `${segment.path}/`;
      yield {
        messageId: 'found',
        data: { segment: segment.path },
        impact: 'future',
        severity,
        file: `${folder}page.tsx`,
      };
    },
  });
const options = v.strictObject({ inherit: v.optional(v.boolean(), true) });

const registry = [
  pageCheck('zebra', { recommended: 'error', strict: 'error' }),
  pageCheck('apple', {
    recommended: { severity: 'warning', options: { inherit: false } },
    strict: 'error',
  }),
  pageCheck('quiet', {}),
];

const configured = (selection: CheckSelection) => {
  const result = configureChecks(selection, registry);
  return result.ok
    ? result.value.map(({ check, severity, options }) => [check.name, severity, options])
    : result.problems;
};

describe('configureChecks', () => {
  test('starts from recommended', () => {
    expect(configured({})).toEqual([
      ['zebra', 'error', { inherit: true }],
      ['apple', 'warning', { inherit: false }],
    ]);
  });

  test('takes another preset', () => {
    expect(configured({ preset: 'strict' })).toEqual([
      ['zebra', 'error', { inherit: true }],
      ['apple', 'error', { inherit: true }],
    ]);
  });

  test('lets a rule say the level, and the options where it names some', () => {
    expect(
      configured({
        rules: { zebra: 'off', apple: 'error', quiet: ['warn', { inherit: false }] },
      }),
    ).toEqual([
      ['apple', 'error', { inherit: false }],
      ['quiet', 'warning', { inherit: false }],
    ]);
    expect(configured({ rules: { apple: ['error', {}] } })).toContainEqual([
      'apple',
      'error',
      { inherit: true },
    ]);
  });

  test('says what is wrong, with the nearest name', () => {
    expect(
      configured({ rules: { zebar: 'off', apple: ['warn', { inherit: 1, inhrit: true }] } }),
    ).toEqual([
      'rules: there is no rule "zebar", did you mean "zebra"?',
      'rules.apple: inherit: must be boolean, not 1',
      'rules.apple: there is no option "inhrit", did you mean "inherit"?',
    ]);
  });

  test('takes no name from Object.prototype', () => {
    expect(configured({ rules: Object.fromEntries([['constructor', 'off' as const]]) })).toEqual([
      'rules: there is no rule "constructor".',
    ]);
  });
});

test('an invalid configuration is explained in sentences', () => {
  const parseConfig = (input: unknown) => parse(configSchema, input);
  const rules = { a: 'off', b: ['warn'], c: ['error', { inherit: false }] };
  expect(parseConfig({ rules })).toEqual({ ok: true, value: { rules } });
  expect(parseConfig({ nextVersoin: '16', preset: 'strikt', rules: { a: 'loud' } })).toEqual({
    ok: false,
    problems: [
      'preset: must be "recommended" | "strict", not "strikt"',
      'rules.a: must be "off", "warn" or "error", or a list of one of these and the options',
      'there is no option "nextVersoin", did you mean "nextVersion"?',
    ],
  });
  expect(parseConfig([])).toEqual({ ok: false, problems: ['must be Object, not Array'] });
});

test('what a check calls a warning is one in a preset, and has the level that a user sets', () => {
  const mild = pageCheck('mild', { recommended: 'error' }, 'warning');
  const levels = (selection: CheckSelection) => {
    const result = configureChecks(selection, [mild]);
    if (!result.ok) throw new Error(result.problems.join('\n'));
    return runChecks(appOf(['page.tsx']), result.value).map(({ severity }) => severity);
  };
  expect(levels({})).toEqual(['warning']);
  expect(levels({ rules: { mild: 'error' } })).toEqual(['error']);
  expect(levels({ rules: { mild: ['warn', {}] } })).toEqual(['warning']);
});

test('runChecks orders findings by file and check, whatever the order of both', () => {
  const app = appOf(['z/page.tsx', 'b/page.tsx', 'B/page.tsx', 'page.tsx']);
  const result = configureChecks({}, registry);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  expect(
    runChecks(app, result.value).map(({ file, check, severity }) => [file, check, severity]),
  ).toEqual([
    ['B/page.tsx', 'apple', 'warning'],
    ['B/page.tsx', 'zebra', 'error'],
    ['b/page.tsx', 'apple', 'warning'],
    ['b/page.tsx', 'zebra', 'error'],
    ['page.tsx', 'apple', 'warning'],
    ['page.tsx', 'zebra', 'error'],
    ['z/page.tsx', 'apple', 'warning'],
    ['z/page.tsx', 'zebra', 'error'],
  ]);
});

function appOf(files: readonly string[]): App {
  return {
    tree: treeFromFiles(files),
    next: { version: '16.4.6', bundler: 'turbopack' },
    settings: {},
    sources: { text: () => '', facts: () => undefined, template: () => undefined },
  };
}
