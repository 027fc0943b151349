import nextSlots from 'eslint-plugin-next-slots';
import { Linter, type Rule } from 'eslint';
import { describe, expect, test } from 'vitest';
import { NextApp } from '../harness/next-app.js';

/** The node types a rule listens to in a file. */
function listensTo(app: NextApp, file: string): string[] {
  const rule = nextSlots.rules['require-slot-default'];
  if (!rule) throw new Error('The plugin has no rule require-slot-default.');
  let visitors: string[] = [];
  const spy: Rule.RuleModule = {
    ...(rule.meta && { meta: rule.meta }),
    create(context) {
      const listeners = rule.create(context);
      visitors = Object.keys(listeners);
      return listeners;
    },
  };
  new Linter({ cwd: app.root }).verify(
    'export default null;',
    [{ files: ['**/*'], plugins: { spied: { rules: { spy } } }, rules: { 'spied/spy': 'error' } }],
    { filename: app.path(file) },
  );
  return visitors;
}

const app = () =>
  new NextApp({
    'package.json': JSON.stringify({ dependencies: { next: '16.4.6' } }),
    'app/layout.js': true,
    'app/@team/page.tsx': true,
  });

describe('a file costs nothing', () => {
  test.each(['lib/button.js', 'application/layout.js', 'pages/layout.js'])(
    'outside the app directory: %s',
    (file) => {
      expect(listensTo(app(), file)).toEqual([]);
    },
  );

  test.each(['app/button.js', 'app/layouts.js', 'app/_lib/helpers.js'])(
    'that can anchor no finding: %s',
    (file) => {
      expect(listensTo(app(), file)).toEqual([]);
    },
  );
});

test('a file is looked at once where there is something to say, and not at all where there is not', () => {
  const broken = app();
  expect(listensTo(broken, 'app/layout.js')).toEqual(['Program']);
  broken.write('app/@team/default.tsx', 'export default null;');
  expect(listensTo(broken, 'app/layout.js')).toEqual([]);
});
