import { describe, expect, it } from 'vitest';
import type { Transcript } from '../../src/room/transcript.ts';
import { describeModeration } from './moderation-contract.ts';
import { aMessage, members, TranscriptWriter } from './transcript-writer.ts';

/** Opens the transcript, empty at first; asked again, opens what is stored once more, as after a restart. */
export type Open = () => Transcript;

/** Hands an `Open` over a storage of its own to `check`, wherever that storage may be used. */
export type Within = (check: (open: Open) => void) => void | Promise<void>;

/** What a room may rely on, whatever stores it. Everything in `check` is synchronous, as the contract is. */
export function describeTranscript(name: string, within: Within): void {
  const begun = (check: (writer: TranscriptWriter, open: Open) => void) => () =>
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

    describe('edits', () => {
      it(
        '[S7] give the newest text and the time of the newest edit',
        begun((writer, open) => {
          writer.send('one');
          writer.edit(1, 'two', 50);
          writer.edit(1, 'three', 60);
          expect(writer.transcript.message(1)).toMatchObject({ text: 'three', edited: 60 });
          expect(open().message(1)).toMatchObject({ text: 'three', edited: 60 });
        }),
      );

      it(
        '[S7] leave the reactions and everything else alone',
        begun((writer) => {
          writer.send('one', { to: ['bob'], replyTo: 5 });
          writer.react(1, '👍', 'bob');
          const before = writer.transcript.message(1);
          writer.edit(1, 'two', 50);
          expect(writer.transcript.message(1)).toStrictEqual({ ...before, text: 'two', edited: 50 });
        }),
      );

      it(
        '[S7] touch no other message',
        begun((writer) => {
          writer.send('one');
          writer.send('two');
          writer.edit(1, 'three');
          expect(writer.transcript.message(2)).toStrictEqual(aMessage({ seq: 2, text: 'two' }));
        }),
      );
    });

    describe('tombstones', () => {
      const deleted = (check: (writer: TranscriptWriter, open: Open) => void) =>
        begun((writer, open) => {
          writer.send('SECRET one');
          writer.edit(1, 'SECRET two');
          writer.react(1, '👍', 'bob');
          writer.edit(1, 'SECRET three', 77);
          writer.delete(1);
          check(writer, open);
        });

      it(
        '[S7] are the message without text and reactions',
        deleted(({ transcript }) => {
          const { text: _, ...bare } = aMessage({ seq: 1, text: '' });
          expect(transcript.message(1)).toStrictEqual({ ...bare, edited: 77, deleted: true });
        }),
      );

      it(
        '[S7] leave no text, earlier versions included, on any reading path',
        deleted((writer, open) => {
          for (const transcript of [writer.transcript, open()]) {
            const everything = JSON.stringify([
              transcript.message(1),
              [...transcript.messagesAfter(0, 'bob')],
              [...transcript.messagesBefore(Number.POSITIVE_INFINITY, 'bob')],
              ...[0, 1, 2, 3, 4, 5].map((seq) => [...transcript.eventsAfter(seq, 'bob')]),
            ]);
            expect(everything).not.toContain('SECRET');
          }
        }),
      );

      it(
        '[R1] keep the seqs of all that happened: edits stand with an empty text',
        deleted(({ transcript }) => {
          expect([...transcript.eventsAfter(0, 'bob')]).toMatchObject([
            { type: 'message', seq: 1, deleted: true },
            { type: 'edit', seq: 2, target: 1, text: '' },
            { type: 'reaction', seq: 3, target: 1, emoji: '👍', by: 'bob', on: true },
            { type: 'edit', seq: 4, target: 1, text: '' },
            { type: 'delete', seq: 5, target: 1, at: 500, by: 'ann' },
          ]);
        }),
      );

      it(
        '[S8] hold no reaction any more',
        deleted(({ transcript }) => {
          expect(transcript.hasReaction(1, '👍', 'bob')).toBe(false);
        }),
      );

      it(
        '[S7] take nothing from other messages',
        begun((writer) => {
          writer.send('one');
          writer.send('two');
          writer.edit(2, 'kept', 50);
          writer.react(2, '👍', 'bob');
          writer.delete(1);
          expect(writer.transcript.message(2)).toMatchObject({ text: 'kept', reactions: { '👍': ['bob'] } });
          expect([...writer.transcript.eventsAfter(2, 'bob')][0]).toMatchObject({ text: 'kept' });
        }),
      );

      it(
        '[S3] still say who sent them, under which id',
        deleted(({ transcript }) => {
          expect([...transcript.sentBy('ann', 0, 5)]).toMatchObject([{ id: 'id-1', seq: 1 }]);
        }),
      );
    });

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

    describe('events after a cursor', () => {
      it(
        '[R1] are all of them, messages and changes in order of seq',
        begun((writer, open) => {
          writer.send('one');
          writer.react(1, '👍', 'bob');
          writer.send('three');
          writer.edit(1, 'four');
          writer.send('five');
          writer.delete(3);
          const types = ['message', 'reaction', 'message', 'edit', 'message', 'delete'];
          for (const transcript of [writer.transcript, open()]) {
            const events = [...transcript.eventsAfter(0, 'bob')];
            expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
            expect(events.map(({ type }) => type)).toEqual(types);
          }
        }),
      );

      it(
        '[R1] leave out the cursor itself',
        begun((writer) => {
          writer.sendMany(3);
          writer.edit(1, 'two');
          const seen = (seq: number) => [...writer.transcript.eventsAfter(seq, 'bob')].map(({ seq }) => seq);
          expect([seen(2), seen(3), seen(4), seen(9)]).toEqual([[3, 4], [4], [], []]);
        }),
      );

      it(
        '[R1] bring messages as they now stand, but without reactions',
        begun((writer) => {
          writer.send('one');
          writer.edit(1, 'two', 99);
          writer.react(1, '👍', 'bob');
          const [first] = [...writer.transcript.eventsAfter(0, 'bob')];
          expect(first).toStrictEqual({ ...aMessage({ seq: 1, text: 'two' }), edited: 99 });
        }),
      );

      it(
        '[S7] bring changes as they were written, field by field',
        begun((writer, open) => {
          writer.send('one');
          const written = [
            writer.edit(1, 'two', 99),
            writer.react(1, '👍', 'bob'),
            writer.react(1, '👍', 'bob', false),
          ];
          for (const transcript of [writer.transcript, open()]) {
            expect([...transcript.eventsAfter(1, 'bob')]).toStrictEqual(written);
          }
        }),
      );

      it(
        '[S6] are those that the viewer may know of',
        begun((writer, open) => {
          writer.send('to all');
          writer.send('to bob', { to: ['bob', 'dave'] });
          writer.edit(1, 'all');
          writer.edit(2, 'bob');
          writer.react(2, '👍', 'bob');
          writer.delete(2);
          for (const transcript of [writer.transcript, open()]) {
            const seen = (viewer: string | null) => seqs(transcript.eventsAfter(0, viewer));
            for (const reader of ['ann', 'bob', 'dave']) expect(seen(reader)).toEqual([1, 2, 3, 4, 5, 6]);
            for (const other of ['eve', null]) expect(seen(other)).toEqual([1, 3]);
          }
        }),
      );
    });

    describeModeration(begun);

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
  });
}

const seqs = (messages: Iterable<{ readonly seq: number }>) => [...messages].map(({ seq }) => seq);

const listed = (transcript: Transcript, emoji: string) => [
  ...(transcript.message(1)?.reactions?.[emoji] ?? []),
];
