import { expect, test } from 'vitest';
import { acceptedAt, appOf, offerAt } from '../../../harness/cursor.js';

const app = appOf(['layout.tsx', '@team/page.tsx', '@data-grid/page.tsx']);

function accept(body: string): Record<string, string> {
  const before = 'export default function L(props) { ';
  const accepted = acceptedAt(app, 'layout.tsx', `${before}${body} }`);
  return Object.fromEntries(
    Object.entries(accepted).map(([name, text]) => [name, text.slice(before.length, -2)]),
  );
}

test.each([
  ['nothing typed', 'return props.‸;', 'return props.team;', "return props['data-grid'];"],
  ['a prefix', 'return props.t‸;', 'return props.team;', "return props['data-grid'];"],
  ['the cursor inside', 'return props.t‸m;', 'return props.team;', "return props['data-grid'];"],
  ['an optional chain', 'return props?.‸;', 'return props?.team;', "return props?.['data-grid'];"],
  [
    'JSX',
    'return <b>{props.‸}</b>;',
    'return <b>{props.team}</b>;',
    "return <b>{props['data-grid']}</b>;",
  ],
  [
    'an attribute',
    'return <A a={props.‸} />;',
    'return <A a={props.team} />;',
    "return <A a={props['data-grid']} />;",
  ],
  ['a new line', 'return props\n  .‸;', 'return props\n  .team;', "return props\n  ['data-grid'];"],
  [
    'a statement behind it',
    'props.‸\n return 1;',
    'props.team\n return 1;',
    "props['data-grid']\n return 1;",
  ],
  [
    'a word behind it',
    'props.‸\n const x = 1;',
    'props.team\n const x = 1;',
    "props['data-grid']\n const x = 1;",
  ],
])('is completed with %s', (_, body, team, grid) => {
  expect(accept(body)).toEqual({ team, 'data-grid': grid });
});

test('is compared with what stands there, the dot included where it is replaced', () => {
  const marked = 'export default function L(props) { return props.da‸; }';
  const filters = offerAt(app, 'layout.tsx', marked).entries.map((each) => each.filterText);
  expect(filters).toEqual(['.data-grid', 'team']);
});

test('is completed behind this.props', () => {
  const marked = `import { Component } from 'react';
export default class L extends Component {
  render() { return this.props.‸; }
}`;
  expect(Object.keys(acceptedAt(app, 'layout.tsx', marked))).toEqual(['data-grid', 'team']);
});

test.each([
  ['behind another object', 'return other.‸;'],
  ['two dots deep', 'return props.team.‸;'],
  ['on the object', 'return pro‸ps.team;'],
  ['behind a comment', 'return props./* ‸ */team;'],
  ['where props mean something else', 'return rows.map((props) => props.‸);'],
])('offers nothing %s, and does not open the app', (_, body) => {
  const marked = `export default function L(props) { ${body} }`;
  expect(offerAt(app, 'layout.tsx', marked)).toEqual({ entries: [], extents: [] });
});
