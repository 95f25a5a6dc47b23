/** J1: runs only while somebody has 15 s to join; once all have, nothing keeps the room awake. */
export class JoinTimer {
  readonly #ring: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** When the next is overdue, in Unix ms; undefined where all have joined. A timer that runs goes on. */
  setFor(at: number | undefined): void {
    if (at !== undefined) {
      this.#timer ??= setTimeout(() => this.#rings(), Math.max(0, at - Date.now()));
    } else if (this.#timer !== undefined) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
    }
  }

  #rings(): void {
    this.#timer = undefined;
    this.#ring();
  }
}
