/** Sends of a queue that share a frame. */
export const SENDS_PER_FRAME = 20;
const LEAST_GAP = 50;
const FIRST_GAP_MOST = 250;
const GAP_MOST = 5_000;
const NO_GAP_BELOW = 10;
const FASTER = 0.95;

/**
 * E1: how fast a queue may go. A room refuses all of a frame that comes too fast, and ends the connections of
 * whoever collects 300 refusals a minute: so, once refused, messages go one by one, with a gap that follows
 * what the room bears, whatever its deployer has set, until the queue is empty.
 */
export class Pace {
  #gap = 0;

  /** In ms, from one frame to the next; 0 for no limit. */
  get gap(): number {
    return this.#gap;
  }

  /** Sends that the next frame may hold. */
  get sendsPerFrame(): number {
    return this.#gap > 0 ? 1 : SENDS_PER_FRAME;
  }

  /** The ms to wait before the next frame. */
  refused(retryAfter = 1_000): number {
    const wider = this.#gap > 0 ? this.#gap * 2 : Math.min(retryAfter, FIRST_GAP_MOST);
    this.#gap = Math.min(GAP_MOST, Math.max(LEAST_GAP, wider));
    return Math.max(retryAfter, this.#gap);
  }

  acknowledged(): void {
    this.#gap *= FASTER;
    if (this.#gap < NO_GAP_BELOW) this.reset();
  }

  reset(): void {
    this.#gap = 0;
  }
}
