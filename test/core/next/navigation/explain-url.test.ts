import { explainUrl, matchesOf } from '@next-slots/core';
import { expect, test } from 'vitest';

import { appFrom } from '../../../harness/findings.js';

const gallery = matchesOf(
  appFrom({
    'layout.tsx': true,
    'page.tsx': true,
    'photo/layout.tsx': true,
    'photo/page.tsx': true,
    'photo/[id]/page.tsx': true,
    'photo/@modal/default.tsx': true,
    'photo/@modal/(.)[id]/page.tsx': true,
  }),
);

/** The slots of /photo that stand after the visits only because they stood there before. */
function keptAt(url: string, ...from: readonly string[]): readonly string[] {
  const explanation = explainUrl(gallery, url, from);
  if ('unknown' in explanation) throw new Error(explanation.unknown);
  return [...explanation.kept]
    .filter(({ segment }) => segment === '/photo')
    .map(({ slot }) => slot);
}

test('an intercepted link keeps the page below the modal', () => {
  expect(keptAt('/photo/5', '/photo')).toEqual(['children']);
});

test('a link from one modal to the next shows the modal anew', () => {
  expect(keptAt('/photo/7', '/photo', '/photo/5')).toEqual(['children']);
});

test('a link out of the modal leaves it open where the slot has no page', () => {
  expect(keptAt('/photo', '/photo/7', '/photo/5')).toEqual(['@modal']);
});

test('a hard navigation keeps nothing', () => {
  expect(keptAt('/photo/5')).toEqual([]);
});
