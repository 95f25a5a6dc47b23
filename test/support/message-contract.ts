import { describe, expect, it } from 'vitest';
import { type Begun, type Open, seqs } from './contract.ts';
import { aMessage, type TranscriptWriter } from './transcript-writer.ts';

/** How messages are kept, and read in pages. */
export function describeMessages(begun: Begun): void {
  describe('a message', () => {
    it(
      '[S1] comes back as it was written, field by field',
      begun(({ transcript }, open) => {
        const written = aMessage({
          seq: 1,
          text: ' é "quoted" \u0000 👍 <b> ',
          replyTo: 7,
          to: ['bob', 'x"y'],
        });
        transcript.append(written);
        expect(transcript.message(1)).toStrictEqual(written);
        expect(open().message(1)).toStrictEqual(written);
      }),
    );

    it(
      '[S1] that is bare has no fields but its own',
      begun(({ transcript }) => {
        const written = aMessage({ seq: 1 });
        transcript.append(written);
        expect(transcript.message(1)).toStrictEqual(written);
      }),
    );

    it(
      '[S7] is found by its own seq alone, not by that of a change',
      begun((writer) => {
        writer.send('one');
        writer.edit(1, 'two');
        for (const seq of [0, -1, 2, 3, 1.5, Number.POSITIVE_INFINITY]) {
          expect(writer.transcript.message(seq)).toBeUndefined();
        }
      }),
    );
  });

  describe('pages', () => {
    it(
      '[R4] before a seq go backwards, without it',
      begun((writer) => {
        writer.sendMany(5);
        expect(seqs(writer.transcript.messagesBefore(4, 'bob'))).toEqual([3, 2, 1]);
        expect(seqs(writer.transcript.messagesBefore(1, 'bob'))).toEqual([]);
      }),
    );

    it(
      '[R4] before infinity start at the newest',
      begun((writer) => {
        writer.sendMany(3);
        expect(seqs(writer.transcript.messagesBefore(Number.POSITIVE_INFINITY, 'bob'))).toEqual([3, 2, 1]);
        expect(seqs(writer.transcript.messagesBefore(Number.MAX_SAFE_INTEGER, 'bob'))).toEqual([3, 2, 1]);
      }),
    );

    it(
      '[R4] after a seq go forwards, without it',
      begun((writer) => {
        writer.sendMany(5);
        expect(seqs(writer.transcript.messagesAfter(2, 'bob'))).toEqual([3, 4, 5]);
        expect(seqs(writer.transcript.messagesAfter(5, 'bob'))).toEqual([]);
        expect(seqs(writer.transcript.messagesAfter(-1, 'bob'))).toEqual([1, 2, 3, 4, 5]);
      }),
    );

    it(
      'hold messages alone, not what happened to them',
      begun((writer) => {
        writer.send('one');
        writer.react(1, '👍', 'bob');
        writer.edit(1, 'two');
        writer.send('four');
        expect(seqs(writer.transcript.messagesBefore(5, 'bob'))).toEqual([4, 1]);
        expect(seqs(writer.transcript.messagesAfter(0, 'bob'))).toEqual([1, 4]);
      }),
    );

    it(
      'are lazy: what is not taken need not be read, both ways',
      begun((writer) => {
        writer.sendMany(4);
        for (const { seq } of writer.transcript.messagesBefore(5, 'bob')) {
          expect(seq).toBe(4);
          break;
        }
        for (const { seq } of writer.transcript.messagesAfter(0, 'bob')) {
          expect(seq).toBe(1);
          break;
        }
        writer.send('five');
        expect(writer.transcript.head).toBe(5);
      }),
    );

    it(
      'show messages as they now stand',
      begun((writer) => {
        writer.send('one');
        writer.edit(1, 'two', 99);
        writer.react(1, '👍', 'bob');
        const stands = { text: 'two', edited: 99, reactions: { '👍': ['bob'] } };
        expect([...writer.transcript.messagesAfter(0, 'bob')]).toMatchObject([stands]);
        expect([...writer.transcript.messagesBefore(9, 'bob')]).toMatchObject([stands]);
      }),
    );
  });

  describe('private messages', () => {
    it(
      '[S6] are in the pages of those they are for, and of their author, in their place',
      begun((writer, open) => {
        writer.send('one');
        writer.send('two', { to: ['bob', 'dave'] });
        writer.send('three');
        writer.send('four', { to: ['ann'] });
        for (const transcript of [writer.transcript, open()]) {
          const seen = (viewer: string | null) => [
            seqs(transcript.messagesAfter(0, viewer)),
            seqs(transcript.messagesBefore(5, viewer)),
          ];
          expect(seen('ann')).toEqual([
            [1, 2, 3, 4],
            [4, 3, 2, 1],
          ]);
          for (const reader of ['bob', 'dave'])
            expect(seen(reader)).toEqual([
              [1, 2, 3],
              [3, 2, 1],
            ]);
          for (const other of ['eve', null])
            expect(seen(other)).toEqual([
              [1, 3],
              [3, 1],
            ]);
        }
      }),
    );

    it(
      '[S6] are read from both ends of a cursor',
      begun((writer) => {
        for (const text of ['one', 'two', 'three']) writer.send(text, { to: ['bob'] });
        expect(seqs(writer.transcript.messagesAfter(2, 'bob'))).toEqual([3]);
        expect(seqs(writer.transcript.messagesBefore(2, 'bob'))).toEqual([1]);
      }),
    );
  });

  describe('what somebody sent', () => {
    const sent = (check: (writer: TranscriptWriter, open: Open) => void) =>
      begun((writer, open) => {
        for (const author of ['ann', 'bob', 'ann', 'ann', 'bob']) {
          writer.send('x', { from: { id: author, name: author } });
        }
        writer.edit(1, 'y');
        check(writer, open);
      });

    it(
      '[S3] is told newest first, of that author alone',
      sent(({ transcript }, open) => {
        expect(seqs(transcript.sentBy('ann', 0, 6))).toEqual([4, 3, 1]);
        expect(seqs(open().sentBy('bob', 0, 6))).toEqual([5, 2]);
        expect(seqs(transcript.sentBy('carol', 0, 6))).toEqual([]);
      }),
    );

    it(
      '[S3] begins after the floor and ends with the ceiling',
      sent(({ transcript }) => {
        expect(seqs(transcript.sentBy('ann', 1, 3))).toEqual([3]);
        expect(seqs(transcript.sentBy('ann', 3, 3))).toEqual([]);
      }),
    );

    it(
      '[S3] comes with the ids',
      sent(({ transcript }) => {
        expect([...transcript.sentBy('bob', 0, 6)].map(({ id }) => id)).toEqual(['id-5', 'id-2']);
      }),
    );
  });
}
