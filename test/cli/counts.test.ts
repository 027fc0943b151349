/** What is counted: causes, what `fix` clears, and what a baseline accepts. */
import { expect, test } from 'vitest';
import { CliApp } from '../harness/cli-app.js';
import type { Report } from '../../packages/cli/src/public/report.js';

const layout = (...props: readonly string[]) =>
  `export default function Layout({ ${props.join(', ')} }) {\n  return [${props.join(', ')}];\n}\n`;
const names = ['a', 'b', 'c'];
const pages = Object.fromEntries(names.map((name) => [`app/${name}/page.tsx`, true] as const));
const root = { 'app/layout.tsx': layout('children'), 'app/page.tsx': true } as const;

/** An app with one cause of each kind: the rule at the cause, and the files that it breaks elsewhere. */
const causes: Readonly<
  Record<string, { rule: string; related: readonly string[]; files: Record<string, string | true> }>
> = {
  slot: {
    rule: 'require-slot-default',
    related: names.map((name) => `app/${name}/page.tsx`),
    files: {
      ...pages,
      'app/layout.tsx': layout('children', 'team'),
      'app/page.tsx': true,
      'app/@team/page.tsx': true,
    },
  },
  children: {
    rule: 'require-children-default',
    related: names.map((name) => `app/shop/@side/${name}/page.tsx`),
    files: {
      ...root,
      'app/shop/layout.tsx': layout('children', 'side'),
      'app/shop/page.tsx': true,
      'app/shop/@side/default.tsx': true,
      ...Object.fromEntries(
        names.map((name) => [`app/shop/@side/${name}/page.tsx`, true] as const),
      ),
    },
  },
  orphan: {
    rule: 'no-orphan-slot',
    related: ['app/x/@b/default.tsx'],
    files: { ...root, 'app/x/@a/page.tsx': true, 'app/x/@b/default.tsx': true },
  },
  prop: {
    rule: 'match-slot-props',
    related: [],
    files: {
      ...root,
      'app/dash/layout.tsx': layout('children', 'teem'),
      'app/dash/page.tsx': true,
      'app/dash/@team/default.tsx': true,
    },
  },
};

/** All of them in one repository, each at a folder of its own. */
function monorepo(): CliApp {
  const manifest = JSON.stringify({ dependencies: { next: '16.4.6' } });
  const files = Object.entries(causes).flatMap(([name, { files: ofApp }]) => [
    [`apps/${name}/package.json`, manifest] as const,
    ...Object.entries(ofApp).map(([file, text]) => [`apps/${name}/${file}`, text] as const),
  ]);
  return new CliApp(Object.fromEntries(files));
}

const key = ({ check, file, slot }: Report['findings'][number]) => `${check} ${file} ${slot ?? ''}`;

test('one cause is one finding, and fix clears as many as the summary says', async () => {
  const app = monorepo();
  const before = (await app.json(['check'])) as Report;
  const found = before.findings.map(({ check, file, related }) => ({
    app: file.split('/')[1],
    check,
    related: related.map((each) => each.file),
  }));
  expect(found.sort((a, b) => ((a.app ?? '') < (b.app ?? '') ? -1 : 1))).toEqual(
    Object.entries(causes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { rule, related }]) => ({
        app: name,
        check: rule,
        related: related.map((file) => `apps/${name}/${file}`),
      })),
  );

  const { stdout } = await app.cli(['check']);
  const cleared = Number(/npx next-slots fix to fix (\d+) of them/u.exec(stdout)?.[1]);
  const left = Number(/(\d+) left to fix by hand/u.exec(stdout)?.[1]);
  expect(cleared + left).toBe(before.findings.length);
  expect(cleared).toBe(before.findings.filter(({ edits }) => edits.length > 0).length);

  await app.cli(['fix', '--yes']);
  const after = (await app.json(['check'])) as Report;
  expect(after.findings.map(key)).toEqual(
    before.findings.filter(({ edits }) => edits.length === 0).map(key),
  );
  expect(after.findings).toHaveLength(left);
});

test('an app with 200 findings is accepted as it is, and a new one fails', async () => {
  const folders = Array.from({ length: 200 }, (_, index) => `app/d${index}`);
  const app = new CliApp({
    ...root,
    ...Object.fromEntries(
      folders.flatMap((folder): [string, string | true][] => [
        [`${folder}/layout.tsx`, layout('children', 'teem')],
        [`${folder}/page.tsx`, true],
        [`${folder}/@team/default.tsx`, true],
      ]),
    ),
  });
  const { findings } = (await app.json(['check'])) as Report;
  expect(findings).toHaveLength(200);
  expect(await app.cli(['check', '--suppress-all', '--quiet'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(
      'No problems found.\n  200 existing errors suppressed.',
    ) as string,
  });

  // One is fixed, one is new, and one is accepted by a comment in place of the file.
  app.write('app/d0/layout.tsx', layout('children', 'team'));
  app.write('app/d1/layout.tsx', layout('children', 'teem', 'toem'));
  app.write('app/d2/layout.tsx', `/* next-slots-disable */\n${layout('children', 'teem')}`);
  const { stdout, code } = await app.cli(['check', '--quiet', '--format', 'compact']);
  expect(stdout.split('\n').map((line) => line.split(':')[0])).toEqual([
    'app/d1/layout.tsx',
    'app/d1/layout.tsx',
    '',
  ]);
  expect(code).toBe(2);
  await app.cli(['check', '--prune-suppressions']);
  const accepted = JSON.parse(app.read('next-slots-suppressions.json')) as object;
  expect(Object.keys(accepted)).toHaveLength(198);
  expect(await app.cli(['check', '--quiet'])).toMatchObject({ code: 1 });
});
