import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const WRANGLER = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
/**
 * Starts a command. As soon as we are gone, however that went, its input ends: then the state folder, which is $0, is
 * removed, and everything killed that the command has started.
 */
const WHILE_WE_LIVE = `exec 3<&0
{ cat <&3; rm -rf "$0"; kill -KILL 0; } >/dev/null &
exec "$@" </dev/null 3<&-`;
/** Else each start would build the page anew: that takes seconds, and is done under the feet of the other servers. */
const BUILD = /^\[build\]\ncommand = "npm run build"\n(?:[^[\n].*\n)*/m;

interface Start {
  readonly kept?: string;
  readonly vars?: Readonly<Record<string, string>>;
}

/** What `npm start` starts, with the page as it was last built; its state folder and its port outlive a restart. */
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

  get isRunning(): boolean {
    return this.#process !== undefined;
  }

  async start(): Promise<void> {
    const config = ['--config', this.#configured(), 'src/worker.ts', '--assets', 'dist'];
    const options = ['--port', `${this.#port}`, '--inspector-port', '0', '--persist-to', this.state];
    const command = [process.execPath, WRANGLER, 'dev', ...config, ...options, ...this.#vars];
    this.#process = startWhileWeLive(ROOT, this.state, command);
    await ready(this.#process);
  }

  /** The deployer's wrangler.toml, without the build. */
  #configured(): string {
    const path = join(this.state, 'wrangler.toml');
    const [before, after, ...more] = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8').split(BUILD);
    if (after === undefined || more.length > 0)
      throw new Error('wrangler.toml does not say how the page is built.');
    writeFileSync(path, before + after);
    return path;
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

/** A server, as the first of a group of its own; `folder` goes with it, should we end before it was killed. */
export function startWhileWeLive(cwd: string, folder: string, command: readonly string[]): ChildProcess {
  return spawn('sh', ['-c', WHILE_WE_LIVE, folder, ...command], {
    cwd,
    detached: true,
    stdio: 'pipe',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  });
}

/** Answers what it has told by then. */
export function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Ready on')) resolve(output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`wrangler dev ended with ${code}:\n${output}`)));
  });
}

/** Where no system takes a port for a connection that asks for none: one that is given up for a moment is still there. */
const PORTS = { first: 12_000, count: 20_000 };

export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false));
    probe.listen(port, 'localhost', () => probe.close(() => resolve(true)));
  });
}
