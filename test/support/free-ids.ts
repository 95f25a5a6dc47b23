import type { MemberId } from '../../src/protocol/server-message.ts';

/** Ids that read like the names they stand for, each given once. */
export class FreeIds {
  readonly #taken = new Set<MemberId>();

  next(name: string): MemberId {
    const stem = name.toLowerCase().replaceAll(/[^\w]+/g, '-');
    for (let number = 1; ; number++) {
      const id = number === 1 ? stem : `${stem}-${number}`;
      if (this.#taken.has(id)) continue;
      this.#taken.add(id);
      return id;
    }
  }
}
