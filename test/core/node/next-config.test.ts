import { parseNextConfig } from '@next-slots/core/node';
import { expect, test } from 'vitest';

test.each([
  ['module.exports = { pageExtensions: [\'tsx\', "mdx"] }', { pageExtensions: ['tsx', 'mdx'] }],
  [
    "const c: NextConfig = { 'pageExtensions': ['page.tsx',], output: 'export' };",
    { pageExtensions: ['page.tsx'], output: 'export' },
  ],
  ['// pageExtensions: ["no"]\nexport default { /* pageExtensions: ["no"] */ };', {}],
  ['export default { description: \'pageExtensions: ["no"]\' };', {}],
  ['export default { pageExtensions: extensions };', {}],
  ["export default { pageExtensions: ['tsx', ...more] };", {}],
  ["export default { webpack: (c) => { c.output = { path: 'export' }; return c; } };", {}],
  ['export default { deprecated: { looseRouteMatching: true } };', { looseRouteMatching: true }],
  ['export default { pageExtensions: [', {}],
  ['', {}],
])('%s', (text, expected) => {
  expect(parseNextConfig(text)).toEqual(expected);
});
