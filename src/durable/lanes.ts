interface Lane {
  last: Promise<void>;
  tasks: number;
}

/**
 * Runs tasks of one key in the order they were given. A task starts at once, in the same synchronous stretch, where
 * nothing of its key is under way: only what waits for something makes others wait.
 */
export class Lanes<Key> {
  readonly #lanes = new Map<Key, Lane>();

  /** How many tasks of a key are under way or wait. */
  lengthOf(key: Key): number {
    return this.#lanes.get(key)?.tasks ?? 0;
  }

  run(key: Key, task: () => void | Promise<void>): void | Promise<void> {
    const lane = this.#lanes.get(key);
    const result = lane ? lane.last.then(task) : task();
    if (result) this.#add(key, result);
    return result;
  }

  #add(key: Key, result: Promise<void>): void {
    const lane = this.#lanes.get(key) ?? { last: result, tasks: 0 };
    lane.tasks += 1;
    lane.last = result
      .catch(() => {})
      .then(() => {
        lane.tasks -= 1;
        if (lane.tasks === 0) this.#lanes.delete(key);
      });
    this.#lanes.set(key, lane);
  }
}
