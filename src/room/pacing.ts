import type { MemberId } from '../protocol/server-message.ts';
import type { Transcript } from './transcript.ts';

/** H4: when each member last sent something; what was before the room woke is read from the transcript once for each. */
export class Pacing {
  readonly #transcript: Transcript;
  readonly #last = new Map<MemberId, number>();
  #awakeSince: number | undefined;

  constructor(transcript: Transcript) {
    this.#transcript = transcript;
  }

  /** Unix ms; undefined where it was not after `since`. */
  lastAfter(since: number, member: MemberId, now: number): number | undefined {
    this.#awakeSince ??= now;
    const known = this.#last.get(member);
    if (known !== undefined) return known > since ? known : undefined;
    if (this.#awakeSince <= since) return undefined;
    const stored = this.#transcript.lastSentAt(member, since);
    if (stored !== undefined) this.#last.set(member, stored);
    return stored;
  }

  sent(member: MemberId, now: number): void {
    this.#last.set(member, now);
  }
}
