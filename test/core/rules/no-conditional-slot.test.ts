import { expect, test } from 'vitest';
import { findingsOf, pointers, type AppFiles, wordsOf } from '../../harness/findings.js';

const check = 'no-conditional-slot';

function report(body: string): string[] {
  const files: AppFiles = {
    'layout.tsx': `export default function Layout({ children, admin, user }) {\n${body}\n}\n`,
    '@admin/page.tsx': true,
    '@user/page.tsx': true,
  };
  // Which of the two messages it is has a test of its own.
  return pointers(findingsOf(check, files), files).map((each) => each.replace('ByUser', ''));
}

test('names both sides', () => {
  const files: AppFiles = {
    'layout.tsx': 'export default ({ admin, user }) => (isAdmin() ? admin : user);',
    '@admin/page.tsx': true,
    '@user/page.tsx': true,
  };
  expect(findingsOf(check, files)).toMatchObject([
    {
      slot: '@admin',
      impact: 'silent',
      message: expect.stringContaining(
        'This layout renders `@admin` or `@user` depending on the user',
      ) as string,
    },
  ]);
});

test.each([
  ['?:', 'return role ? admin : user;', 'role'],
  ['if and else', 'if (role) { return admin; } else { return user; }', 'role'],
  ['an early return', 'if (role) return admin;\nreturn user;', 'role'],
  ['switch', 'switch (role) { case 1: return admin; default: return user; }', 'role'],
  ['&& and its opposite', 'return <>{role && admin}{!role && user}</>;', 'role'],
  [
    'a comparison and its opposite',
    "return <>{role === 'admin' && admin}{role !== 'admin' && user}</>;",
    "role === 'admin'",
  ],
  [
    'what is waited for and its opposite',
    'return <>{(await isAdmin()) && admin}{!(await isAdmin()) && user}</>;',
    'await isAdmin()',
  ],
  ['something twice denied', 'return <>{!!role && admin}{!role && user}</>;', '!!role'],
  ['two at once and their opposite', 'return <>{a && b && admin}{!(a && b) && user}</>;', 'a && b'],
  ['?: and its opposite', 'return <>{role ? admin : null}{role ? null : user}</>;', 'role'],
  ['if and its opposite', 'if (role) out.push(admin);\nif (!role) out.push(user);', 'role'],
  [
    'a case behind one that runs on',
    'switch (role) { case 1: out.push(admin); case 2: break; default: out.push(user); }',
    'role',
  ],
  ['children or a slot', 'return role ? children : user;', 'role'],
  ['a shared part on both sides', 'return role ? [children, admin] : [children, user];', 'role'],
  ['a chain, once', 'return role === 1 ? admin : role === 2 ? user : children;', 'role === 1'],
])('%s', (_name, body, word) => {
  expect(report(body)).toEqual([`either at ${word}`]);
});

test.each([
  ['both', 'return [admin, user];'],
  ['one or nothing', 'return <>{role && admin}{user}</>;'],
  [
    'two conditions that have nothing to do with each other',
    'return <>{a && admin}{b && user}</>;',
  ],
  [
    'two comparisons that may hold both or neither',
    'return <>{a === 1 && admin}{a !== 2 && user}{b !== 1 && children}</>;',
  ],
  [
    'the same words about something else',
    'return <>{as.map((a) => a && admin)}{bs.map((a) => !a && user)}</>;',
  ],
  ['the opposite of a part', 'return <>{!a || b ? admin : null}{a || b ? user : null}</>;'],
  [
    'a case that runs on into the next',
    'switch (role) { case 1: out.push(admin); case 2: out.push(user); }',
  ],
  ['a slot more', 'return role ? <>{children}{admin}</> : children;'],
  ['the same on both sides', 'return role ? <b>{admin}</b> : admin;'],
  ['something else instead', 'if (!role) return <Login />;\nreturn [admin, user];'],
])('silent: %s', (_name, body) => {
  expect(report(body)).toEqual([]);
});

test.each([
  ['user', 'eitherByUser'],
  ['!session?.user', 'eitherByUser'],
  ["role === 'admin'", 'eitherByUser'],
  ['await isLoggedIn()', 'eitherByUser'],
  ['customer', 'eitherByUser'],
  ['flags.newHome', 'either'],
  ['author', 'either'],
  ['isMobile', 'either'],
])('says whom it concerns where %s decides', (test, messageId) => {
  const files: AppFiles = {
    'layout.tsx': `export default async ({ a, b }) => (${test} ? a : b);`,
    '@a/page.tsx': true,
    '@b/page.tsx': true,
  };
  const [finding] = findingsOf(check, files);
  expect(finding?.messageId).toBe(messageId);
  expect(wordsOf(finding)).toMatch(/Next\.js runs (?:both )?and sends both/u);
});
