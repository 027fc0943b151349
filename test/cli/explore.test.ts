import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { brokenSlot, cliEntry, CliApp } from '../harness/cli-app.js';

/** Runs `next-slots explore` until the test ends. */
async function explore(app: CliApp, args: readonly string[] = []) {
  const child = spawn(process.execPath, [cliEntry(), 'explore', '--no-open', ...args], {
    cwd: app.root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+\/\S+\//u.exec(line)?.[0];
    if (url !== undefined) return { child, url: new URL(url) };
  }
  throw new Error('It printed no address.');
}

/** What a request is answered with. */
function get(url: URL, host = url.host): Promise<{ status: number; text: string; policy: string }> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        const policy = String(response.headers['content-security-policy']);
        resolve({ status: response.statusCode ?? 0, text, policy });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('serves its page and nothing else, to those who know the address', async () => {
  const app = new CliApp(brokenSlot);
  const { url } = await explore(app);
  const page = await get(url);
  expect(page.status).toBe(200);
  expect(page.text).not.toMatch(/<script>|<style>/u);
  expect(page.policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect((await get(new URL('explorer.js', url))).status).toBe(200);

  const findings = await get(new URL('findings?app=app&next=15.5.29&bundler=webpack', url));
  expect(findings.text).toContain('require-slot-default');

  for (const path of ['/', '/x/', '../', 'package.json', '..%2fpackage.json', 'findings?app=x']) {
    expect.soft((await get(new URL(path, url))).status, path).toBe(404);
  }
  // A page of somebody else whose name was made to lead here.
  expect((await get(url, `evil.example:${url.port}`)).status).toBe(404);
});

test('shows what check reports: not what the configuration or a comment leaves out', async () => {
  const ignored = '{ "ignore": ["app/dash/**"] }';
  const app = new CliApp({ ...brokenSlot, 'next-slots.config.json': ignored });
  const { url } = await explore(app);
  const found = await get(new URL('findings?app=app&next=16.4.6&bundler=turbopack', url));
  expect(JSON.parse(found.text)).toMatchObject({ findings: [] });
});

test('follows file changes, and stops on request', async () => {
  const app = new CliApp(brokenSlot);
  const { child, url } = await explore(app);
  const stop = new AbortController();
  const events = await fetch(new URL('events', url), { signal: stop.signal });
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const heard = async (word: string) => {
    while (!text.includes(word)) text += (await reader?.read())?.value ?? '';
  };
  await heard('dash/@team/page.tsx');
  app.write('app/news/page.tsx', true);
  // That and nothing else: a large app is not sent again for one file.
  await heard('event: change\ndata: {"name":"app","added":["news/page.tsx"]}\n');
  stop.abort();

  const ended = once(child, 'exit');
  child.kill('SIGINT');
  if (process.platform !== 'win32') expect(await ended).toEqual([0, null]);
});

test('an unknown editor is rejected', async () => {
  const app = new CliApp(brokenSlot);
  const { code, stderr } = await app.cli([
    'explore',
    '--no-open',
    '--editor',
    'javascript:alert(1)',
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('--editor: use vscode,');
});
