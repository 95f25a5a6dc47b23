import { signal } from '@preact/signals';

const STANDS = 6_000;

/** A sentence for the person that goes by itself. */
export class Notice {
  readonly text = signal<string | undefined>(undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string): void {
    clearTimeout(this.#timer);
    this.text.value = text;
    this.#timer = setTimeout(() => {
      this.text.value = undefined;
    }, STANDS);
  }
}
