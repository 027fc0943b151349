import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { brokenSlot, CliApp } from '../harness/cli-app.js';
import { runProcess } from '../harness/next-app.js';
import { link, workspace } from '../harness/packed.js';

/** The command line in an app of its own, with oxc-parser as it is where nothing optional is installed. */
function installed(): { app: CliApp; cli: (...args: string[]) => ReturnType<typeof runProcess> } {
  const app = new CliApp({
    ...brokenSlot,
    // A layout that plainly takes its slots is not parsed.
    'app/dash/layout.tsx':
      'const Layout = (props) => [props.children, props.team];\nexport default Layout;\n',
  });
  const modules = app.path('node_modules');
  const packed = join(inject('packed'), 'next-slots');
  cpSync(packed, join(modules, 'next-slots'), {
    recursive: true,
    filter: (file) => file !== join(packed, 'node_modules'),
  });
  const dependencies = join(workspace, 'packages', 'cli', 'node_modules');
  link(join(dependencies, 'jiti'), join(modules, 'jiti'));
  cpSync(join(dependencies, 'oxc-parser'), join(modules, 'oxc-parser'), {
    recursive: true,
    dereference: true,
    filter: (file) => !file.endsWith('.wasm'),
  });
  const entry = join(modules, 'next-slots', 'dist', 'main.js');
  return {
    app,
    cli: (...args) => runProcess(process.execPath, [entry, ...args], { cwd: app.root }),
  };
}

test.each(['check', 'fix'])(
  '%s says what to install where the native part of the parser is missing',
  async (command) => {
    const { app, cli } = installed();
    const { code, stdout, stderr } = await cli(command);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(
        /^The parser of next-slots, oxc-parser, cannot be loaded: @oxc-parser\/binding-\S+ is not installed\.$/u,
      ),
      'It is an optional dependency, one for each system and processor. Install it on this system, without --omit=optional or --no-optional.',
    ]);
    expect(existsSync(app.path('app/dash/@team/default.tsx'))).toBe(false);
  },
);

test('says why the native part of the parser does not load', async () => {
  const { app, cli } = installed();
  const name = /@oxc-parser\/binding-[a-z\d-]+/u.exec((await cli('check')).stderr)?.[0] ?? '';
  app.write(`node_modules/${name}/package.json`, '{ "main": "index.js" }');
  app.write(`node_modules/${name}/index.js`, "throw new Error('GLIBC_2.99 not found');");
  const { code, stderr } = await cli('check');
  expect(code).toBe(2);
  expect(stderr.trim()).toBe(
    'The parser of next-slots, oxc-parser, cannot be loaded: GLIBC_2.99 not found',
  );
});
