import { PassThrough, Writable } from 'node:stream';
import { Screen } from '../../src/terminal/screen.ts';

const KEYS = { enter: '\r', left: '\x1b[D', home: '\x01', 'ctrl-c': '\x03', 'ctrl-d': '\x04' } as const;

/** A terminal of so many columns and any number of rows, with a Screen on it. */
export class FakeTerminal {
  readonly screen: Screen;
  interrupts = 0;
  readonly #input = Object.assign(new PassThrough(), { isTTY: true });
  readonly #columns: number;
  readonly #rows: string[][] = [[]];
  readonly #lines: AsyncIterator<string>;
  #row = 0;
  #column = 0;

  constructor(columns = 80) {
    this.#columns = columns;
    const output = this.#device();
    this.screen = new Screen({ input: this.#input, output, errors: output }, () => this.interrupts++);
    this.#lines = this.screen.lines[Symbol.asyncIterator]();
  }

  /** From the top to where the cursor is or anything stands. */
  get rows(): string[] {
    const rows = this.#rows.map((cells) => Array.from(cells, (cell = ' ') => cell).join(''));
    return rows.slice(
      0,
      Math.max(
        this.#row,
        rows.findLastIndex((row) => row !== ''),
      ) + 1,
    );
  }

  /** At once, as a paste is; a single character as one key. */
  types(text: string): void {
    this.#input.emit('data', Buffer.from(text));
  }

  presses(key: keyof typeof KEYS): void {
    this.#input.emit('data', Buffer.from(KEYS[key]));
  }

  async nextLine(): Promise<string | undefined> {
    const { value, done } = await this.#lines.next();
    return done ? undefined : value;
  }

  #device(): Writable & { isTTY: boolean; columns: number } {
    const write = (chunk: Buffer, _: string, done: () => void) => {
      this.#draw(chunk.toString());
      done();
    };
    return Object.assign(new Writable({ write }), { isTTY: true, columns: this.#columns });
  }

  #draw(text: string): void {
    for (const [token, order, figure = '', letter] of text.matchAll(/(\p{Cc}\[(\d*)([A-Za-z]))|./gsu)) {
      if (order) this.#obey(letter ?? '', figure === '' ? undefined : Number(figure));
      else if (token === '\n') this.#move(this.#row + 1, 0);
      else if (token === '\r') this.#column = 0;
      else this.#put(token);
    }
  }

  #put(character: string): void {
    if (this.#column === this.#columns) this.#move(this.#row + 1, 0);
    (this.#rows[this.#row] ?? [])[this.#column++] = character;
  }

  #obey(letter: string, figure: number | undefined): void {
    if (letter === 'A') this.#move(this.#row - (figure ?? 1), this.#column);
    else if (letter === 'C') this.#column += figure ?? 1;
    else if (letter === 'D') this.#column -= figure ?? 1;
    else if (letter === 'G') this.#column = (figure ?? 1) - 1;
    else if (letter === 'J') this.#clearDown();
    else throw new Error(`This terminal does not know ${letter}.`);
  }

  #clearDown(): void {
    this.#rows.length = this.#row + 1;
    (this.#rows[this.#row] ?? []).length = this.#column;
  }

  #move(row: number, column: number): void {
    this.#row = Math.max(0, row);
    this.#column = column;
    while (this.#rows.length <= this.#row) this.#rows.push([]);
  }
}
