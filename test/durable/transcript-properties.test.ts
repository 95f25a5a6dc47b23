import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SqliteTranscript } from '../../src/durable/sqlite-transcript.ts';
import type { ChangeEvent } from '../../src/protocol/server-message.ts';
import { readersOf } from '../../src/room/readers.ts';
import type { Transcript } from '../../src/room/transcript.ts';
import { aRoom, within } from '../support/live-client.ts';
import { MemoryTranscript } from '../support/memory-transcript.ts';
import { aMessage } from '../support/transcript-writer.ts';

const MEMBERS = ['ann', 'bob', 'cleo'] as const;
const who = fc.constantFrom(...MEMBERS);
const back = fc.nat(3);

/** Something written; `back` counts from the newest message that stands. */
const write = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('send' as const), who, text: fc.string() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      who,
      text: fc.string(),
      to: fc.subarray([...MEMBERS], { minLength: 1 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('edit' as const), who, back, text: fc.string() }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('delete' as const), who, back }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('react' as const),
      who,
      back,
      emoji: fc.constantFrom('👍', '🎉'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('erase' as const), who, by: who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('mute' as const), who, by: who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('expire' as const), back }) },
);
type Write = typeof write extends fc.Arbitrary<infer Written> ? Written : never;

type Change = Extract<Write, { does: 'edit' | 'delete' | 'react' }>;

/** They change their names, as anybody may. */
const member = (id: string, seq = 0) => ({ id, name: `${id} ${seq % 3}` });

/** What the room would tell of it. */
function carryOut(transcript: Transcript, written: Write): unknown {
  const seq = transcript.head + 1;
  switch (written.does) {
    case 'send': {
      const { who, text } = written;
      const to = 'to' in written && { to: written.to };
      return transcript.append(aMessage({ seq, text, ...to, from: member(who, seq) }));
    }
    case 'erase':
      return transcript.erase(written.who, written.by, seq);
    case 'mute': {
      const event = {
        type: 'moderation',
        seq,
        at: seq,
        action: 'mute',
        member: member(written.who),
      } as const;
      return transcript.moderate({ ...event, by: written.by }, member(written.by), null);
    }
    case 'expire':
      return transcript.expire(aMessage({ seq }).at - written.back);
    default:
      return change(transcript, written, seq);
  }
}

function change(transcript: Transcript, written: Change, seq: number): void {
  const target = [...transcript.messagesBefore(seq, written.who)].filter(({ deleted }) => !deleted)[
    written.back
  ];
  if (target) transcript.change(changeOf(transcript, written, seq, target.seq), readersOf(target));
}

function changeOf(transcript: Transcript, written: Change, seq: number, target: number): ChangeEvent {
  const common = { seq, target, by: written.who };
  switch (written.does) {
    case 'edit':
      return { type: 'edit', ...common, text: written.text, at: seq };
    case 'delete':
      return { type: 'delete', ...common, at: seq };
    case 'react':
      return {
        type: 'reaction',
        ...common,
        emoji: written.emoji,
        on: !transcript.hasReaction(target, written.emoji, written.who),
      };
  }
}

/** Everything that can be read, from everywhere. */
function everything(transcript: Transcript) {
  const places = Array.from({ length: transcript.head + 2 }, (_, place) => place);
  return {
    head: transcript.head,
    oldestAt: transcript.oldestAt,
    log: [...transcript.logBefore(transcript.head + 1)],
    authors: MEMBERS.map((member) => [transcript.nameOf(member), transcript.lastSentAt(member, 0)]),
    messages: places.map((place) => transcript.message(place)),
    read: [...MEMBERS, 'nobody', null].map((viewer) =>
      places.map((place) => [
        [...transcript.messagesBefore(place, viewer)],
        [...transcript.messagesAfter(place, viewer)],
        [...transcript.eventsAfter(place, viewer)],
      ]),
    ),
    sent: MEMBERS.map((member) =>
      places.map((place) => [...transcript.sentBy(member, place, transcript.head)]),
    ),
  };
}

it('whatever is written, SQLite and memory read the same, before a restart and after', {
  timeout: 60_000,
}, async () => {
  await within(aRoom(), (_, { storage }) => {
    fc.assert(
      fc.property(fc.array(write, { minLength: 5, maxLength: 30 }), (writes) => {
        storage.deleteAll();
        const [sqlite, memory] = [new SqliteTranscript(storage), new MemoryTranscript()];
        for (const transcript of [sqlite, memory]) transcript.begin('log');
        for (const written of writes) expect(carryOut(sqlite, written)).toEqual(carryOut(memory, written));
        expect(everything(sqlite)).toEqual(everything(memory));
        expect(everything(new SqliteTranscript(storage))).toEqual(everything(memory));
      }),
      { numRuns: 60 },
    );
  });
});
