import type { Tabs } from '../../client/tabs.ts';

/** What one page counts in its room. */
interface Share {
  readonly room: string;
  readonly count: number;
}

/** A page that says what it counts, or that it has come and asks the others. */
type Said = { readonly page: string; readonly share: Share } | { readonly page: string };

type Channel = Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;

/** What all pages of this browser count together: several of one room count the same. */
export class BadgeShares {
  readonly #tabs: Pick<Tabs, 'self' | 'whenGone'>;
  readonly #channel: Channel;
  readonly #show: (sum: number) => void;
  readonly #shares = new Map<string, Share>();
  #own: Share | undefined;

  constructor(tabs: Pick<Tabs, 'self' | 'whenGone'>, channel: Channel, show: (sum: number) => void) {
    this.#tabs = tabs;
    this.#channel = channel;
    this.#show = show;
    channel.onmessage = ({ data }: MessageEvent<Said>) => this.#hear(data);
    channel.postMessage({ page: tabs.self } satisfies Said);
  }

  tell(share: Share): void {
    this.#own = share;
    this.#say(share);
  }

  /** The page goes, perhaps for good: what it counts is counted by nobody then. */
  pause(): void {
    if (this.#own) this.#say({ ...this.#own, count: 0 });
  }

  resume(): void {
    if (this.#own) this.#say(this.#own);
  }

  #say(share: Share): void {
    this.#channel.postMessage({ page: this.#tabs.self, share } satisfies Said);
    this.#take(this.#tabs.self, share);
  }

  #hear(said: Said): void {
    if (!('share' in said)) this.resume();
    else this.#note(said);
  }

  #note(said: Extract<Said, { share: Share }>): void {
    if (!this.#shares.has(said.page)) this.#tabs.whenGone(said.page, () => this.#drop(said.page));
    this.#take(said.page, said.share);
  }

  #take(page: string, share: Share): void {
    this.#shares.set(page, share);
    this.#sum();
  }

  #drop(page: string): void {
    this.#shares.delete(page);
    this.#sum();
  }

  #sum(): void {
    const rooms = new Map<string, number>();
    for (const { room, count } of this.#shares.values())
      rooms.set(room, Math.max(count, rooms.get(room) ?? 0));
    this.#show([...rooms.values()].reduce((sum, count) => sum + count, 0));
  }
}
