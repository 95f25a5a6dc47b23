import { setTimeout as sleep } from 'node:timers/promises';
import { DevServer } from '../support/dev-server.ts';
import { SimulatedBrowser } from './browser.ts';
import { Chance } from './chance.ts';
import { Harm } from './harm.ts';
import { FaultProxy } from './proxy.ts';
import { readRoom, reckon, reckonTables } from './reckoning.ts';
import { seqsOnDisk } from './tables.ts';
import { Witness } from './witness.ts';

/** What all must be at peace by, once nothing does harm any more. */
const PEACE_WITHIN = 120_000;
/** After so long it is looked whether all is well, so that a difference is told soon and with a short history. */
const ROUND = 20_000;

export interface ChaosOptions {
  readonly seed: number;
  readonly seconds: number;
  readonly people: number;
}

/** Rounds of harm, each with its reckoning: what was done, and where what anybody has differs from what was said. */
export async function chaos(options: ChaosOptions): Promise<Witness> {
  const server = await DevServer.start();
  const proxy = await FaultProxy.open(server.port);
  const scene = new Scene(server, proxy, options);
  try {
    const endAt = Date.now() + options.seconds * 1_000;
    while (Date.now() < endAt && scene.isWell) await scene.round(Math.min(endAt, Date.now() + ROUND));
    await server.kill();
    scene.reckonTables(seqsOnDisk(server.state));
  } finally {
    scene.end();
    proxy.close();
    await server.stop();
  }
  return scene.witness;
}

/** A room, those who live in it, and what does them harm. */
class Scene {
  readonly witness = new Witness();
  readonly #chance: Chance;
  readonly #harm: Harm;
  readonly #api: string;
  readonly #socket: string;
  readonly #browsers: SimulatedBrowser[];
  #head = 0;

  constructor(server: DevServer, proxy: FaultProxy, { seed, people }: ChaosOptions) {
    this.#chance = new Chance(seed);
    this.#harm = new Harm(server, proxy, new Chance(seed + 1), this.witness);
    this.#api = `${server.origin}/api/rooms/chaos`;
    this.#socket = `ws://127.0.0.1:${proxy.port}/api/rooms/chaos/socket`;
    this.#browsers = Array.from({ length: people }, (_, i) => this.#arrive(`P${i + 1}`));
  }

  get isWell(): boolean {
    return this.witness.differences.length === 0;
  }

  async round(deadline: number): Promise<void> {
    const lives = this.#browsers.map((browser) => live(browser, this.#chance, deadline));
    await Promise.all([this.#harm.until(deadline), ...lives]);
    const newcomer = this.#arrive('Newcomer');
    const everybody = [...this.#browsers, newcomer];
    await peace(everybody);
    await Promise.all(everybody.map((browser) => browser.readAll()));
    const held = await readRoom(this.#api);
    this.#head = held.head;
    reckon(this.witness, held.messages, everybody);
    newcomer.leave();
    this.witness.count('rounds');
  }

  reckonTables(seqs: readonly number[]): void {
    this.witness.count('events stored', seqs.length);
    reckonTables(this.witness, seqs, this.#head);
  }

  end(): void {
    for (const browser of this.#browsers) browser.leave();
  }

  #arrive(name: string): SimulatedBrowser {
    return new SimulatedBrowser(name, this.#socket, 'chaos', this.#chance, this.witness);
  }
}

async function live(browser: SimulatedBrowser, chance: Chance, deadline: number): Promise<void> {
  while (Date.now() < deadline) {
    await sleep(chance.between(50, 900));
    browser.act();
  }
}

/** Until everybody is live and has nothing left to send. */
async function peace(browsers: readonly SimulatedBrowser[]): Promise<void> {
  const giveUpAt = Date.now() + PEACE_WITHIN;
  while (!browsers.every(({ isSettled }) => isSettled)) {
    if (Date.now() > giveUpAt) {
      const states = browsers.map(
        ({ name, state }) => `${name}: ${state.line.state}, ${state.pending.length} unsent`,
      );
      throw new Error(`No peace within ${PEACE_WITHIN / 1_000} s. ${states.join('; ')}`);
    }
    for (const browser of browsers) if (!browser.isSettled) browser.wake();
    await sleep(250);
  }
}
