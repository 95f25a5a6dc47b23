import { describe, expect, it } from 'vitest';
import { describeChanges } from './change-contract.ts';
import type { Begun, Within } from './contract.ts';
import { describeMessages } from './message-contract.ts';
import { describeModeration } from './moderation-contract.ts';
import { describeReactions } from './reaction-contract.ts';
import { aMessage, TranscriptWriter } from './transcript-writer.ts';

/** What a room may rely on, whatever stores it. */
export function describeTranscript(name: string, within: Within): void {
  const begun: Begun = (check) => () =>
    within((open) => {
      const transcript = open();
      transcript.begin('log-1');
      check(new TranscriptWriter(transcript), open);
    });

  describe(`${name} keeps the contract of a transcript`, () => {
    describe('an empty one', () => {
      it('[R5] has no log, no head and nothing to read', () =>
        within((open) => {
          const transcript = open();
          expect([transcript.log, transcript.head]).toEqual([null, 0]);
          expect(transcript.message(1)).toBeUndefined();
          expect([...transcript.messagesBefore(Number.POSITIVE_INFINITY, 'bob')]).toEqual([]);
          expect([...transcript.messagesAfter(0, 'bob')]).toEqual([]);
          expect([...transcript.eventsAfter(0, 'bob')]).toEqual([]);
          expect([...transcript.sentBy('ann', 0, 10)]).toEqual([]);
        }));

      it('[R2] is named once and for good', () =>
        within((open) => {
          open().begin('log-1');
          expect(open().log).toBe('log-1');
          expect(open().head).toBe(0);
          expect(() => open().begin('log-2')).toThrow();
          expect(open().log).toBe('log-1');
        }));

      it(
        'once begun, still has nothing to read',
        begun(({ transcript }) => {
          expect(transcript.message(1)).toBeUndefined();
          expect([...transcript.messagesAfter(0, 'bob')]).toEqual([]);
          expect([...transcript.eventsAfter(0, 'bob')]).toEqual([]);
        }),
      );
    });

    describe('seqs and head', () => {
      it(
        'run through messages and changes alike',
        begun((writer) => {
          writer.send('one');
          writer.edit(1, 'two');
          writer.send('three');
          expect(writer.transcript.head).toBe(3);
          expect([...writer.transcript.messagesAfter(0, 'bob')].map(({ seq }) => seq)).toEqual([1, 3]);
        }),
      );

      it(
        'are the same after a restart, where a message comes last',
        begun((writer, open) => {
          writer.send('one');
          writer.delete(1);
          writer.send('three');
          expect(open().head).toBe(3);
        }),
      );

      it(
        'are the same after a restart, where a change comes last',
        begun((writer, open) => {
          writer.send('one');
          writer.react(1, '👍', 'bob');
          expect(open().head).toBe(2);
        }),
      );

      it(
        'a seq that is taken is refused, and nothing of it stays',
        begun((writer) => {
          const { transcript } = writer;
          writer.send('one');
          expect(() => transcript.append(aMessage({ seq: 1, text: 'again' }))).toThrow();
          expect(transcript.head).toBe(1);
          expect(transcript.message(1)?.text).toBe('one');
        }),
      );
    });

    describeMessages(begun);
    describeChanges(begun);
    describeReactions(begun);
    describeModeration(begun);
  });
}
