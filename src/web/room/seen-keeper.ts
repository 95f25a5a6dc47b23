import type { Line, RoomState } from '../../client/state.ts';
import { closeCodes } from '../../protocol/codes.ts';
import type { RoomSettings } from '../../protocol/room-settings.ts';
import type { Message, Page } from '../../protocol/server-message.ts';
import { isRecent, kept } from '../parts/kept.ts';
import { dropSeen, keepSeen } from '../parts/last-seen.ts';

const PAUSE = 1_000;

/** Keeps what the room shows for the next visit: at once, but at most once a second, and nothing of a room that is closed to us. */
export class SeenKeeper {
  readonly #room: string;
  #messages: readonly Message[] = [];
  #settings: RoomSettings | undefined;
  #next: Page | undefined;
  #isWriting = false;

  constructor(room: string) {
    this.#room = room;
  }

  follow({ line, messages, hasOlder, settings }: RoomState): void {
    if (isShut(line)) {
      this.#next = undefined;
      void dropSeen(this.#room);
    }
    if (line.state !== 'live') return;
    if (settings !== this.#settings) kept.keepTitle(this.#room, settings.title);
    this.#settings = settings;
    if (messages === this.#messages) return;
    this.#messages = messages;
    this.#next = { messages, more: hasOlder };
    if (!this.#isWriting) void this.#write();
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#next) {
      const page = this.#next;
      this.#next = undefined;
      // Another page of this browser may have forgotten the room meanwhile.
      if (isRecent(this.#room)) await keepSeen(this.#room, page);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    this.#isWriting = false;
  }
}

/** Whether the room has shown us the door, or is no more. */
export function isShut(line: Line): boolean {
  if (line.state === 'refused') return line.why.code === 'banned' || line.why.code === 'not_found';
  return line.state === 'ended' && (line.code === closeCodes.removed || line.code === closeCodes.roomGone);
}
