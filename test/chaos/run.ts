import { setTimeout as sleep } from 'node:timers/promises';
import { DevServer } from '../support/dev-server.ts';
import { SimulatedBrowser } from './browser.ts';
import { Chance } from './chance.ts';
import { Harm } from './harm.ts';
import { FaultProxy } from './proxy.ts';
import { readRoom, reckon } from './reckoning.ts';
import { seqsOnDisk } from './tables.ts';
import { Witness } from './witness.ts';

/** What all must be at peace by, once nothing does harm any more. */
const PEACE_WITHIN = 120_000;

export interface ChaosOptions {
  readonly seed: number;
  readonly seconds: number;
  readonly people: number;
}

/** A day of harm, and its reckoning: what was done, and where what anybody has differs from what was said. */
export async function chaos({ seed, seconds, people }: ChaosOptions): Promise<Witness> {
  const chance = new Chance(seed);
  const witness = new Witness();
  const server = await DevServer.start();
  const proxy = await FaultProxy.open(server.port);
  const room = 'chaos';
  const api = `${server.origin}/api/rooms/${room}`;
  const url = `ws://127.0.0.1:${proxy.port}/api/rooms/${room}/socket`;
  const arrive = (name: string) => new SimulatedBrowser(name, url, room, chance, witness);
  const browsers = Array.from({ length: people }, (_, i) => arrive(`P${i + 1}`));
  try {
    const deadline = Date.now() + seconds * 1_000;
    await Promise.all([
      new Harm(server, proxy, new Chance(seed + 1), witness).until(deadline),
      ...browsers.map((browser) => live(browser, chance, deadline)),
    ]);
    await peace(browsers);
    browsers.push(arrive('Newcomer'));
    await peace(browsers);
    await Promise.all(browsers.map((browser) => browser.readAll()));
    const held = await readRoom(api);
    await server.kill();
    witness.count('events stored', held.head);
    reckon(witness, held, browsers, seqsOnDisk(server.state));
  } finally {
    for (const browser of browsers) browser.leave();
    proxy.close();
    await server.stop();
  }
  return witness;
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
