import { clearScreenDown, createInterface, cursorTo, type Interface, moveCursor } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

type Maybe<Stream> = Stream & { readonly isTTY?: boolean };

export interface Streams {
  readonly input: Maybe<Readable>;
  readonly output: Maybe<Writable>;
  readonly errors: Maybe<Writable>;
}

/** Lines in, lines out. Between terminals there is a prompt, which stays whole below whatever is shown. */
export class Screen {
  /** What is typed or piped in, line by line, until its end. */
  readonly lines: AsyncIterable<string>;
  readonly isInteractive: boolean;
  readonly #streams: Streams;
  readonly #reader: Interface;
  #hasPrompt = false;

  constructor(streams: Streams, onInterrupt: () => void) {
    const { input, output } = streams;
    this.#streams = streams;
    this.isInteractive = input.isTTY === true && output.isTTY === true;
    this.#reader = createInterface(
      this.isInteractive ? { input, output, terminal: true, prompt: '> ' } : { input, terminal: false },
    );
    // Asked for at once: lines that come before are lost.
    const lines = this.#reader[Symbol.asyncIterator]();
    this.lines = { [Symbol.asyncIterator]: () => lines };
    if (this.isInteractive) this.#startPrompt(onInterrupt);
  }

  show(line: string): void {
    this.#write(this.#streams.output, line);
  }

  /** Of the line and of what went wrong: to stderr. */
  tell(line: string): void {
    this.#write(this.#streams.errors, line);
  }

  /** No more lines in. */
  close(): void {
    this.#reader.close();
  }

  #startPrompt(onInterrupt: () => void): void {
    const { input, output } = this.#streams;
    let rows = 0;
    // A line that is done is taken away: it comes back as a message.
    input.prependListener('keypress', (_, key?: { name?: string }) => {
      if (key?.name !== 'return' && key?.name !== 'enter') return;
      this.#reader.write(null, { ctrl: true, name: 'e' });
      rows = this.#reader.getCursorPos().rows + 1;
    });
    this.#reader.on('line', () => {
      moveCursor(output, 0, -rows);
      this.#reader.prompt();
    });
    this.#reader.on('SIGINT', onInterrupt);
    this.#reader.once('close', () => {
      this.#erase();
      this.#hasPrompt = false;
    });
    this.#hasPrompt = true;
    this.#reader.prompt();
  }

  #write(to: Maybe<Writable>, line: string): void {
    if (!this.#hasPrompt || to.isTTY !== true) {
      to.write(`${line}\n`);
      return;
    }
    this.#erase();
    // The prompt is drawn again from as many rows above the cursor as it was drawn last; a paste is not drawn.
    const { prevRows = 0 } = this.#reader as { prevRows?: number };
    to.write(`${line}\n${'\n'.repeat(prevRows)}`);
    this.#reader.prompt(true);
  }

  #erase(): void {
    const { output } = this.#streams;
    moveCursor(output, 0, -this.#reader.getCursorPos().rows);
    cursorTo(output, 0);
    clearScreenDown(output);
  }
}
