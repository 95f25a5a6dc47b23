const NEAR_END = 100;

/**
 * Holds a scrolled list still. At its end it stays at the end; anywhere else the row that the reader looks at keeps
 * its place while rows come, go or grow above it, or the window changes. The browser's own scroll anchoring is
 * switched off in the style: Safari has none, and none works at the very top.
 */
export class ScrollKeeper {
  readonly #scroller: HTMLElement;
  readonly #rows: HTMLElement;
  readonly #isLast: () => boolean;
  readonly #onMove: () => void;
  readonly #observer = new ResizeObserver(() => this.hold());
  #isAtEnd = true;
  #anchor: { row: Element; top: number } | undefined;

  /** `isLast` answers whether nothing comes below the rows that are there. */
  constructor(scroller: HTMLElement, rows: HTMLElement, isLast: () => boolean, onMove: () => void) {
    this.#scroller = scroller;
    this.#rows = rows;
    this.#isLast = isLast;
    this.#onMove = onMove;
    this.#observer.observe(scroller);
    this.#observer.observe(rows);
    scroller.addEventListener('scroll', this.#moved, { passive: true });
  }

  stop(): void {
    this.#observer.disconnect();
    this.#scroller.removeEventListener('scroll', this.#moved);
  }

  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  get toStart(): number {
    return this.#scroller.scrollTop;
  }

  get toEnd(): number {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight;
  }

  /** The id of the row that the reader looks at. */
  get anchorId(): string | undefined {
    return this.#anchor?.row.id;
  }

  /** To be called whenever rows have changed; the observer does so where only their sizes did. */
  hold(): void {
    const held = this.#anchor;
    if (this.#isAtEnd) this.#scroller.scrollTop = this.#scroller.scrollHeight;
    else if (held?.row.isConnected) this.#moveBy(this.#topOf(held.row) - held.top);
    this.#look();
    // What is less than a pixel would add up.
    if (held && held.row === this.#anchor?.row && Math.abs(held.top - this.#anchor.top) < 1)
      this.#anchor = held;
  }

  goToEnd(): void {
    this.#isAtEnd = true;
    this.hold();
  }

  /** Whether `row` has gone out of sight at the top. */
  isAbove(row: Element): boolean {
    return this.#topOf(row) < 0;
  }

  /** Shows `row` in the upper part; from then on it is what the reader looks at. */
  goTo(row: Element): void {
    this.#scroller.scrollTop += this.#topOf(row) - this.#scroller.clientHeight / 4;
    this.#look();
  }

  /** A scroller stops at whole pixels: for half of one it would go to and fro. */
  #moveBy(pixels: number): void {
    if (Math.abs(pixels) >= 1) this.#scroller.scrollTop += pixels;
  }

  readonly #moved = () => this.#look();

  #look(): void {
    this.#isAtEnd = this.toEnd < NEAR_END && this.#isLast();
    const row = this.#firstInSight();
    this.#anchor = row && { row, top: this.#topOf(row) };
    this.#onMove();
  }

  #firstInSight(): Element | undefined {
    const rows = this.#rows.children;
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const row = rows[middle] as Element;
      if (this.#topOf(row) + row.clientHeight > 0) high = middle;
      else low = middle + 1;
    }
    return nearestArticle(rows[low]);
  }

  #topOf(row: Element): number {
    return row.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top;
  }
}

/** Dividers are no hold: the day that the first message stands under goes up with older ones. */
function nearestArticle(row: Element | null | undefined): Element | undefined {
  let nearest = row;
  while (nearest && nearest.tagName !== 'ARTICLE') nearest = nearest.nextElementSibling;
  return nearest ?? undefined;
}
