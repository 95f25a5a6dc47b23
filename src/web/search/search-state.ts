import { signal } from '@preact/signals';
import { RefusedError } from '../../client/refused-error.ts';
import type { Refusal } from '../../protocol/codes.ts';
import { wordsOf } from '../../protocol/search.ts';
import type { FoundAnswer, Message } from '../../protocol/server-message.ts';

/** R7; undefined where nobody can be asked. */
export type Ask = (query: string, before?: number) => Promise<FoundAnswer> | undefined;

export interface Results {
  readonly words: readonly string[];
  /** Newest first. */
  readonly messages: readonly Message[];
}

/** Up to where was searched: to the seq before which to go on, said then; to the beginning, where there is none. */
export type Reach = Required<Pick<FoundAnswer, 'before' | 'at'>>;

export type Progress =
  | { readonly state: 'idle' }
  /** With `reach`, it goes on from there. */
  | { readonly state: 'searching' | 'rests'; readonly reach: Reach | undefined }
  | { readonly state: 'failed'; readonly why: Refusal | undefined; readonly reach: Reach | undefined };

/** ms without a key after which what is typed is searched for. */
const PAUSE = 250;
/** Messages that are enough at once, and questions that are, however few they have found; for what is typed, one. */
const ENOUGH = 20;
const FEW = 5;
/** ms, where the room does not say. */
const WAIT = 1_000;

const NOTHING: Results = { words: [], messages: [] };

/** A search of a room, as it is typed: one query at a time, by as many questions as it takes. */
export class SearchState {
  readonly results = signal(NOTHING);
  readonly progress = signal<Progress>({ state: 'idle' });
  readonly #ask: Ask;
  /** As it is typed. */
  text = '';
  /** What is searched for, or was. */
  #query = '';
  /** Which search it is: what comes of an earlier one is nothing to this. */
  #run = 0;
  /** How many questions it may ask. */
  #most = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Searches for it, once nothing more is typed for a moment, no further than one question does. */
  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    if (this.#typed === '') this.#forget();
    else if (this.#typed !== this.#query) this.#timer = setTimeout(() => this.#begin(1), PAUSE);
  }

  /** Searches for what is typed now, or once more for what was: something new may have been said. */
  enter(): void {
    clearTimeout(this.#timer);
    const isUnderWay = this.progress.value.state === 'searching' && this.#typed === this.#query;
    if (isUnderWay) this.#most = FEW;
    else if (this.#typed !== '') this.#begin(FEW);
  }

  /** What can be searched for of it; empty where that is nothing. */
  get #typed(): string {
    return wordsOf(this.text).length > 0 ? this.text.trim() : '';
  }

  #begin(most: number): void {
    this.#query = this.#typed;
    void this.#search(undefined, most);
  }

  /** Looks at what is older than what it has looked at. */
  further(): void {
    const { value } = this.progress;
    if (value.state === 'rests' && value.reach) void this.#search(value.reach, FEW);
  }

  /** Goes on where it failed. */
  resume(): void {
    const value = this.progress.peek();
    if (value.state === 'failed') void this.#search(value.reach, this.#most);
  }

  /** Nobody looks any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#run++;
  }

  #forget(): void {
    this.stop();
    this.#query = '';
    this.results.value = NOTHING;
    this.progress.value = { state: 'idle' };
  }

  /** What an earlier query has found stays until there is an answer to this one. */
  async #search(from: Reach | undefined, most: number): Promise<void> {
    const run = ++this.#run;
    let reach = from;
    let found = 0;
    this.#most = most;
    this.progress.value = { state: 'searching', reach };
    try {
      for (let asked = 1; ; asked++) {
        const answer = await this.#answer(run, reach?.before);
        if (!answer) return;
        this.#show(answer.messages, reach === undefined);
        found += answer.messages.length;
        reach = reachOf(answer);
        if (!reach || found >= ENOUGH || asked >= this.#most) {
          this.progress.value = { state: 'rests', reach };
          return;
        }
      }
    } catch (failure) {
      if (run !== this.#run) return;
      const why = failure instanceof RefusedError ? failure.refusal : undefined;
      if (!reach) this.results.value = NOTHING;
      this.progress.value = { state: 'failed', why, reach };
    }
  }

  /** As fast as the room bears (E1); undefined where nobody waits for it any more. */
  async #answer(run: number, before: number | undefined): Promise<FoundAnswer | undefined> {
    for (;;) {
      try {
        const answer = await this.#ask(this.#query, before);
        return run === this.#run ? answer : undefined;
      } catch (failure) {
        const wait = waitOf(failure);
        if (wait === undefined || run !== this.#run) throw failure;
        await new Promise((resolve) => setTimeout(resolve, wait));
        if (run !== this.#run) return undefined;
      }
    }
  }

  #show(messages: readonly Message[], isNew: boolean): void {
    const earlier = isNew ? [] : this.results.value.messages;
    this.results.value = { words: wordsOf(this.#query), messages: [...earlier, ...messages.toReversed()] };
  }
}

function reachOf({ more, before, at }: FoundAnswer): Reach | undefined {
  return more && before !== undefined && at !== undefined ? { before, at } : undefined;
}

function waitOf(failure: unknown): number | undefined {
  if (!(failure instanceof RefusedError) || failure.refusal.code !== 'rate_limited') return undefined;
  return failure.refusal.retryAfter ?? WAIT;
}
