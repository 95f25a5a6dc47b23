import { signal } from '@preact/signals';

const STANDS = 6_000;

export interface Words {
  readonly text: string;
  readonly isProblem: boolean;
  /** Whether it is one of the text in the composer, as it stands. */
  readonly isRefusal?: boolean;
}

/** A sentence for the person: seen, where it has to be, until it goes by itself, and always read aloud. */
export class Notice {
  readonly shown = signal<Words | undefined>(undefined);
  /** A new object each time, so that the same words are read aloud again. */
  readonly spoken = signal<{ readonly text: string } | undefined>(undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Something went wrong. */
  say(text: string): void {
    this.#show({ text, isProblem: true });
  }

  /** What is written cannot go as it stands. */
  refuse(text: string): void {
    this.#show({ text, isProblem: true, isRefusal: true });
  }

  /** Something went as it should, and is worth a word. */
  tell(text: string): void {
    this.#show({ text, isProblem: false });
  }

  /** For those who cannot see what has changed. */
  whisper(text: string): void {
    this.spoken.value = { text };
  }

  /** What was told is no longer so; a problem still is one. */
  takeBack(): void {
    if (!this.shown.value?.isProblem) this.#clear();
    this.forgive();
  }

  /** What was refused stands there no more. */
  forgive(): void {
    if (this.shown.value?.isRefusal) this.#clear();
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.shown.value = undefined;
  }

  #show(words: Words): void {
    clearTimeout(this.#timer);
    this.shown.value = words;
    this.whisper(words.text);
    this.#timer = setTimeout(() => this.#clear(), STANDS);
  }
}
