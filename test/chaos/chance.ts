/** Chance by a seed, so that a run's decisions can be had again. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** In [0, 1); mulberry32. */
  next = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };

  /** A whole number from `low` up to and without `high`. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low));
  }

  pick<Item>(items: readonly Item[]): Item | undefined {
    return items[this.between(0, items.length)];
  }

  /** One of the actions, each as likely as its weight says. */
  weighed<Action>(actions: readonly (readonly [weight: number, action: Action])[]): Action {
    let left = this.next() * actions.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, action] of actions) {
      left -= weight;
      if (left < 0) return action;
    }
    throw new Error('Nothing to choose from.');
  }
}
