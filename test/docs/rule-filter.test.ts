import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  filterRules,
  type RuleEntry,
  type RuleFilter,
} from '../../docs/.vitepress/theme/rule-filter.js';
import { workspace } from '../harness/packed.js';

const { rules, versions } = JSON.parse(
  readFileSync(join(workspace, 'docs/.vitepress/rules.json'), 'utf8'),
) as { readonly rules: readonly RuleEntry[]; readonly versions: readonly string[] };

const namesFor = (filter: Partial<RuleFilter>) =>
  filterRules(rules, { text: '', preset: '', fix: '', version: '', ...filter }).map(
    ({ name }) => name,
  );

test('without a choice every rule is shown', () => {
  expect(namesFor({})).toHaveLength(rules.length);
});

test('a preset shows the rules that it turns on', () => {
  expect(namesFor({ preset: 'recommended' })).not.toContain('no-conditional-slot');
  expect(namesFor({ preset: 'strict' })).toContain('no-conditional-slot');
});

test('a version shows the rules that report something in it', () => {
  expect(versions).toContain('15');
  expect(namesFor({ version: '15' })).not.toContain('no-segment-config-conflict');
  expect(namesFor({ version: '16.4' })).toContain('no-segment-config-conflict');
});

test('a kind of fix shows the rules that have it', () => {
  expect(namesFor({ fix: 'fixable' })).toContain('require-slot-default');
  expect(namesFor({ fix: 'none' })).not.toContain('require-slot-default');
});

test('words in any order search names and descriptions', () => {
  expect(namesFor({ text: 'DEFAULT slot every' })).toEqual(['require-slot-default']);
  expect(namesFor({ text: 'no such rule' })).toEqual([]);
});
