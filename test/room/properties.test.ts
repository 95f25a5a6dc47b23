import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/protocol/server-message.ts';
import type { Command } from '../../src/room/commands/dispatch.ts';
import { aRoom, type Person, type RoomUnderTest } from '../support/room-builders.ts';
import { type Asking, RoomModel, type View, viewAfter } from '../support/room-model.ts';
import { welcomeIn } from '../support/welcome-in.ts';

const MEMBERS = ['ann', 'bob', 'carol'] as const;
const SLOTS = MEMBERS.flatMap((member) => [`${member} 1`, `${member} 2`]);

const slot = fc.constantFrom(...SLOTS);
const target = fc.integer({ min: 0, max: 12 });
const text = fc.constantFrom('one', 'two', ' three ', '');
const to = fc.subarray([...MEMBERS, 'nobody'], { minLength: 1 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      slot,
      does: fc.constant('send' as const),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      text,
      since: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ slot, does: fc.constant('send' as const), text }) },
  { weight: 3, arbitrary: fc.record({ slot, does: fc.constant('send' as const), text, to }) },
  { weight: 3, arbitrary: fc.record({ slot, does: fc.constant('send' as const), text, replyTo: target }) },
  {
    weight: 2,
    arbitrary: fc.record({ slot, does: fc.constant('send' as const), text, replyTo: target, to }),
  },
  { weight: 4, arbitrary: fc.record({ slot, does: fc.constant('edit' as const), target, text }) },
  { weight: 2, arbitrary: fc.record({ slot, does: fc.constant('delete' as const), target }) },
  {
    weight: 4,
    arbitrary: fc.record({
      slot,
      does: fc.constant('react' as const),
      target,
      emoji: fc.constantFrom('👍', '🎉'),
      on: fc.boolean(),
    }),
  },
  { weight: 5, arbitrary: fc.record({ slot, does: fc.constant('reconnect' as const) }) },
  { weight: 2, arbitrary: fc.record({ slot, does: fc.constant('drop' as const) }) },
  { weight: 1, arbitrary: fc.record({ slot, does: fc.constant('hibernate' as const) }) },
);

/** What one device of a member holds, its connection coming and going. */
type Coming = { readonly does: 'reconnect' } | { readonly does: 'drop' } | { readonly does: 'hibernate' };

type Step = { readonly slot: string } & (Asking | Coming);

class Device {
  readonly member: string;
  readonly #room: RoomUnderTest;
  #person: Person | undefined;
  #cursor: number | undefined;
  view: View = new Map();
  /** The cursor when this connection joined, and the seqs that came since; answers to second sends apart. */
  startedAt = 0;
  delivered: number[] = [];

  constructor(room: RoomUnderTest, slotName: string) {
    this.#room = room;
    this.member = slotName.split(' ')[0] ?? '';
  }

  get isThere(): boolean {
    return this.#person !== undefined;
  }

  reconnect(): void {
    this.drop();
    this.#person = this.#room.connect(this.member);
    const resume =
      this.#cursor === undefined ? {} : { log: this.#room.transcript.log ?? '', after: this.#cursor };
    const welcome = welcomeIn(this.#person.joins(this.member, resume));
    this.#room.told(this.#person);
    expect(welcome.resumed).toBe(this.#cursor !== undefined);
    this.view = viewAfter(this.view, welcome.events ?? welcome.messages ?? []);
    this.startedAt = this.#cursor ?? welcome.room.head;
    this.delivered = (welcome.events ?? []).map(({ seq }) => seq);
    this.#cursor = welcome.room.head;
  }

  drop(): void {
    this.#person?.leaves();
    this.#person = undefined;
  }

  says(command: Command) {
    return this.#person?.says(command) ?? [];
  }

  get cursor(): number {
    return this.#cursor ?? 0;
  }

  /** Takes in what was told since: each event once and in order, an answer beside them. */
  listens(): void {
    for (const message of this.#person ? this.#room.told(this.#person) : []) {
      if (!('seq' in message)) continue;
      if (message.seq > this.cursor) {
        this.delivered.push(message.seq);
        this.#cursor = message.seq;
      }
      this.view = viewAfter(this.view, [message]);
    }
  }
}

function play(steps: readonly Step[]) {
  const room = aRoom();
  const model = new RoomModel();
  const devices = new Map(SLOTS.map((name) => [name, new Device(room, name)]));
  for (const device of devices.values()) device.reconnect();
  for (const taken of steps) {
    const device = devices.get(taken.slot);
    if (!device) continue;
    if (taken.does === 'hibernate') room.hibernates();
    else if (taken.does === 'drop') device.drop();
    else if (taken.does === 'reconnect') device.reconnect();
    else if (device.isThere) obey(room, model, device, taken);
    for (const each of devices.values()) each.listens();
  }
  return { room, model, devices: [...devices.values()] };
}

function obey(room: RoomUnderTest, model: RoomModel, device: Device, asking: Asking): void {
  const expected = model.obey(device.member, asking, room.now);
  const [answer] = device.says(commandOf(asking));
  expect(answer?.type === 'error' ? answer.code : answer && 'seq' in answer ? answer.seq : undefined).toBe(
    expected,
  );
  room.passes(1);
}

function commandOf(asking: Asking): Command {
  const { does, ...fields } = asking;
  if (!('since' in fields)) return { type: does, ...fields } as Command;
  const { since, ...rest } = fields;
  return { type: does, ...rest, ...(since && { since: 0 }) } as Command;
}

/** The server's own ids are its own business. */
const plain = (messages: Iterable<Message>) =>
  [...messages].map(({ id, ...message }) => ({ ...message, id: id.startsWith('made') ? 'made' : id }));

const shown = (view: View) => plain(view.values()).sort((one, other) => one.seq - other.seq);

const any = (check: (steps: readonly Step[]) => void) =>
  fc.assert(fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), check), { numRuns: 250 });

describe('whatever a few members do', () => {
  it('[S1] the seqs have no gap, and the log is what the model says', () => {
    any((steps) => {
      const { room, model } = play(steps);
      const known = MEMBERS.flatMap((member) => [...room.transcript.eventsAfter(0, member)]);
      const seqs = [...new Set(known.map(({ seq }) => seq))].sort((one, other) => one - other);
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      expect(room.transcript.head).toBe(model.events.length);
    });
  });

  it('[S6] each of their devices shows what its member may see, and nothing else', () => {
    any((steps) => {
      const { model, devices } = play(steps);
      for (const device of devices) {
        if (!device.isThere) continue;
        expect(shown(device.view)).toEqual(shown(model.viewOf(device.member)));
      }
    });
  });

  it('[R3] each of their connections got each event that its member may see once, in order', () => {
    any((steps) => {
      const { model, devices } = play(steps);
      for (const { member, delivered, startedAt, isThere } of devices) {
        if (!isThere) continue;
        expect(delivered).toEqual(model.seqsFor(member).filter((seq) => seq > startedAt));
      }
    });
  });

  it('[R1] a resume from any cursor, on the view at that cursor, gives the view of now', () => {
    any((steps) => {
      const { room, model } = play(steps);
      const log = room.transcript.log ?? '';
      for (const member of MEMBERS) {
        for (let after = 0; after <= room.transcript.head; after++) {
          const { events = [] } = welcomeIn(room.connect(member).joins(member, { log, after }));
          expect(events.map(({ seq }) => seq)).toEqual(model.seqsFor(member).filter((seq) => seq > after));
          const now = viewAfter(model.viewOf(member, after), events);
          expect(shown(now)).toEqual(shown(model.viewOf(member)));
          expect(shown(viewAfter(now, events))).toEqual(shown(now));
        }
      }
    });
  });

  it('[S6] a page, a newcomer’s welcome and a reader over HTTP show what they may', () => {
    any((steps) => {
      const { room, model } = play(steps);
      for (const member of [...MEMBERS, 'zoe']) {
        const person = room.connect(member);
        const welcome = welcomeIn(person.joins(member));
        const seen = shown(model.viewOf(member));
        expect(plain(welcome.messages ?? [])).toEqual(seen);
        expect(plain(person.pages().messages)).toEqual(seen);
        expect([welcome.more, person.pages().more]).toEqual([false, false]);
      }
      expect(plain(room.reads({}).messages)).toEqual(shown(model.viewOf(null)));
    });
  });
});
