import { describe, expect, test } from 'vitest';
import { findingsOf, pointers, type AppFiles } from '../../harness/findings.js';

const check = 'valid-default-export';
const report = (file: string, text: string) => {
  const files: AppFiles = { 'layout.tsx': true, 'dash/layout.tsx': true, [file]: text };
  return pointers(findingsOf(check, files), files);
};

const conventions = ['default', 'page', 'layout', 'loading', 'error'];

test.each(conventions)('%s without a default export', (name) => {
  expect(report(`dash/@team/${name}.tsx`, 'export const x = 1;\n')).toEqual([
    'missing at export const x = 1;',
  ]);
});

test.each(conventions)('%s with something that is no component', (name) => {
  expect(report(`dash/@team/${name}.tsx`, 'export default { a: 1 };\n')).toEqual([
    'noComponent at default',
  ]);
});

test('says what is lost, and where', () => {
  const files: AppFiles = {
    'layout.tsx': true,
    'dash/layout.tsx': true,
    'dash/@team/(g)/[id]/page.tsx': 'export const Page = () => null;\n',
  };
  expect(findingsOf(check, files)).toMatchObject([
    {
      file: 'dash/@team/(g)/[id]/page.tsx',
      segment: '/dash',
      slot: '@team',
      urls: ['/dash/[id]'],
      impact: 'build-error',
      message: 'This file has no default export, so `@team` has nothing to render at `/dash/[id]`.',
    },
  ]);
});

describe('silent', () => {
  test.each([
    ['function', 'export default function P() { return null; }'],
    ['arrow', 'export default () => null;'],
    ['class', 'import { Component } from "react";\nexport default class P extends Component {}'],
    ['as default', 'function P() { return null; }\nexport { P as default };'],
    ['memo', 'import { memo } from "react";\nexport default memo(() => null);'],
    ['re-exported', "export { default } from '../page';"],
    ['imported', "import P from './p';\nexport default P;"],
    [
      'the result of some call',
      "import dynamic from 'next/dynamic';\nexport default dynamic(() => import('./p'));",
    ],
    ['CommonJS', 'module.exports = function P() { return null; };'],
    ['a text that does not parse', 'export const = 1'],
  ])('%s', (_name, text) => {
    expect(report('dash/@team/page.tsx', text)).toEqual([]);
  });

  test.each([
    ['a file outside every slot', 'dash/page.tsx'],
    ['a file that Next does not render', 'dash/@team/helper.tsx'],
    ['MDX', 'dash/@team/page.mdx'],
  ])('%s', (_name, file) => {
    expect(report(file, 'export const x = 1;\n')).toEqual([]);
  });
});
