import { setTimeout as sleep } from 'node:timers/promises';
import type { DevServer } from '../support/dev-server.ts';
import type { Chance } from './chance.ts';
import type { FaultProxy } from './proxy.ts';
import type { Witness } from './witness.ts';

/** Does harm until it is told to stop; then mends what it can. */
export class Harm {
  readonly #server: DevServer;
  readonly #proxy: FaultProxy;
  readonly #chance: Chance;
  readonly #witness: Witness;

  constructor(server: DevServer, proxy: FaultProxy, chance: Chance, witness: Witness) {
    this.#server = server;
    this.#proxy = proxy;
    this.#chance = chance;
    this.#witness = witness;
  }

  async until(deadline: number): Promise<void> {
    while (Date.now() < deadline && this.#witness.isWell) {
      await sleep(this.#chance.between(300, 2_500));
      await this.#once();
    }
    for (const passage of this.#proxy.passages) passage.flow();
  }

  #once(): Promise<void> {
    const some = () => this.#proxy.passages.filter(() => this.#chance.next() < 0.5);
    const harm = this.#chance.weighed<() => Promise<void>>([
      [3, () => this.#kill()],
      [4, async () => this.#each('cut', some(), (passage) => passage.cut())],
      [2, async () => this.#each('half-close', some(), (passage) => passage.halfClose())],
      [2, async () => this.#each('delay', some(), (passage) => passage.slow(this.#chance.between(50, 800)))],
      [2, () => this.#stall(some())],
      [1, () => this.#silence()],
    ]);
    return harm();
  }

  #each(
    what: string,
    passages: FaultProxy['passages'],
    harm: (passage: FaultProxy['passages'][number]) => void,
  ): void {
    this.#witness.count(`${what}s`, passages.length);
    this.#witness.note(`! ${what} ${passages.length} connections`);
    for (const passage of passages) harm(passage);
  }

  async #kill(): Promise<void> {
    this.#witness.count('server kills');
    this.#witness.note('! SIGKILL');
    await this.#server.kill();
    await sleep(this.#chance.between(0, 1_500));
    await this.#server.start();
    this.#witness.note('! server is back');
  }

  async #stall(passages: FaultProxy['passages']): Promise<void> {
    this.#each('stall', passages, (passage) => passage.stall());
    await sleep(this.#chance.between(500, 6_000));
    for (const passage of passages) passage.flow();
  }

  /** Nothing reaches the room for longer than it stays awake: it is evicted, its sockets kept. */
  async #silence(): Promise<void> {
    const all = this.#proxy.passages;
    this.#each('silence', all, (passage) => passage.stall());
    this.#witness.count('evictions');
    await sleep(11_500);
    for (const passage of all) passage.flow();
  }
}
