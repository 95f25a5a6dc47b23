import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setStage } from '../support/stage.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const stage = setStage();
let home: string;

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'parlor-home-'));
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

/** What `npm run chat` runs. */
const CHAT = join(ROOT, 'src/terminal/main.ts');
const open = new Set<Terminal>();

afterEach(() => {
  for (const terminal of open) terminal.interrupts();
});

class Terminal {
  readonly #child: ChildProcess;
  readonly status: Promise<number | null>;
  output = '';
  errors = '';

  constructor(command: string, args: readonly string[]) {
    this.#child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, XDG_CONFIG_HOME: home, NO_COLOR: '1' },
    });
    open.add(this);
    this.#child.once('close', () => open.delete(this));
    this.#child.stdout?.on('data', (chunk) => {
      this.output += chunk;
    });
    this.#child.stderr?.on('data', (chunk) => {
      this.errors += chunk;
    });
    this.status = new Promise((resolve) => this.#child.once('close', resolve));
  }

  /** Without npm, which makes of an interrupt an end of its own. */
  static async joins(...args: string[]): Promise<Terminal> {
    const terminal = new Terminal(process.execPath, [CHAT, ...args]);
    await expect.poll(() => terminal.errors, { timeout: 20_000 }).toMatch(/^In /m);
    return terminal;
  }

  ends(text = ''): void {
    this.#child.stdin?.end(text);
  }

  /** As Ctrl-C does. */
  interrupts(): void {
    this.#child.kill('SIGINT');
  }

  async shows(what: RegExp): Promise<void> {
    await expect.poll(() => this.output, { timeout: 30_000 }).toMatch(what);
  }
}

/** As the README says it. */
async function pipe(text: string, ...args: string[]): Promise<Terminal> {
  const terminal = new Terminal('npm', ['run', '-s', 'chat', '--', ...args]);
  terminal.ends(text);
  await terminal.status;
  return terminal;
}

/** What a newcomer reads. */
async function texts(limit = 100): Promise<string[]> {
  const name = new URL(stage.room).pathname.split('/').at(-1);
  const answer = await fetch(`${stage.server.origin}/api/rooms/${name}/messages?limit=${limit}`);
  const { messages } = (await answer.json()) as { messages: { text: string }[] };
  return messages.map(({ text }) => text);
}

describe('text that is piped in', () => {
  it('is said, in order; status 0, and nothing on stdout but the room', async () => {
    const terminal = await pipe('one\n\ntwo\r\n  three', stage.room, '--name', 'Ann');
    expect(await terminal.status).toBe(0);
    expect(await texts()).toEqual(['one', 'two', 'three']);
    expect(terminal.output).toMatch(/^\d\d:\d\d Ann: one\n\d\d:\d\d Ann: two\n\d\d:\d\d Ann: three\n$/);
    expect(terminal.errors).toMatch(/^Joining stage-\w+ …\nIn stage-\w+ as Ann\. 1 here: Ann\n$/);
  });

  it('[E1] of 70 lines, more than the room takes at once, is said whole and in order', async () => {
    const lines = Array.from({ length: 70 }, (_, number) => `line ${number}`);
    expect(await (await pipe(lines.join('\n'), stage.room)).status).toBe(0);
    expect(await texts()).toEqual(lines);
  });

  it('refused in part says the rest, tells what failed, and status is 1', async () => {
    const terminal = await pipe(`one\n${'x'.repeat(4_001)}\n@nobody psst\ntwo\n`, stage.room);
    expect(await terminal.status).toBe(1);
    expect(await texts()).toEqual(['one', 'two']);
    expect(terminal.errors).toMatch(/at most 4,000 characters/);
    expect(terminal.errors).toMatch(/nobody here is called nobody: @nobody psst/);
  });

  it('survives a server that is killed and comes back: nothing lost, nothing doubled', async () => {
    const terminal = await Terminal.joins(stage.room, '--name', 'Ann', '--timeout', '120');
    const lines = Array.from({ length: 60 }, (_, number) => `line ${number}`);
    terminal.ends(lines.join('\n'));
    await terminal.shows(/line 10\n/);
    await stage.server.kill();
    expect(terminal.output).not.toMatch(/line 59\n/);
    await stage.server.start();
    expect(await terminal.status).toBe(0);
    expect(await texts()).toEqual(lines);
    expect(terminal.output.match(/(?<=Ann: ).*/g)).toEqual(lines);
  });
});

describe('a terminal in a room', () => {
  it('shows who comes, what they say, and that they go', async () => {
    const ann = await Terminal.joins(stage.room, '--guest', '--name', 'Ann');
    await pipe('hello\n', stage.room, '--guest', '--name', 'Bob');
    await ann.shows(/^Came: Bob\n\d\d:\d\d Bob: hello\nWent: Bob\n$/);
  });

  it('[S6] says a word aside to one alone', async () => {
    const ann = await Terminal.joins(stage.room, '--guest', '--name', 'Ann Lee');
    const carl = await Terminal.joins(stage.room, '--guest', '--name', 'Carl');
    await pipe('@"ann lee" psst\naloud\n', stage.room, '--guest', '--name', 'Bob');
    await ann.shows(/Bob \(private to you\): psst\n\d\d:\d\d Bob: aloud\n/);
    await carl.shows(/Bob: aloud\n/);
    expect(carl.output).not.toMatch(/psst|private/);
  });

  it('lets no escape sequence of another member through', async () => {
    const ann = await Terminal.joins(stage.room, '--guest', '--name', 'Ann');
    await pipe(
      '\x1b[2J\x1b]0;gotcha\x07 \u009b31m\u202eend\n',
      stage.room,
      '--guest',
      '--name',
      'B\x1b[5mob',
    );
    await ann.shows(/end\n/);
    expect(ann.output).toMatch(/␛\[2J␛\]0;gotcha␇/);
    expect(ann.output.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u);
  });

  it('leaves on Ctrl-C with status 0, and the others know', async () => {
    const ann = await Terminal.joins(stage.room, '--guest', '--name', 'Ann');
    const bob = await Terminal.joins(stage.room, '--guest', '--name', 'Bob');
    bob.interrupts();
    expect(await bob.status).toBe(0);
    await ann.shows(/^Went: Bob\n/m);
  });

  it('[J3] is the same member each time, and a guest another', async () => {
    await pipe('one\n', stage.room);
    await pipe('two\n', stage.room);
    await pipe('three\n', stage.room, '--guest');
    const answer = await fetch(`${stage.room.replace('/r/', '/api/rooms/')}/messages`);
    const { messages } = (await answer.json()) as { messages: { from: { id: string } }[] };
    const [one, two, three] = messages.map(({ from }) => from.id);
    expect(two).toBe(one);
    expect(three).not.toBe(one);
    expect(readFileSync(join(home, 'parlor/identities.json'), 'utf8')).toContain(stage.server.origin);
  });
});

describe('it leaves with', () => {
  it('1 where there is no such room', async () => {
    const terminal = await pipe('one\n', `${stage.server.origin}/r/prv-guessed`);
    expect(await terminal.status).toBe(1);
    expect(terminal.errors).toMatch(/no such room.*404/);
  });

  it('1 where the room refuses', async () => {
    const terminal = await pipe('one\n', stage.room, '--name', '\u200b');
    expect(await terminal.status).toBe(1);
    expect(terminal.errors).toMatch(/room refused\. A name has/);
  });

  it('1 where nobody answers in time', async () => {
    const silent = await silentServer();
    const terminal = await pipe('one\n', `${silent.origin}/r/tea`, '--timeout', '1');
    silent.close();
    expect(await terminal.status).toBe(1);
    expect(terminal.errors).toMatch(/could not be reached in 1 s/);
  });

  it('2 and its usage where the arguments are wrong', async () => {
    const terminal = await pipe('', 'tea');
    expect(await terminal.status).toBe(2);
    expect([terminal.output, terminal.errors]).toEqual(['', expect.stringMatching(/\nUsage: npm run chat/)]);
  });

  it('0 and its usage where that was asked for', async () => {
    const terminal = await pipe('', '--help');
    expect(await terminal.status).toBe(0);
    expect([terminal.output, terminal.errors]).toEqual([expect.stringMatching(/^Usage: npm run chat/), '']);
  });
});

/** Takes every request and answers none. */
function silentServer(): Promise<{ origin: string; close(): void }> {
  const silent: Server = createServer(() => {});
  const close = () => {
    silent.close();
    silent.closeAllConnections();
  };
  return new Promise((resolve) =>
    silent.listen(0, '127.0.0.1', () => {
      const address = silent.address();
      const port = typeof address === 'object' ? address?.port : 0;
      resolve({ origin: `http://127.0.0.1:${port}`, close });
    }),
  );
}
