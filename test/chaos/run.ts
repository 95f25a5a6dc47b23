import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../../src/protocol/server-message.ts';
import { DevServer } from '../support/dev-server.ts';
import { Chance } from './chance.ts';
import { Harm } from './harm.ts';
import type { ChaosPage } from './page.ts';
import { ChaosPerson } from './person.ts';
import { FaultProxy } from './proxy.ts';
import { readRoom, reckon, reckonTables } from './reckoning.ts';
import { type Tables, tablesOnDisk } from './tables.ts';
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
    while (Date.now() < endAt && scene.witness.isWell) await scene.round(Math.min(endAt, Date.now() + ROUND));
    await server.kill();
    scene.reckonTables(tablesOnDisk(server.state));
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
  readonly #people: ChaosPerson[];
  #head = 0;
  #seen: readonly Message[] = [];

  constructor(server: DevServer, proxy: FaultProxy, { seed, people }: ChaosOptions) {
    this.#chance = new Chance(seed);
    this.#harm = new Harm(server, proxy, new Chance(seed + 1), this.witness);
    this.#api = `${server.origin}/api/rooms/chaos`;
    this.#socket = `ws://127.0.0.1:${proxy.port}/api/rooms/chaos/socket`;
    this.#people = Array.from({ length: people }, (_, i) => this.#arrive(`P${i + 1}`));
  }

  async round(deadline: number): Promise<void> {
    const lives = this.#people.map((person) => this.#live(person, deadline));
    await Promise.all([this.#harm.until(deadline), ...lives]);
    const newcomer = this.#arrive('Newcomer');
    const pages = [...this.#people, newcomer].flatMap((person) => person.pages);
    await peace(pages);
    const { messages, head } = await readRoom(this.#api);
    this.#seen = reckon(this.witness, messages, pages);
    this.#head = head;
    newcomer.leave();
    this.witness.count('rounds');
  }

  reckonTables(tables: Tables): void {
    this.witness.count('events stored', tables.messages.length + tables.changes.length);
    reckonTables(this.witness, tables, this.#seen, this.#head);
  }

  end(): void {
    for (const person of this.#people) person.leave();
  }

  #arrive(name: string): ChaosPerson {
    const { witness } = this;
    return new ChaosPerson(name, { url: this.#socket, room: 'chaos', chance: this.#chance, witness });
  }

  async #live(person: ChaosPerson, deadline: number): Promise<void> {
    while (Date.now() < deadline && this.witness.isWell) {
      await sleep(this.#chance.between(50, 900));
      person.act(this.#people);
    }
  }
}

/** Until every page is live, has nothing left to send, and has heard and read all there is. */
async function peace(pages: readonly ChaosPage[]): Promise<void> {
  const giveUpAt = Date.now() + PEACE_WITHIN;
  while (!pages.every(({ isSettled }) => isSettled) || !(await allHaveHeard(pages))) {
    if (Date.now() > giveUpAt) {
      const states = pages.map(
        ({ name, state }) => `${name}: ${state.line.state}, ${state.pending.length} unsent`,
      );
      throw new Error(`No peace within ${PEACE_WITHIN / 1_000} s. ${states.join('; ')}`);
    }
    for (const page of pages) if (!page.isSettled) page.wake();
    await sleep(250);
  }
}

/** False where a line that was believed to be live was none, or the room asks for patience. */
async function allHaveHeard(pages: readonly ChaosPage[]): Promise<boolean> {
  const heard = await Promise.allSettled(pages.map((page) => page.hasHeardAll().then(() => page.readAll())));
  return heard.every(({ status }) => status === 'fulfilled');
}
