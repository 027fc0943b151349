import { surelyExportsFunction } from '@next-slots/core';
import { expect, test } from 'vitest';

test.each([
  ['export default function Page() {}', true],
  ["'use client';\n\nexport default async function Page() {}", true],
  ['/* Shown first. */\nexport default function () {}', true],
  ['export default function* pages() {}', false],
  ['export default function *pages() {}', false],
  ['export default () => null;', false],
  ['export default functions;', false],
  ['/*\nexport default function Page() {}\n*/', false],
  ['const text = `\nexport default function Page() {}\n`;', false],
  ['// export default function Page() {}', false],
  ['export function Page() {}', false],
])('%j: %s', (text, expected) => {
  expect(surelyExportsFunction(text)).toBe(expected);
});
