import { isPrivateRoom } from '../protocol/room-name.ts';
import type { Register } from './register.ts';
import type { Transcript } from './transcript.ts';

/**
 * H1: whether a room is still to be owned by the first who speaks in it for everybody to hear. Asked at every message;
 * whether anybody has spoken is read until somebody has, and remembered while the room is awake.
 */
export class Vacancy {
  readonly #isPublic: boolean;
  readonly #transcript: Transcript;
  readonly #register: Register;
  #hasHeard = false;

  constructor(room: string, transcript: Transcript, register: Register) {
    this.#isPublic = !isPrivateRoom(room);
    this.#transcript = transcript;
    this.#register = register;
  }

  get isOpen(): boolean {
    if (!this.#isPublic || this.#hasHeard || Object.keys(this.#register.hosts).length > 0) return false;
    const [first] = this.#transcript.messagesBefore(Number.POSITIVE_INFINITY, null);
    this.#hasHeard = first !== undefined;
    return !this.#hasHeard;
  }
}
