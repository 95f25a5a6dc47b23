import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LineEvent, type LineState, transitions } from '../../src/client/line-machine.ts';
import type { RoomClient } from '../../src/client/room-client.ts';
import { FakeRoom, plainWelcome } from './fake-room.ts';

/** The model, by hand: PROTOCOL.md sections 3 and 6 as a table. A dot: the event changes nothing. */
const EVENTS: readonly LineEvent[] = [
  ...(['open', 'close', 'wake', 'opened', 'welcomed', 'refused', 'lost', 'dismissed', 'waited'] as const),
];
const MODEL: Readonly<Record<LineState, readonly (LineState | '.')[]>> = {
  idle: ['opening', '.', '.', '.', '.', '.', '.', '.', '.'],
  opening: ['.', 'idle', '.', 'joining', '.', '.', 'waiting', 'ended', '.'],
  joining: ['.', 'idle', '.', '.', 'live', 'refused', 'waiting', 'ended', '.'],
  live: ['.', 'idle', '.', '.', '.', '.', 'waiting', 'ended', '.'],
  waiting: ['opening', 'idle', 'opening', '.', '.', '.', '.', '.', 'opening'],
  refused: ['opening', 'idle', '.', '.', '.', '.', '.', '.', '.'],
  ended: ['opening', 'idle', '.', '.', '.', '.', '.', '.', '.'],
};

const after = (state: LineState, event: LineEvent): LineState => {
  const next = MODEL[state][EVENTS.indexOf(event)];
  return next === undefined || next === '.' ? state : next;
};

/** How each event happens to a real client. What comes over a socket comes over the newest one, dead or not. */
const happen: Readonly<Record<LineEvent, (room: FakeRoom, client: RoomClient) => void>> = {
  open: (_, client) => client.open(),
  close: (_, client) => client.close(),
  wake: (_, client) => client.wake(),
  opened: (room) => room.sockets.at(-1)?.opens(),
  welcomed: (room) => room.sockets.at(-1)?.says(plainWelcome),
  refused: (room) => room.sockets.at(-1)?.says({ type: 'error', code: 'bad_name', message: 'No.' }),
  lost: (room) => room.sockets.at(-1)?.breaks(1006),
  dismissed: (room) => room.sockets.at(-1)?.breaks(4403),
  // So long and no longer: what is opened then would be given up in its turn.
  waited: (room, client) => {
    const { line } = client.state;
    if (line.state === 'waiting') room.clock.pass(line.retryAt - room.clock.now);
  },
};

/** What a line in that state is seen to be. */
const seenAs = (state: LineState) => (state === 'opening' || state === 'joining' ? 'connecting' : state);

/** The shortest ways to each state. */
const WAYS: Readonly<Record<LineState, readonly LineEvent[]>> = {
  idle: [],
  opening: ['open'],
  joining: ['open', 'opened'],
  live: ['open', 'opened', 'welcomed'],
  waiting: ['open', 'lost'],
  refused: ['open', 'opened', 'refused'],
  ended: ['open', 'dismissed'],
};

/** A client with all that came of those events; joins tell an opening line from a joining one. */
function live(events: readonly LineEvent[]) {
  const room = new FakeRoom();
  const client = room.client();
  for (const event of events) happen[event](room, client);
  return { room, client };
}

/** The state that the client is seen in, as far as it can be seen from outside. */
function look({ room, client }: ReturnType<typeof live>): LineState {
  const { state } = client.state.line;
  if (state !== 'connecting') return state;
  return room.socket.commands('join').length > 0 ? 'joining' : 'opening';
}

const states = Object.keys(MODEL) as LineState[];
const cells = states.flatMap((state) => EVENTS.map((event) => [state, event, after(state, event)] as const));

describe('the machine of the line', () => {
  test.each(cells)('[6] %s, %s: %s', (state, event, next) => {
    const before = live(WAYS[state]);
    expect(look(before)).toBe(state);
    happen[event](before.room, before.client);
    expect(look(before)).toBe(next);
  });

  test('[6] has the transitions of the model and no others', () => {
    const made = states.flatMap((state) =>
      EVENTS.map((event) => [state, event, transitions[state][event] ?? state]),
    );
    expect(made).toEqual(cells);
    expect(Object.keys(transitions)).toEqual(states);
  });

  const events = fc.array(fc.constantFrom(...EVENTS), { maxLength: 30 });

  test('[6] goes as the model does, whatever happens in whatever order', () => {
    fc.assert(
      fc.property(events, (happened) => {
        const there = live(happened);
        expect(look(there)).toBe(happened.reduce(after, 'idle'));
        expect(there.client.state.line.state).toBe(seenAs(look(there)));
      }),
      { numRuns: 500 },
    );
  });

  test('holds one socket at most, and none where it is not wanted', () => {
    fc.assert(
      fc.property(events, (happened) => {
        const { room, client } = live(happened);
        const open = room.sockets.filter(({ closedWith }) => closedWith === undefined);
        const wants = ['connecting', 'live'].includes(client.state.line.state);
        expect(open.length).toBe(wants ? 1 : 0);
      }),
      { numRuns: 500 },
    );
  });

  test('left alone, is live within 75 s of a room that answers, or has ended for good', () => {
    fc.assert(
      fc.property(events, (happened) => {
        const { room, client } = live(happened);
        let heard = room.sockets.length;
        room.answersPings = true;
        // An old socket stays as silent as it was: it is found out by its deadline.
        for (let ms = 0; ms < 75_000; ms += 250) {
          room.clock.pass(250);
          for (; heard < room.sockets.length; heard++) room.letsIn();
        }
        expect(['live', 'idle', 'refused', 'ended']).toContain(client.state.line.state);
      }),
      { numRuns: 300 },
    );
  });
});
