import type { DecodedFrame } from '../protocol/codec.ts';
import type { Delivery } from '../room/delivery.ts';
import type { ReadonlyRoster } from '../room/readonly-roster.ts';

/** Who speaks, as far as a dialect must know to understand. */
export interface Situation {
  readonly hasJoined: boolean;
  readonly roster: ReadonlyRoster;
}

/**
 * How a connection speaks: between frames and what the room takes and tells. Keeps nothing of its own, so that
 * hibernation has nothing to bring back but its name.
 */
export interface Dialect {
  /** A2: what a client offers who wants to speak it; none for those who offer nothing. */
  readonly subprotocol?: string;
  /** Frames that a connection gets before anything else. */
  readonly greeting: readonly string[];
  /** Never throws. */
  read(frame: string | ArrayBuffer, situation: Situation): DecodedFrame;
  /** The frames that tell a delivery; none where the dialect has no words for it. The same for all who speak it. */
  write(delivery: Delivery, roster: ReadonlyRoster): readonly string[];
  /** What is told at one beat, as few things as say the same. */
  merge(deliveries: readonly Delivery[]): readonly Delivery[];
  /** As few frames as tell all of that, in its order. */
  pack(words: readonly string[]): readonly string[];
}
