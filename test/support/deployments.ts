import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const VITE = join(ROOT, 'node_modules/vite/bin/vite.js');
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A server of the page's files alone, and a later build to put in their place. */
export class Deployments {
  /** Stays what it was when the server is stopped. */
  origin = '';
  readonly #server: Server;
  #files: ReadonlyMap<string, string | Buffer> = built();

  private constructor() {
    this.#server = createServer(({ url = '/' }, response) => this.#answer(url, response));
  }

  static async start(): Promise<Deployments> {
    const deployments = new Deployments();
    await new Promise<void>((resolve) => deployments.#server.listen(0, () => resolve()));
    deployments.origin = `http://localhost:${(deployments.#server.address() as AddressInfo).port}`;
    return deployments;
  }

  /** From now on every file is of another build: its scripts have other names, and the old ones are gone. */
  deploy(): void {
    const renamed = (text: string) => text.replaceAll('/assets/index-', '/assets/later-');
    const isText = (path: string) => path === '/' || path === '/sw.js';
    this.#files = new Map(
      [...this.#files].map(([path, content]) => [
        renamed(path),
        isText(path) ? renamed(`${content}`).replace(/"id":"\w+"/, '"id":"later"') : content,
      ]),
    );
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(url: string, response: ServerResponse): void {
    const content = this.#files.get(url);
    const type = TYPES[extname(url) || '.html'] ?? 'application/octet-stream';
    response.writeHead(content === undefined ? 404 : 200, { 'Content-Type': type }).end(content);
  }
}

/** What `npm run build` makes, by path, in a folder of its own: others may be building. */
function built(): ReadonlyMap<string, string | Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'parlor-build-'));
  try {
    execFileSync(process.execPath, [VITE, 'build', '--logLevel', 'error', '--outDir', folder], { cwd: ROOT });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    return new Map(
      files.map(({ parentPath, name }) => {
        const path = join(parentPath, name).slice(folder.length);
        return [path === '/index.html' ? '/' : path, readFileSync(join(parentPath, name))];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
