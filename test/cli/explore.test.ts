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

/** What a server tells as things happen, until the test ends. */
async function listen(events: URL) {
  const stop = new AbortController();
  onTestFinished(() => {
    stop.abort();
  });
  const { body } = await fetch(events, { signal: stop.signal });
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    text: () => text,
    heard: async (word: string) => {
      while (!text.includes(word)) text += (await reader?.read())?.value ?? '';
    },
  };
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
  const page = await get(url);
  expect(page.text).toContain('dash/@team/page.tsx');
  const revision = /data-revision="(?<revision>\d+)"/u.exec(page.text)?.groups?.['revision'] ?? '';

  const events = new URL(`events?revision=${revision}`, url);
  const first = await listen(events);
  app.write('app/news/page.tsx', true);
  await first.heard('event: change');
  // That and nothing else: a large app is not sent again for one file.
  const [told] = first.text().split('\n\n');
  expect(told).toBe('event: change\ndata: {"name":"app","added":["news/page.tsx"]}');
  // A page that was served before the change, and listens after it.
  const late = await listen(events);
  await late.heard('news/page.tsx');
  expect(late.text()).toMatch(/^event: apps\n/u);

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
