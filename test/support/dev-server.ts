import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');

interface Start {
  readonly kept?: string;
  readonly vars?: Readonly<Record<string, string>>;
}

/** What `npm start` starts, with a state folder and a port of its own that outlive a restart. */
export class DevServer {
  /** The folder that everything is stored in. */
  readonly state = mkdtempSync(join(tmpdir(), 'parlor-'));
  readonly #vars: readonly string[];
  #port = 0;
  #process: ChildProcess | undefined;

  private constructor(vars: Readonly<Record<string, string>>) {
    this.#vars = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
  }

  /** On a copy of the state in the folder `kept`, where one is given; `vars` are the deployer's. */
  static async start({ kept, vars = {} }: Start = {}): Promise<DevServer> {
    const server = new DevServer(vars);
    if (kept !== undefined) cpSync(kept, server.state, { recursive: true });
    server.#port = await freePort();
    await server.start();
    return server;
  }

  get port(): number {
    return this.#port;
  }

  get origin(): string {
    return `http://localhost:${this.#port}`;
  }

  async start(): Promise<void> {
    const options = ['--port', `${this.#port}`, '--inspector-port', '0', '--persist-to', this.state];
    this.#process = spawn(process.execPath, [WRANGLER, 'dev', ...options, ...this.#vars], {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Else each server would build the page anew, under the feet of the others.
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true', KEEP_DIST: 'true' },
    });
    await ready(this.#process);
  }

  /** At once and without a farewell, as a machine that fails: wrangler and the workerd that it started. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child?.pid === undefined) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.state, { recursive: true, force: true });
  }
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Ready on')) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`wrangler dev ended with ${code}:\n${output}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
