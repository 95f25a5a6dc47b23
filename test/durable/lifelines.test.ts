import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { aRoom, hibernate, joinRoom, within } from '../support/live-client.ts';

/** The room's end of the only other connection's socket; which one tells the name on it. */
async function socketOf(
  room: string,
  name: string,
  change: (socket: WebSocket, state: DurableObjectState) => void,
) {
  await within(room, (_, state) => {
    const isTheirs = (socket: WebSocket) =>
      JSON.stringify(socket.deserializeAttachment()).includes(`"${name}"`);
    const socket = state.getWebSockets().find(isTheirs);
    if (!socket) throw new Error(`No socket of ${name}.`);
    change(socket, state);
  });
}

/** Runtimes of tests tell no `bufferedAmount`: here is what newer ones would. */
const stall = (room: string, name: string, bytes: number) =>
  socketOf(room, name, (socket) => Object.defineProperty(socket, 'bufferedAmount', { value: bytes }));

describe('a reader that does not keep up', () => {
  it('[6] is closed with 4503 once more than 1 MiB waits for it, and gets all by resuming', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room, { name: 'Ann' }), await joinRoom(room, { name: 'Bob' })];
    const { log, head } = bob.welcome.room;
    await stall(room, 'Bob', 1_048_577);
    await ann.posts('Too much for Bob');
    expect((await bob.isClosed()).code).toBe(4503);
    await ann.hears({ type: 'presence', left: [bob.id] });
    const again = await joinRoom(room, { token: bob.token, log, after: head });
    expect(again.welcome.events).toMatchObject([{ type: 'message', text: 'Too much for Bob' }]);
  });

  it('[6] is kept with 1 MiB and less', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room, { name: 'Ann' }), await joinRoom(room, { name: 'Bob' })];
    await stall(room, 'Bob', 1_048_576);
    await ann.posts('Just so');
    await bob.hears({ type: 'message', text: 'Just so' });
  });

  it('[S2] does not keep anybody else from hearing', async () => {
    const room = aRoom();
    const [ann, , carl] = [
      await joinRoom(room, { name: 'Ann' }),
      await joinRoom(room, { name: 'Bob' }),
      await joinRoom(room, { name: 'Carl' }),
    ];
    await stall(room, 'Bob', 2_000_000);
    await ann.posts('Heard by Carl');
    await carl.hears({ type: 'message', text: 'Heard by Carl' });
  });
});

it('[S2] a socket that throws keeps nobody else from hearing', async () => {
  const room = aRoom();
  const [ann, , carl] = [
    await joinRoom(room, { name: 'Ann' }),
    await joinRoom(room, { name: 'Bob' }),
    await joinRoom(room, { name: 'Carl' }),
  ];
  const warn = vi.spyOn(console, 'warn').mockReturnValue();
  onTestFinished(() => warn.mockRestore());
  await socketOf(room, 'Bob', (socket) =>
    Object.defineProperty(socket, 'send', {
      value: () => {
        throw new Error('broken pipe');
      },
    }),
  );
  await ann.posts('Heard by Carl');
  await carl.hears({ type: 'message', text: 'Heard by Carl' });
  expect(warn).toHaveBeenCalled();
});

describe('a connection that has pinged before', () => {
  const pinged = (room: string, secondsAgo: number) =>
    within(room, (_, state) => {
      const isBobs = (socket: WebSocket) => JSON.stringify(socket.deserializeAttachment()).includes('"Bob"');
      Object.defineProperty(state, 'getWebSocketAutoResponseTimestamp', {
        value: (socket: WebSocket) => (isBobs(socket) ? new Date(Date.now() - secondsAgo * 1_000) : null),
      });
    });

  /** Takes back by so long when anybody was heard, and lets the room sleep. */
  const sleepsAfter = async (room: string, secondsOfSilence: number) => {
    await within(room, (_, state) => {
      for (const socket of state.getWebSockets()) {
        const attachment = socket.deserializeAttachment();
        const heardAt = attachment.heardAt - secondsOfSilence * 1_000;
        socket.serializeAttachment({ ...attachment, heardAt });
      }
    });
    await hibernate(room);
  };

  it('[P1] is found dead after two minutes without a ping or a word, by the next who says something', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room, { name: 'Ann' }), await joinRoom(room, { name: 'Bob' })];
    await sleepsAfter(room, 122);
    await pinged(room, 121);
    ann.says({ type: 'typing', on: true });
    await ann.hears({ type: 'presence', left: [bob.id], count: 1 });
    expect((await bob.isClosed()).code).toBe(4503);
  });

  it('[P1] is left alone where it has pinged since', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room, { name: 'Ann' }), await joinRoom(room, { name: 'Bob' })];
    await sleepsAfter(room, 122);
    await pinged(room, 100);
    await ann.posts('Still there?');
    await bob.hears({ type: 'message', text: 'Still there?' });
  });

  it('[P1] is left alone where it has said something since, though the room has slept in between', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room, { name: 'Ann' }), await joinRoom(room, { name: 'Bob' })];
    await sleepsAfter(room, 300);
    await bob.posts('Still here');
    await hibernate(room);
    await pinged(room, 300);
    await ann.posts('Still there?');
    await bob.hears({ type: 'message', text: 'Still there?' });
  });
});
