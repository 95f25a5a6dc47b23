import { type ChildProcess, spawn } from 'node:child_process';
import { cpuSeconds, residentBytes } from './usage.ts';

/** Where the servers run, one at a time, and where the load does. */
export const SERVER_CORE = 0;
export const LOAD_CORE = 1;

const READY_WITHIN = 30_000;
const running = new Set<ServerProcess>();
process.once('exit', () => {
  for (const server of running) server.kill();
});

/** A server on a core of its own, as one process. Tells its port as workerd does: a JSON line with `port`. */
export class ServerProcess {
  readonly pid: number;
  port = 0;
  readonly #child: ChildProcess;

  private constructor(command: string, args: readonly string[]) {
    this.#child = spawn('taskset', ['-c', `${SERVER_CORE}`, command, ...args], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (this.#child.pid === undefined) throw new Error(`${command} did not start.`);
    this.pid = this.#child.pid;
    running.add(this);
  }

  static async start(command: string, args: readonly string[]): Promise<ServerProcess> {
    const server = new ServerProcess(command, args);
    server.port = await server.#listens();
    return server;
  }

  get cpuSeconds(): number {
    return cpuSeconds(this.pid);
  }

  get residentBytes(): number {
    return residentBytes(this.pid);
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.kill();
    await gone;
  }

  kill(): void {
    running.delete(this);
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }

  #listens(): Promise<number> {
    return new Promise((resolve, reject) => {
      let said = '';
      const timer = setTimeout(() => reject(new Error(`No port: ${said}`)), READY_WITHIN);
      this.#child.once('exit', (status) => reject(new Error(`The server ended with ${status}: ${said}`)));
      this.#child.stdout?.on('data', (chunk) => {
        said += chunk;
        const port = /"port":(\d+)/.exec(said)?.[1];
        if (port === undefined) return;
        clearTimeout(timer);
        resolve(Number(port));
      });
    });
  }
}
