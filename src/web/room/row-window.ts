import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { isSent, type Row } from './rows.ts';

/** Rows that stand in the page, of however many there are. */
const SIZE = 240;
/** By how many the window moves: few enough to be put in place within a frame or two. */
const STEP = 60;

/**
 * The rows that stand in the page, of all that are loaded: the newest, or those from a certain one on. They have their
 * real heights, and nothing is guessed for the others: so nothing can jump when a guess was wrong, which is why this is
 * no virtual list from a library.
 */
export class RowWindow {
  readonly shown: ReadonlySignal<readonly Row[]>;
  readonly reachesStart: ReadonlySignal<boolean>;
  readonly reachesEnd: ReadonlySignal<boolean>;
  readonly #rows: ReadonlySignal<readonly Row[]>;
  /** A message's, since it keeps its place while days and lines come and go; none for the newest rows. */
  readonly #firstKey = signal<string | undefined>(undefined);
  readonly #start = computed(() => this.#startOf(this.#rows.value, this.#firstKey.value));

  constructor(rows: ReadonlySignal<readonly Row[]>) {
    this.#rows = rows;
    this.shown = computed(() => rows.value.slice(this.#start.value, this.#start.value + SIZE));
    this.reachesStart = computed(() => this.#start.value === 0);
    this.reachesEnd = computed(() => this.#start.value + SIZE >= rows.value.length);
  }

  up(): void {
    this.#begin(this.#start.value - STEP);
  }

  down(): void {
    this.#begin(this.#start.value + STEP);
  }

  toEnd(): void {
    this.#firstKey.value = undefined;
  }

  /** Shows the row of that key with as many before it as behind it. */
  centre(key: string): void {
    this.#begin(this.#indexOf(key) - SIZE / 2);
  }

  has(key: string | undefined): boolean {
    return this.shown.value.some((row) => row.key === key);
  }

  /** Of the row of that message, where it is loaded. */
  keyOf(seq: number | undefined): string | undefined {
    const row = this.#rows.value.find(
      (row) => row.kind === 'entry' && isSent(row.entry) && row.entry.seq === seq,
    );
    return row?.key;
  }

  #begin(index: number): void {
    const rows = this.#rows.value;
    const first = rows.slice(Math.max(0, index)).find(({ kind }) => kind === 'entry');
    this.#firstKey.value = index >= rows.length - SIZE ? undefined : first?.key;
  }

  #startOf(rows: readonly Row[], firstKey: string | undefined): number {
    const newest = Math.max(0, rows.length - SIZE);
    if (firstKey === undefined) return newest;
    let start = this.#indexOf(firstKey);
    if (start < 0) return newest;
    while (start > 0 && rows[start - 1]?.kind !== 'entry') start--;
    return start;
  }

  #indexOf(key: string): number {
    return this.#rows.value.findIndex((row) => row.key === key);
  }
}
