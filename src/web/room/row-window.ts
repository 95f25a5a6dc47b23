import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import { isSent, type Row } from './rows.ts';

/** Rows that stand in the page as the room opens, until more are asked for: they fill most of a phone's screen. */
const FIRST = 10;
/** Rows that stand in the page around one that is gone to. */
const SIZE = 120;
/** Rows left between the window and an end of what is loaded, at which more are to be loaded. */
const RESERVE = 100;

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
  readonly #isPast: ReadonlySignal<boolean>;
  /** A message's, since it keeps its place while days and lines come and go; none for the first row of all. */
  readonly #firstKey = signal<string | undefined>(undefined);
  /** Whether rows that come at the end are shown, and those at the start leave for them. */
  readonly #follows = signal(true);
  readonly #size = signal(FIRST);
  /** Where the window begins if it ends with the newest row; below 0 where there are fewer than it holds. */
  readonly #newest = computed(() => this.#rows.value.length - this.#size.value);
  /** The message that it begins with … */
  readonly #first = computed(() => this.#firstOf());
  /** … and the days and lines above it. */
  readonly #start = computed(() => this.#withDividers(this.#first.value));
  readonly #end = computed(() => this.#first.value + this.#size.value);

  /** `isPast`: whether the room goes on behind the last row. */
  constructor(rows: ReadonlySignal<readonly Row[]>, isPast: ReadonlySignal<boolean>) {
    this.#rows = rows;
    this.#isPast = isPast;
    this.shown = computed(() => rows.value.slice(this.#start.value, this.#end.value));
    this.reachesStart = computed(() => this.#start.value === 0);
    this.reachesEnd = computed(() => this.#end.value >= rows.value.length);
  }

  /** Whether few rows are left to be brought before those that stand in the page. */
  get nearsStart(): boolean {
    return this.#start.value < RESERVE;
  }

  /** Whether the room goes on, and few rows are left to be brought behind those that stand in the page. */
  get nearsEnd(): boolean {
    return this.#isPast.value && this.#rows.value.length - this.#end.value < RESERVE;
  }

  /** Keeps out what will be loaded at either end, until `move` brings it. */
  hold(): void {
    this.#begin(this.#start.value);
  }

  /** Whether all rows stand in the page. */
  get isAll(): boolean {
    return this.reachesStart.value && this.reachesEnd.value;
  }

  /** Has so many rows more stand in the page, where they fill too little of it. */
  grow(by: number): void {
    this.#size.value += by;
    this.#begin(Math.min(this.#start.value, this.#newest.value));
  }

  /** By so many rows, towards the start where they are negative. */
  move(by: number): void {
    const from = by > 0 ? this.#first.value : this.#start.value;
    this.#begin(Math.min(from + by, this.#newest.value));
  }

  toEnd(): void {
    if (!this.#follows.value) this.#begin(this.#newest.value);
  }

  /** Shows the row of that key, where there is one, with as many before it as behind it. */
  centre(key: string): void {
    const index = this.#indexOf(key);
    if (index < 0) return;
    this.#size.value = SIZE;
    this.#begin(index - SIZE / 2);
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
    const first = this.#rows.value.slice(Math.max(0, index)).find(({ kind }) => kind === 'entry');
    batch(() => {
      this.#firstKey.value = first?.key;
      this.#follows.value = !this.#isPast.value && index >= this.#newest.value;
    });
  }

  #firstOf(): number {
    const newest = Math.max(0, this.#newest.value);
    const first = this.#firstKey.value === undefined ? 0 : this.#indexOf(this.#firstKey.value);
    return first < 0 || this.#follows.value ? Math.max(first, newest) : first;
  }

  #withDividers(first: number): number {
    let start = first;
    while (start > 0 && this.#rows.value[start - 1]?.kind !== 'entry') start--;
    return start;
  }

  #indexOf(key: string): number {
    return this.#rows.value.findIndex((row) => row.key === key);
  }
}
