import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = new URL('../../../packages/core/src/node/matrix-page/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, page), 'utf8');

test.each(['style.css', 'script.js', 'template.html'])(
  'page-text.ts holds %s as it is: else run `pnpm run generate`',
  (name) => {
    expect(read('page-text.ts').includes(`= ${JSON.stringify(read(name))};`)).toBe(true);
  },
);
