/** Rows a frame. */
const MOST = 8;
/** ms between two frames: two of a screen's 60 a second. A garbage collection besides still fits into 50. */
const SMOOTH = 34;
/** ms without a step, after which the frames tell nothing of what the steps cost. */
const PAUSE = 250;

/** How many rows to bring in a frame: few at first and where frames take long, more as long as they do not. */
export class Stride {
  #rows = 2;
  #last = Number.NEGATIVE_INFINITY;

  /** `now`: when this frame began, in ms. */
  next(now: number): number {
    const took = now - this.#last;
    this.#last = now;
    if (took <= SMOOTH) this.#rows = Math.min(MOST, this.#rows + 1);
    else if (took < PAUSE) this.#rows = Math.max(1, this.#rows >> 1);
    return this.#rows;
  }
}
