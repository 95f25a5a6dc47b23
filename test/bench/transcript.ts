/**
 * What a transcript's download costs: its time, the server's memory, and how long others wait meanwhile.
 * `node test/bench/transcript.ts [messages] [seconds]`, by default 100000 and 10. Loopback alone; ends by itself.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FILLED_ROOM as ROOM, startFilled } from './filled.ts';

const [messages = 100_000, seconds = 10] = process.argv.slice(2).map(Number);
if (!(messages > 0 && seconds > 0)) throw new Error('Two figures: messages, seconds.');
const FORMATS = ['txt', 'json', 'html'] as const;
/** Below what a member may send on average (E1). */
const PAUSE = 105;

// The server keeps its state in a folder of the temporary one, and is known by it.
const folder = mkdtempSync(join(tmpdir(), 'parlor-bench-'));
process.env.TMPDIR = folder;

class Talker {
  readonly #socket: WebSocket;
  readonly #sent = new Map<string, number>();
  #waits: number[] = [];
  readonly joined: Promise<void>;

  constructor(origin: string) {
    this.#socket = new WebSocket(`${origin.replace('http', 'ws')}/api/rooms/${ROOM}/socket`, 'parlor.v1');
    this.joined = new Promise((resolve, reject) => {
      this.#socket.onopen = () => this.#socket.send('{"type":"join"}');
      this.#socket.onerror = () => reject(new Error('No socket.'));
      this.#socket.onmessage = ({ data }) => {
        for (const said of [JSON.parse(data)].flat()) {
          if (said.type === 'welcome') resolve();
          if (said.type === 'error') throw new Error(`Refused: ${said.code}`);
          this.#acknowledge(said.id);
        }
      };
    });
  }

  /** ms between sending and acknowledgement, of what was sent for so long. */
  async talk(ms: number): Promise<number[]> {
    this.#waits = [];
    const end = performance.now() + ms;
    while (performance.now() < end) {
      const id = crypto.randomUUID();
      this.#sent.set(id, performance.now());
      this.#socket.send(JSON.stringify({ type: 'send', id, text: 'meanwhile' }));
      await pause(PAUSE);
    }
    while (this.#sent.size > 0) await pause(10);
    return this.#waits;
  }

  leave(): void {
    this.#socket.close(1000);
  }

  #acknowledge(id: string): void {
    const at = this.#sent.get(id);
    if (at === undefined) return;
    this.#sent.delete(id);
    this.#waits.push(performance.now() - at);
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** MB resident in the server's workerd, and in all of them the most since its start. */
function memory(): { now: number; most: number } {
  const servers = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isOurs(pid));
  const figure = (name: string) =>
    servers
      .map((pid) =>
        Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
      )
      .reduce((sum, kilobytes) => sum + kilobytes / 1024, 0);
  return { now: figure('VmRSS'), most: figure('VmHWM') };
}

function isOurs(pid: string): boolean {
  try {
    return (
      readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('workerd') &&
      readFileSync(`/proc/${pid}/environ`, 'utf8').includes(folder)
    );
  } catch {
    return false;
  }
}

async function download(origin: string, format: string): Promise<{ bytes: number; ms: number }> {
  const start = performance.now();
  const response = await fetch(`${origin}/api/rooms/${ROOM}/transcript?format=${format}`, {
    // Else the local server would compress it on the thread of the room, which Cloudflare does elsewhere.
    headers: { 'Accept-Encoding': 'identity' },
  });
  let bytes = 0;
  for await (const chunk of response.body ?? []) bytes += chunk.length;
  return { bytes, ms: performance.now() - start };
}

function percentile(sorted: number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
}

async function waitsWhile(talkers: Talker[]): Promise<string> {
  const all = (await Promise.all(talkers.map((talker) => talker.talk(seconds * 1_000)))).flat();
  all.sort((one, other) => one - other);
  const [half, most, max] = [0.5, 0.99, 1].map((share) => percentile(all, share));
  return `${all.length} messages, p50 ${half} ms, p99 ${most} ms, max ${max} ms`;
}

const server = await startFilled(messages);
try {
  const talkers = [new Talker(server.origin), new Talker(server.origin)];
  await Promise.all(talkers.map(({ joined }) => joined));
  console.log(
    `${messages} messages; ${process.version}; load ${readFileSync('/proc/loadavg', 'utf8').trim()}`,
  );
  console.log(`without a download: ${await waitsWhile(talkers)}`);
  for (const format of FORMATS) {
    const before = memory();
    const { bytes, ms } = await download(server.origin, format);
    const after = memory();
    console.log(
      `${format}: ${(bytes / 1e6).toFixed(1)} MB in ${ms.toFixed(0)} ms; workerd ${before.now.toFixed(0)} MB before, ${after.now.toFixed(0)} after, ${after.most.toFixed(0)} at most`,
    );
  }
  for (const format of FORMATS) {
    let isTalking = true;
    let downloads = 0;
    const waits = waitsWhile(talkers).finally(() => {
      isTalking = false;
    });
    while (isTalking) {
      await download(server.origin, format);
      downloads++;
    }
    console.log(
      `during ${downloads} downloads of ${format}: ${await waits}; workerd ${memory().most.toFixed(0)} MB at most`,
    );
  }
  for (const talker of talkers) talker.leave();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
