/** In ms: what comes within this of the first is told together. */
const GATHER = 700;

/** Gathers what comes in quick succession. */
export class Burst<Item> {
  readonly #tell: (items: readonly Item[]) => void;
  #waiting: Item[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(tell: (items: readonly Item[]) => void) {
    this.#tell = tell;
  }

  add(items: readonly Item[]): void {
    if (items.length === 0) return;
    this.#waiting.push(...items);
    this.#timer ??= setTimeout(() => this.#end(), GATHER);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #end(): void {
    const gathered = this.#waiting;
    this.#waiting = [];
    this.#timer = undefined;
    this.#tell(gathered);
  }
}
