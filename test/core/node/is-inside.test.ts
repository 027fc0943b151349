import { isInside } from '@next-slots/core/node';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const app = resolve('/project/app');

test.each(['', 'page.tsx', 'shop/page.tsx', '..drafts/page.tsx', '...', '..'.repeat(2)])(
  'app/%s lies in app',
  (path) => {
    expect(isInside(join(app, path), app)).toBe(true);
  },
);

test.each(['..', '../page.tsx', '../app2/page.tsx', '../../x', '../..drafts/page.tsx'])(
  'app/%s does not',
  (path) => {
    expect(isInside(resolve(app, path), app)).toBe(false);
  },
);

test('everything lies in the root folder', () => {
  expect(isInside(app, resolve('/'))).toBe(true);
});
