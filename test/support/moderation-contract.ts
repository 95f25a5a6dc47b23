import { describe, expect, it } from 'vitest';
import type { ModerationEvent } from '../../src/protocol/server-message.ts';
import type { Transcript } from '../../src/room/transcript.ts';
import type { Begun } from './contract.ts';

const OWN = { id: 'own', name: 'Own' };
const EVE = { id: 'eve', name: 'Eve' };

/** A ban of Eve under the next seq, but for these fields. */
const aDeed = (transcript: Transcript, fields: Partial<ModerationEvent> = {}): ModerationEvent => ({
  type: 'moderation',
  seq: transcript.head + 1,
  at: 300,
  by: OWN.id,
  action: 'ban',
  member: EVE,
  ...fields,
});

/** What hosts rely on in a transcript, whatever stores it. */
export function describeModeration(begun: Begun): void {
  describe('what hosts did', () => {
    it(
      '[H3] takes a seq, and comes back as it was written, among the events',
      begun((writer, open) => {
        const { transcript } = writer;
        writer.send('one');
        const settings = { title: 'Garden', slowMode: 5, locked: true } as const;
        const deeds = [
          aDeed(transcript, { until: 900 }),
          aDeed(transcript, { seq: 3, action: 'appoint', role: 'moderator' }),
          { type: 'moderation', seq: 4, at: 301, by: OWN.id, action: 'settings', settings } as const,
        ];
        for (const deed of deeds) transcript.moderate(deed, OWN, null);
        writer.send('five');
        for (const kept of [transcript, open()]) {
          expect(kept.head).toBe(5);
          expect([...kept.eventsAfter(1, null)].slice(0, 3)).toStrictEqual(deeds);
          expect(kept.message(2)).toBeUndefined();
          expect([...kept.messagesAfter(0, null)].map(({ seq }) => seq)).toEqual([1, 5]);
        }
      }),
    );

    it(
      '[H3] keeps its seq after a restart, where it comes last',
      begun((writer, open) => {
        writer.send('one');
        writer.transcript.moderate(aDeed(writer.transcript), OWN, null);
        expect(open().head).toBe(2);
      }),
    );

    it(
      '[H3] is told to whom it concerns alone',
      begun(({ transcript }, open) => {
        transcript.moderate(aDeed(transcript, { action: 'mute' }), OWN, ['eve', 'own']);
        for (const kept of [transcript, open()]) {
          const seen = (viewer: string | null) => [...kept.eventsAfter(0, viewer)].length;
          expect(['eve', 'own', 'ann', null].map(seen)).toEqual([1, 1, 0, 0]);
        }
      }),
    );
  });

  describe('the log of hosts', () => {
    it(
      '[H8] is read newest first, before a seq, with what others are not told',
      begun((writer, open) => {
        const { transcript } = writer;
        writer.send('one', { from: EVE });
        transcript.moderate(aDeed(transcript, { until: 900 }), OWN, null, { reason: 'spam', erased: 3 });
        transcript.noteDeletion({ type: 'delete', seq: 3, target: 1, at: 301, by: OWN.id }, OWN, EVE);
        writer.delete(1);
        transcript.moderate(aDeed(transcript, { action: 'unban' }), OWN, ['eve', 'own']);
        const log = [
          { seq: 4, at: 300, by: OWN, action: 'unban', member: EVE },
          { seq: 3, at: 301, by: OWN, action: 'delete', member: EVE, target: 1 },
          { seq: 2, at: 300, by: OWN, action: 'ban', member: EVE, until: 900, reason: 'spam', erased: 3 },
        ];
        for (const kept of [transcript, open()]) {
          expect([...kept.logBefore(Number.POSITIVE_INFINITY)]).toEqual(log);
          expect([...kept.logBefore(4)]).toEqual(log.slice(1));
          expect([...kept.logBefore(2)]).toEqual([]);
        }
      }),
    );

    it(
      '[S7] has a deletion among the events once, as the change that it is',
      begun((writer) => {
        const { transcript } = writer;
        writer.send('one', { from: EVE });
        transcript.noteDeletion({ type: 'delete', seq: 2, target: 1, at: 301, by: OWN.id }, OWN, EVE);
        writer.delete(1);
        const types = [...transcript.eventsAfter(0, 'ann')].map(({ type }) => type);
        expect(types).toEqual(['message', 'delete']);
      }),
    );
  });

  describe('taking back all that somebody said', () => {
    it(
      '[H3] deletes each message that stands, by an event of its own for whoever could read it',
      begun((writer, open) => {
        const { transcript } = writer;
        writer.send('hers', { from: EVE });
        writer.send('not hers');
        writer.send('whispered', { from: EVE, to: ['bob'] });
        writer.send('gone', { from: EVE });
        writer.delete(4);
        const erased = transcript.erase(EVE.id, OWN.id, 500);
        expect(erased.map(({ event, readers }) => [event, readers && [...readers].sort()])).toEqual([
          [{ type: 'delete', seq: 6, target: 1, at: 500, by: 'own' }, null],
          [{ type: 'delete', seq: 7, target: 3, at: 500, by: 'own' }, ['bob', 'eve']],
        ]);
        for (const kept of [transcript, open()]) {
          expect(kept.head).toBe(7);
          const standing = [...kept.messagesAfter(0, 'eve')].filter(({ deleted }) => !deleted);
          expect(standing.map(({ seq }) => seq)).toEqual([2]);
          expect([...kept.eventsAfter(5, null)].map(({ seq }) => seq)).toEqual([6]);
        }
        expect(transcript.erase(EVE.id, OWN.id, 501)).toEqual([]);
      }),
    );
  });

  describe('messages that are kept for a time', () => {
    it(
      '[H9] go with all that happened to them, on every path; seqs and head stay',
      begun((writer, open) => {
        const { transcript } = writer;
        writer.send('old', { at: 100 });
        writer.react(1, '👍', 'bob');
        writer.send('old too', { at: 200, to: ['bob'] });
        writer.send('young', { at: 300 });
        expect(transcript.oldestAt).toBe(100);
        expect(transcript.expire(300)).toBe(3);
        for (const kept of [transcript, open()]) {
          expect(kept.head).toBe(4);
          expect(kept.oldestAt).toBe(300);
          expect([1, 3].map((seq) => kept.message(seq))).toEqual([undefined, undefined]);
          expect([...kept.messagesAfter(0, 'bob')].map(({ seq }) => seq)).toEqual([4]);
          expect([...kept.messagesBefore(9, 'bob')].map(({ seq }) => seq)).toEqual([4]);
          expect([...kept.eventsAfter(0, 'bob')].map(({ seq }) => seq)).toEqual([4]);
          expect([...kept.sentBy('ann', 0, 9)].map(({ seq }) => seq)).toEqual([4]);
        }
        expect(transcript.expire(300)).toBeUndefined();
      }),
    );

    it(
      '[H9] leave the next seq as it was, where none are left',
      begun((writer, open) => {
        writer.send('old', { at: 100 });
        writer.edit(1, 'still old');
        writer.transcript.expire(300);
        expect(open().head).toBe(2);
        expect(open().oldestAt).toBeUndefined();
      }),
    );

    it(
      '[H9] are none where nothing is old, or nothing was said',
      begun((writer) => {
        const { transcript } = writer;
        expect([transcript.oldestAt, transcript.expire(300)]).toEqual([undefined, undefined]);
        writer.send('young', { at: 300 });
        expect(transcript.expire(300)).toBeUndefined();
        expect(transcript.message(1)?.text).toBe('young');
      }),
    );
  });

  describe('who has written', () => {
    it(
      '[H3] is known by the last name, and by nothing where nothing was written',
      begun((writer) => {
        const { transcript } = writer;
        expect(transcript.nameOf('eve')).toBeUndefined();
        writer.send('one', { from: EVE });
        writer.send('two', { from: { id: 'eve', name: 'Eva' } });
        writer.send('three', { from: { id: 'dave', name: 'Dave' }, to: ['eve'] });
        expect(['eve', 'dave', 'ann'].map((id) => transcript.nameOf(id))).toEqual(['Eva', 'Dave', undefined]);
        writer.send('four', { from: { id: 'eve', name: 'Evi' }, to: ['dave'] });
        expect(transcript.nameOf('eve')).toBe('Evi');
      }),
    );

    it(
      '[H4] has last sent at a time, where that was since then',
      begun((writer) => {
        const { transcript } = writer;
        expect(transcript.lastSentAt('eve', 0)).toBeUndefined();
        writer.send('one', { from: EVE, at: 100 });
        writer.send('two', { from: EVE, at: 200, to: ['bob'] });
        writer.send('three', { at: 250 });
        expect([0, 199, 200].map((since) => transcript.lastSentAt('eve', since))).toEqual([
          200,
          200,
          undefined,
        ]);
      }),
    );
  });

  describe('one stroke', () => {
    it(
      '[S2] that throws has stored nothing, and moved no seq',
      begun((writer, open) => {
        const { transcript } = writer;
        writer.send('one', { from: EVE });
        const stroke = () =>
          transcript.transaction(() => {
            transcript.erase(EVE.id, OWN.id, 500);
            transcript.moderate(aDeed(transcript), OWN, null);
            throw new Error('half way');
          });
        expect(stroke).toThrow('half way');
        for (const kept of [transcript, open()]) {
          expect([kept.head, kept.message(1)?.text]).toEqual([1, 'one']);
          expect([...kept.logBefore(9)]).toEqual([]);
        }
        writer.send('two');
        expect([...open().eventsAfter(0, null)].map(({ seq }) => seq)).toEqual([1, 2]);
      }),
    );

    it(
      '[S2] that does not is stored whole',
      begun((writer, open) => {
        const { transcript } = writer;
        transcript.transaction(() => {
          writer.send('one');
          transcript.moderate(aDeed(transcript), OWN, null);
        });
        expect([open().head, [...open().logBefore(9)].length]).toEqual([2, 1]);
      }),
    );
  });
}
