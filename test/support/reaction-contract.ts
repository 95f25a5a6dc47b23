import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../src/room/transcript.ts';
import type { Begun } from './contract.ts';
import { aMessage, members } from './transcript-writer.ts';

/** How reactions are kept, and counted where there are many. */
export function describeReactions(begun: Begun): void {
  describe('reactions', () => {
    it(
      '[S8] are sets of members, emoji by emoji',
      begun((writer, open) => {
        writer.send('one');
        writer.react(1, '👍', 'bob');
        writer.react(1, '👍', 'carol');
        writer.react(1, '🎉', 'bob');
        for (const transcript of [writer.transcript, open()]) {
          expect(listed(transcript, '👍').sort()).toEqual(['bob', 'carol']);
          expect(listed(transcript, '🎉')).toEqual(['bob']);
        }
      }),
    );

    it(
      '[S8] that are taken back are gone, and so is a field that is empty',
      begun((writer) => {
        writer.send('one');
        writer.react(1, '👍', 'bob');
        writer.react(1, '🎉', 'bob');
        writer.react(1, '👍', 'bob', false);
        expect(writer.transcript.message(1)?.reactions).toEqual({ '🎉': ['bob'] });
        writer.react(1, '🎉', 'bob', false);
        expect(writer.transcript.message(1)).toStrictEqual(aMessage({ seq: 1, text: 'one' }));
      }),
    );

    it(
      '[S8] may be set again once taken back',
      begun((writer) => {
        writer.send('one');
        writer.react(1, '👍', 'bob');
        writer.react(1, '👍', 'bob', false);
        writer.react(1, '👍', 'bob');
        expect(writer.transcript.message(1)?.reactions).toEqual({ '👍': ['bob'] });
      }),
    );

    it(
      '[S8] are told apart by message, emoji and member',
      begun((writer, open) => {
        writer.send('one');
        writer.send('two');
        writer.react(1, '👍', 'bob');
        for (const transcript of [writer.transcript, open()]) {
          expect(transcript.hasReaction(1, '👍', 'bob')).toBe(true);
          expect(transcript.hasReaction(1, '👍', 'ann')).toBe(false);
          expect(transcript.hasReaction(1, '👎', 'bob')).toBe(false);
          expect(transcript.hasReaction(2, '👍', 'bob')).toBe(false);
        }
        writer.react(1, '👍', 'bob', false);
        expect(writer.transcript.hasReaction(1, '👍', 'bob')).toBe(false);
      }),
    );

    it(
      '[S8] of 50 are all listed, without a count',
      begun((writer) => {
        writer.send('one');
        writer.crowd(50);
        expect(listed(writer.transcript, '👍').sort()).toEqual(members(50).sort());
        expect(writer.transcript.message(1)).not.toHaveProperty('reactionCounts');
      }),
    );

    it(
      '[S8] beyond 50 are counted, 50 of them listed',
      begun((writer, open) => {
        writer.send('one');
        writer.crowd(53);
        writer.react(1, '🎉', 'm1');
        for (const transcript of [writer.transcript, open()]) {
          expect(transcript.message(1)?.reactionCounts).toEqual({ '👍': 53 });
          const list = listed(transcript, '👍');
          expect(new Set(list).size).toBe(50);
          expect(list.every((id) => members(53).includes(id))).toBe(true);
        }
      }),
    );

    it(
      '[S8] are listed in the order in which they came',
      begun((writer) => {
        writer.send('one');
        for (const id of ['zoe', 'bob', 'ann']) writer.react(1, '👍', id);
        writer.react(1, '👍', 'zoe', false);
        writer.react(1, '👍', 'zoe');
        expect(listed(writer.transcript, '👍')).toEqual(['bob', 'ann', 'zoe']);
      }),
    );

    it(
      '[S8] of somebody beyond the list are known too',
      begun((writer) => {
        writer.send('one');
        writer.crowd(60);
        for (const id of members(60)) expect(writer.transcript.hasReaction(1, '👍', id)).toBe(true);
      }),
    );

    it(
      '[S8] that shrink to 50 are listed in full again',
      begun((writer) => {
        writer.send('one');
        writer.crowd(52);
        writer.react(1, '👍', 'm1', false);
        expect(writer.transcript.message(1)?.reactionCounts).toEqual({ '👍': 51 });
        writer.react(1, '👍', 'm52', false);
        expect(listed(writer.transcript, '👍')).toEqual(members(51).slice(1));
        expect(writer.transcript.message(1)).not.toHaveProperty('reactionCounts');
      }),
    );
  });
}

const listed = (transcript: Transcript, emoji: string) => [
  ...(transcript.message(1)?.reactions?.[emoji] ?? []),
];
