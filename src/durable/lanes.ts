/**
 * Runs tasks of one key in the order they were given. A task starts at once, in the same synchronous stretch, where
 * nothing of its key is under way: only what waits for something makes others wait.
 */
export class Lanes<Key> {
  readonly #last = new Map<Key, Promise<void>>();

  run(key: Key, task: () => void | Promise<void>): void | Promise<void> {
    const last = this.#last.get(key);
    const result = last ? last.then(task) : task();
    if (!result) return;
    const settled = result
      .catch(() => {})
      .then(() => {
        if (this.#last.get(key) === settled) this.#last.delete(key);
      });
    this.#last.set(key, settled);
    return result;
  }
}
