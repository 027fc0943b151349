import type { PlaygroundExample } from '@next-slots/explorer/playground';
import { defineLoader } from 'vitepress';
import { ruleExamples } from '../rule-examples.js';

declare const data: readonly PlaygroundExample[];
export { data };

/** The examples of the rules' pages, read when the site is built. */
export default defineLoader({
  watch: ['../../rules/*.md'],
  load: () => ruleExamples(),
});
