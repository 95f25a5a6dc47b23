import type { RoomState } from '../../client/state.ts';
import type { Message } from '../../protocol/server-message.ts';
import { isNews } from './news.ts';

/** What others say from now on, each message once. */
export class Arrivals {
  #heard: number | undefined;

  /** Those since the last time; none at first, nor before we are in the room. */
  take({ messages, self }: RoomState): readonly Message[] {
    if (!self) return [];
    const newest = messages.at(-1)?.seq ?? 0;
    const since = this.#heard ?? newest;
    this.#heard = Math.max(since, newest);
    return messages.filter((message) => message.seq > since && isNews(message, self.id));
  }
}
