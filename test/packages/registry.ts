import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';

const npm = 'https://registry.npmjs.org';

/** A registry that has our packages as they are packed now, and sends on to npm for all others. */
export class Registry {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** @param tarballs - The packages' tarballs, by name. */
  static async start(tarballs: ReadonlyMap<string, string>): Promise<Registry> {
    const server = createServer((request, response) => {
      const path = request.url ?? '/';
      const name = decodeURIComponent(path.slice(1)).split('/')[0] ?? '';
      const tarball = tarballs.get(name);
      if (tarball === undefined) {
        response.writeHead(302, { location: npm + path }).end();
      } else if (path.endsWith('.tgz')) {
        response.end(readFileSync(tarball));
      } else {
        const url = `http://${request.headers.host ?? ''}/${name}/-/${basename(tarball)}`;
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(packument(tarball, url)));
      }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Registry(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  stop(): void {
    this.#server.close();
  }
}

/** What a registry says of a package that has one version. */
function packument(tarball: string, url: string): object {
  const manifest = JSON.parse(
    execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' }),
  ) as { readonly name: string; readonly version: string };
  const { name, version } = manifest;
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, dist: { tarball: url, integrity } } },
  };
}
