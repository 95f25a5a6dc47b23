import { batch, signal } from '@preact/signals';
import * as v from 'valibot';
import { ADMIN_API } from '../../protocol/api.ts';
import { type Listing, listing } from '../../protocol/listing.ts';
import { saveFile } from '../parts/save-file.ts';
import { words } from './words.ts';

const KEPT = 'parlor-admin-key';
const ROOMS = `${ADMIN_API}/rooms`;

/** What the deployer sees and does, by a key that this tab keeps until it is closed. */
export class Deployment {
  readonly listing = signal<Listing | undefined>(undefined);
  /** Unix ms at which that was asked. */
  readonly askedAt = signal(0);
  /** Why what was asked last did not come. */
  readonly problem = signal<string | undefined>(undefined);
  readonly isBusy = signal(false);
  /** No key is set: there is nothing to sign in to. */
  readonly isClosed = signal(false);
  #key = sessionStorage.getItem(KEPT);
  #search = '';

  constructor() {
    if (this.#key !== null) void this.refresh();
  }

  async signIn(key: string): Promise<void> {
    this.#key = key;
    await this.refresh();
    if (this.listing.peek()) sessionStorage.setItem(KEPT, key);
  }

  signOut(): void {
    sessionStorage.removeItem(KEPT);
    this.#key = null;
    batch(() => {
      this.listing.value = undefined;
      this.problem.value = undefined;
    });
  }

  refresh(): Promise<void> {
    return this.#try(async () => {
      const answer = await this.#ask(`${ROOMS}?search=${encodeURIComponent(this.#search)}`);
      this.listing.value = v.parse(listing, await answer.json());
      this.askedAt.value = Date.now();
    });
  }

  search(part: string): Promise<void> {
    this.#search = part;
    return this.refresh();
  }

  /** Answers whether it is done. */
  lock(room: string, locked: boolean): Promise<boolean> {
    return this.#act(room, '/lock', { method: 'POST', body: JSON.stringify({ locked }) });
  }

  delete(room: string): Promise<boolean> {
    return this.#act(room, '', { method: 'DELETE' });
  }

  /** R6, of all that is not private: as a file, for a link cannot show the key. */
  save(room: string): Promise<void> {
    return this.#try(async () => {
      const answer = await this.#ask(`${addressOf(room)}/transcript?format=html`);
      saveFile(await answer.blob(), `parlor-${room}.html`);
    });
  }

  async #act(room: string, what: string, init: RequestInit): Promise<boolean> {
    await this.#try(() => this.#ask(addressOf(room) + what, init));
    const isDone = this.problem.peek() === undefined;
    if (isDone) await this.refresh();
    return isDone;
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    this.isBusy.value = true;
    this.problem.value = undefined;
    try {
      await act();
    } catch (error) {
      this.problem.value = error instanceof Problem ? error.message : words.failed;
    }
    this.isBusy.value = false;
  }

  async #ask(path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(path, { ...init, headers: { Authorization: `Bearer ${this.#key}` } });
    if (answer.ok) return answer;
    this.isClosed.value = answer.status === 404 && !this.listing.peek();
    throw new Problem(why(answer.status));
  }
}

class Problem extends Error {}

function why(status: number): string {
  if (status === 403) return words.signIn.wrong;
  return status === 429 ? words.signIn.tooOften : words.failed;
}

const addressOf = (room: string) => `${ROOMS}/${encodeURIComponent(room)}`;
