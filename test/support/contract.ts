import type { Transcript } from '../../src/room/transcript.ts';
import type { TranscriptWriter } from './transcript-writer.ts';

/** Opens the transcript, empty at first; asked again, opens what is stored once more, as after a restart. */
export type Open = () => Transcript;

/** Hands an `Open` over a storage of its own to `check`, wherever that storage may be used. */
export type Within = (check: (open: Open) => void) => void | Promise<void>;

/** What a test does with a transcript that has begun. Everything in `check` is synchronous, as the contract is. */
export type Begun = (check: (writer: TranscriptWriter, open: Open) => void) => () => void | Promise<void>;

export const seqs = (messages: Iterable<{ readonly seq: number }>) => [...messages].map(({ seq }) => seq);
