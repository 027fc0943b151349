import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PlaygroundExample } from '@next-slots/explorer/playground';
import { examplesOf, type Example } from '../../test/docs/rule-page.js';
import type { RuleEntry } from './theme/rule-filter.js';

const { rules } = JSON.parse(readFileSync(join(import.meta.dirname, 'rules.json'), 'utf8')) as {
  readonly rules: readonly RuleEntry[];
};
const pages = join(import.meta.dirname, '..', 'rules');

/** The first failing example of each rule, for the playground's list. */
export function ruleExamples(): readonly PlaygroundExample[] {
  return readdirSync(pages)
    .filter((name) => name !== 'index.md')
    .flatMap((name) => {
      const rule = basename(name, '.md');
      const examples = examplesOf(readFileSync(join(pages, name), 'utf8'));
      const failing = examples.find(({ verdict, links }) => {
        // No tree of names can hold a symbolic link.
        return verdict === 'fails' && Object.keys(links).length === 0;
      });
      return failing ? [playgroundExample(rule, failing)] : [];
    });
}

/** An example of a rule's page as the playground takes it; it opens at a URL that the rule reports. */
export function playgroundExample(rule: string, example: Example): PlaygroundExample {
  const url = /`(?<url>\/[^`\s]*)`/u.exec(example.reports[0] ?? '')?.groups?.['url'];
  const files = Object.entries(example.files).map(([path, text]): [string, string] => [
    path,
    text === true ? '' : text,
  ]);
  return {
    name: rule,
    title: rule,
    fragment: url === undefined ? '#' : `#url=${url}`,
    files: { ...configFor(rule, example), ...Object.fromEntries(files) },
  };
}

/** What turns a rule on that `recommended` leaves out, or gives it the options of the example. */
function configFor(rule: string, { options }: Example): Record<string, string> {
  const isOn = rules.some((each) => each.name === rule && each.recommended !== 'off');
  if (isOn && Object.keys(options).length === 0) return {};
  const config = { rules: { [rule]: ['error', options] } };
  return { 'next-slots.config.json': `${JSON.stringify(config, undefined, 2)}\n` };
}
