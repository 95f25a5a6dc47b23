import { expect, it, onTestFinished, vi } from 'vitest';
import { RoomObject } from '../../src/durable/room-object.ts';
import { Room } from '../../src/room/room.ts';
import { aRoom, joinRoom } from '../support/live-client.ts';
import { tablesOf } from '../support/live-storage.ts';

const MEMBERS = 1_000;
/** A client pings every 25 s. */
const PING_EVERY = 25_000;
const A_MINUTE = 60_000;
/** The platform takes an object with nothing pending after 10 s. */
const UNTIL_ASLEEP = 13_000;

const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What makes an object's handlers run, and what each of its wakings does for every socket that it is given back. */
function watchTheObject() {
  const handlers = (['webSocketMessage', 'webSocketClose', 'webSocketError', 'fetch', 'alarm'] as const)
    .filter((name) => name in RoomObject.prototype)
    .map((name) => vi.spyOn(RoomObject.prototype, name as 'fetch'));
  const restored = vi.spyOn(Room.prototype, 'restore');
  onTestFinished(() => void vi.restoreAllMocks());
  return {
    handled: () => handlers.reduce((sum, { mock }) => sum + mock.calls.length, 0),
    wakings: () => restored.mock.calls.length / MEMBERS,
  };
}

it('a thousand idle members and their pings cost no waking, no row and no handler in a minute; the next message wakes once', {
  timeout: 180_000,
}, async () => {
  const room = aRoom();
  const members = await Promise.all(Array.from({ length: MEMBERS }, () => joinRoom(room)));
  const [ann, bob] = [members[0], members[1]];
  await ann?.posts('hello');
  const tables = await tablesOf(room);
  await pass(UNTIL_ASLEEP);

  const watched = watchTheObject();
  for (let left = A_MINUTE; left > 0; left -= PING_EVERY) {
    for (const member of members) member.saysRaw('ping');
    for (const member of members) await member.hearsFrame('pong');
    await pass(Math.min(left, PING_EVERY));
  }
  expect([watched.handled(), watched.wakings()]).toEqual([0, 0]);

  await ann?.posts('wake up');
  await bob?.hears({ type: 'message', text: 'wake up' });
  expect([watched.handled(), watched.wakings()]).toEqual([1, 1]);
  const { messages = [], ...others } = await tablesOf(room);
  const { messages: before = [], ...othersBefore } = tables;
  expect([messages.length, others]).toEqual([before.length + 1, othersBefore]);
});
