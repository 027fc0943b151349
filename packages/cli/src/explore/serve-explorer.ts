import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  servedPage,
  type AppChange,
  type ExplorerApp,
  type Target,
  type TargetFindings,
} from '@next-slots/explorer';
import { script, style } from '@next-slots/explorer/assets';
import { errorCode } from '@next-slots/core/node';
import { UsageError } from '../command-line/usage-error.js';

/** What is served. */
export interface ExplorerData {
  /** 0 for a free one. */
  readonly port: number;
  /** The apps as they now stand. */
  readonly apps: () => readonly ExplorerApp[];
  /** What the checks find in an app with another Next.js version; undefined where there is no such app. */
  readonly findings: (app: string, target: Target) => Promise<TargetFindings> | undefined;
}

/** A running server. */
export interface ExplorerServer {
  /** The address to open, with the token in it. */
  readonly url: string;
  /** Sends the apps to every open page. */
  readonly publishApps: () => void;
  /** Sends what changed in an app to every open page; nothing where nothing did. */
  readonly publishChange: (change: AppChange | undefined) => void;
  readonly close: () => Promise<void>;
}

/** Nothing but what is served here may be loaded, and no page of somebody else may show it. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * Serves the explorer on the loopback interface.
 *
 * Other users of the machine, and pages in the user's browser, can reach such a server. So every path
 * begins with a random token, and only a request that names this host is answered, which keeps out pages
 * whose own name was made to lead here.
 *
 * @throws UsageError where the port is taken.
 */
export async function serveExplorer(data: ExplorerData): Promise<ExplorerServer> {
  const token = randomBytes(24).toString('base64url');
  const listeners = new Set<ServerResponse>();
  /** How often the apps have changed: a page tells which state of theirs it brought along. */
  let revision = 0;
  const server = createServer((request, response) => {
    const path = pathBehindToken(request, token, hosts());
    if (path === undefined) {
      response.writeHead(404, headers).end();
      return;
    }
    answer(path, response, { ...data, revision, listeners });
  });
  const port = await listen(server, data.port);
  function hosts(): readonly string[] {
    return [`127.0.0.1:${port}`, `localhost:${port}`];
  }
  return {
    url: `http://127.0.0.1:${port}/${token}/`,
    publishApps: () => {
      revision += 1;
      for (const listener of listeners) sendEvent(listener, 'apps', data.apps());
    },
    publishChange: (change) => {
      if (!change) return;
      revision += 1;
      for (const listener of listeners) sendEvent(listener, 'change', change);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listen(server: ReturnType<typeof createServer>, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(new UsageError(`Port ${wanted} cannot be used: ${errorCode(error)}.`));
    });
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : wanted);
    });
  });
}

/** What a request asks for; undefined where it does not know the token, or comes by another host's name. */
function pathBehindToken(
  { method, url = '', headers: { host = '' } }: IncomingMessage,
  token: string,
  hosts: readonly string[],
): URL | undefined {
  if (method !== 'GET' || !hosts.includes(host) || !URL.canParse(url, 'http://localhost')) {
    return undefined;
  }
  const asked = new URL(url, 'http://localhost');
  const [, given = '', ...rest] = asked.pathname.split('/');
  if (rest.length === 0 || !isSame(given, token)) return undefined;
  asked.pathname = rest.join('/');
  return asked;
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What is served, and to whom changes are sent. */
interface Served extends ExplorerData {
  readonly revision: number;
  readonly listeners: Set<ServerResponse>;
}

function answer(
  { pathname, searchParams }: URL,
  response: ServerResponse,
  { apps, findings, revision, listeners }: Served,
): void {
  switch (pathname) {
    case '/':
      send(response, 'text/html; charset=utf-8', servedPage(apps(), revision));
      return;
    case '/explorer.js':
      send(response, 'text/javascript; charset=utf-8', script);
      return;
    case '/explorer.css':
      send(response, 'text/css; charset=utf-8', style);
      return;
    case '/events':
      response.writeHead(200, { ...headers, 'Content-Type': 'text/event-stream' }).flushHeaders();
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
      if (searchParams.get('revision') !== String(revision)) sendEvent(response, 'apps', apps());
      return;
    case '/findings': {
      const version = searchParams.get('next') ?? '';
      const bundler = searchParams.get('bundler') === 'webpack' ? 'webpack' : 'turbopack';
      const found = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version)
        ? findings(searchParams.get('app') ?? '', { version, bundler })
        : undefined;
      if (found) void sendFindings(response, found);
      else response.writeHead(404, headers).end();
      return;
    }
    default:
      response.writeHead(404, headers).end();
  }
}

function send(response: ServerResponse, type: string, text: string): void {
  response.writeHead(200, { ...headers, 'Content-Type': type }).end(text);
}

async function sendFindings(
  response: ServerResponse,
  found: Promise<TargetFindings>,
): Promise<void> {
  try {
    send(response, 'application/json', JSON.stringify(await found));
  } catch {
    // The page says that nothing was checked.
    response.writeHead(500, headers).end();
  }
}

/** JSON has no line ends of its own, so it is one line of an event. */
function sendEvent(response: ServerResponse, name: 'apps' | 'change', data: unknown): void {
  response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}
