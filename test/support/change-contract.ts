import { describe, expect, it } from 'vitest';
import { type Begun, type Open, seqs } from './contract.ts';
import { aMessage, type TranscriptWriter } from './transcript-writer.ts';

/** What is kept of edits and deletions, and told of all that happened since a cursor. */
export function describeChanges(begun: Begun): void {
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
}
