import { markdownCode, markdownText, notificationText } from '@next-slots/core';
import markdownIt from 'markdown-it';
import { expect, test } from 'vitest';

test.each([
  ['team', '`team`'],
  ['a`b', '``a`b``'],
  ['``', '``` `` ```'],
  ['`![x](https:/evil)', '`` `![x](https:/evil) ``'],
  [' a', '`  a `'],
  ['a\n\n# b', '`a\\u{a}\\u{a}# b`'],
])('%j is code that nothing in it ends', (name, code) => {
  expect(markdownCode(name)).toBe(code);
});

test('a name as text has no meaning to Markdown', () => {
  expect(markdownText('**a** ![x](y) <img> `c` $(icon) &lt;')).toBe(
    '\\*\\*a\\*\\* \\!\\[x\\](y) \\<img\\> \\`c\\` \\$(icon) \\&lt;',
  );
  expect(markdownText('a\n# b')).toBe('a\\\\u\\{a\\}\\# b');
});

test('a name as text is no link, also where bare addresses are', () => {
  expect(markdownText('www.evil.example')).toBe('www\\.evil\\.example');
  expect(markdownText('a/page.tsx')).toBe('a/page.tsx');
  for (const name of ['me@evil.com', 'https://evil.com', 'mailto:me@evil.com']) {
    const withLinks = markdownIt({ linkify: true });
    expect(withLinks.renderInline(name)).toContain('<a ');
    expect(withLinks.renderInline(markdownText(name))).toBe(name);
  }
});

test('a notification holds no link', () => {
  expect(notificationText('[run](command:x)\n')).toBe('[run] (command:x)\\u{a}');
});
