import { expect, test } from 'vitest';
import { acceptedAt, appOf, offerAt } from '../../../harness/cursor.js';

const app = appOf(['layout.tsx', "@it's/page.tsx", '@data-grid/page.tsx']);

test('is completed between the quotes', () => {
  const marked = "export default function L(props) { return props['d‸x']; }";
  expect(acceptedAt(app, 'layout.tsx', marked)).toEqual({
    'data-grid': "export default function L(props) { return props['data-grid']; }",
    "it's": "export default function L(props) { return props['it\\'s']; }",
  });
});

test('takes up to the cursor where the closing quote is missing', () => {
  const marked = 'export default function L(props) { return props["da‸]; }';
  expect(acceptedAt(app, 'layout.tsx', marked)['data-grid']).toBe(
    'export default function L(props) { return props["data-grid]; }',
  );
});

test.each([
  ['behind the literal', "return props['a'‸];"],
  ['in a literal of something else', "return other['‸'];"],
])('offers nothing %s', (_, body) => {
  const marked = `export default function L(props) { ${body} }`;
  expect(offerAt(app, 'layout.tsx', marked)).toEqual({ entries: [], extents: [] });
});
