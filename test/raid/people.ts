import { setTimeout as sleep } from 'node:timers/promises';
import type { Message, Welcome } from '../../src/protocol/server-message.ts';
import { Caller } from './caller.ts';

/** Ms between two messages of one member, on average. */
const BREATH = 1_000;

interface Arrival {
  readonly address: string;
  readonly ownerKey?: string;
}

/** Somebody who talks in the room that is raided, and wants nothing else. */
export class Talker {
  readonly caller: Caller;
  readonly name: string;
  readonly #welcome: Welcome;
  #said = 0;

  private constructor(name: string, caller: Caller, welcome: Welcome) {
    this.name = name;
    this.caller = caller;
    this.#welcome = welcome;
  }

  static async join(
    port: number,
    room: string,
    name: string,
    { address, ...fields }: Arrival,
  ): Promise<Talker> {
    const caller = await Caller.call(port, room, { address });
    const welcome = await caller.joins({ name, ...fields });
    if (welcome?.type !== 'welcome') throw new Error(`${name} is kept out: ${welcome?.code}`);
    return new Talker(name, caller, welcome);
  }

  get id(): string {
    return this.#welcome.self.id;
  }

  get token(): string {
    return this.#welcome.token;
  }

  /** All that this one has been told, in order. */
  get heard(): readonly Message[] {
    return this.caller.messages.filter((message) => message.type === 'message');
  }

  /** Says something; answers the ms until it is acknowledged, undefined where it is not. */
  async says(text = `${this.name} ${++this.#said}`): Promise<number | undefined> {
    const start = performance.now();
    const answer = await this.caller.asks({ type: 'send', text });
    return answer === 'message' ? performance.now() - start : undefined;
  }
}

/** Lets them all talk until `over`; answers how long each message took, undefined for one that was not taken. */
export async function talk(
  talkers: readonly Talker[],
  over: Promise<unknown>,
): Promise<(number | undefined)[]> {
  const taken: (number | undefined)[] = [];
  let isOver = false;
  const ended = over.finally(() => {
    isOver = true;
  });
  const each = async (talker: Talker) => {
    await sleep(Math.random() * BREATH);
    while (!isOver) {
      taken.push(await talker.says());
      await sleep(BREATH / 2 + Math.random() * BREATH);
    }
  };
  await Promise.all([ended, ...talkers.map(each)]);
  return taken;
}
