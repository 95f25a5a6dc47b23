import { BrowserProfile } from '../support/browser-profile.ts';
import { ChaosPage } from './page.ts';
import type { Surroundings } from './surroundings.ts';

const PAGES_MOST = 2;

/** A person at a browser: its storage, its identity, and one or two pages of the room, which come, go and crash. */
export class ChaosPerson {
  readonly name: string;
  readonly #around: Surroundings;
  readonly #profile = new BrowserProfile();
  readonly #pages: ChaosPage[] = [];
  #token: string | undefined;

  constructor(name: string, around: Surroundings) {
    this.name = name;
    this.#around = around;
    this.#open();
  }

  get pages(): readonly ChaosPage[] {
    return this.#pages;
  }

  /** One thing that a person does. What the room refuses or the line loses is part of the day. */
  act(others: readonly ChaosPerson[]): void {
    const { chance } = this.#around;
    const page = chance.pick(this.#pages);
    const whom = chance.pick(others)?.pages[0]?.id;
    if (chance.next() < 0.02) this.#comeOrGo();
    else page?.act(whom);
  }

  leave(): void {
    for (const page of this.#pages) page.close();
  }

  #comeOrGo(): void {
    // Before its first welcome a browser is nobody, and two pages of it would be two members.
    const mayOpen = this.#token !== undefined && this.#pages.length < PAGES_MOST;
    if (mayOpen && this.#around.chance.next() < 0.5) this.#open();
    else this.#crash();
  }

  /** One page is gone; the last one is opened anew. */
  #crash(): void {
    const { chance, witness } = this.#around;
    const [going] = this.#pages.splice(chance.between(0, this.#pages.length), 1);
    witness.count('page crashes');
    going?.crash();
    if (this.#pages.length === 0) this.#open();
  }

  #open(): void {
    const { witness } = this.#around;
    witness.count('pages opened');
    const onToken = (token: string) => {
      this.#token = token;
    };
    const identity = { onToken, ...(this.#token !== undefined && { token: this.#token }) };
    this.#pages.push(new ChaosPage(this.name, this.#around, this.#profile.open(), identity));
  }
}
