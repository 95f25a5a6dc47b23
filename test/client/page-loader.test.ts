import { expect, test } from 'vitest';
import type { RoomClient } from '../../src/client/room-client.ts';
import { FakeRoom, message } from './fake-room.ts';

const soon = async () => {
  for (let i = 0; i < 5; i++) await Promise.resolve();
};

const asked = (room: FakeRoom) => room.socket.commands('page').flat();

function refuse(room: FakeRoom): void {
  const id = asked(room).at(-1)?.id;
  room.socket.says({ type: 'error', code: 'rate_limited', message: 'Slow.', id, retryAfter: 400 });
}

function answer(room: FakeRoom, seq: number): void {
  room.socket.says({ type: 'page', id: asked(room).at(-1)?.id, messages: [message(seq)], more: true });
}

function atTheEnd(): { room: FakeRoom; client: RoomClient } {
  const room = new FakeRoom();
  room.answersPings = true;
  return { room, client: room.liveClient({ messages: [message(90)], more: true }) };
}

test('[E1] a page that is asked for too fast is asked for again, not before retryAfter', async () => {
  const { room, client } = atTheEnd();
  const loading = client.loadOlder();
  refuse(room);
  await soon();
  room.clock.pass(399);
  expect(asked(room)).toHaveLength(1);
  room.clock.pass(1);
  await soon();
  answer(room, 40);
  await loading;
  expect(asked(room)).toHaveLength(2);
  expect(client.state.messages.map(({ seq }) => seq)).toEqual([40, 90]);
});

test('[E1] whoever scrolls at every turn of the wheel asks once at a time', async () => {
  const { room, client } = atTheEnd();
  for (let turn = 0; turn < 100; turn++) void client.loadOlder();
  refuse(room);
  await soon();
  for (let turn = 0; turn < 100; turn++) void client.loadOlder();
  expect(asked(room)).toHaveLength(1);
});

test('[E1] after a refusal pages are asked for with a gap', async () => {
  const { room, client } = atTheEnd();
  const first = client.loadOlder();
  refuse(room);
  await soon();
  room.clock.pass(400);
  await soon();
  answer(room, 40);
  await first;
  void client.loadOlder();
  await soon();
  expect(asked(room)).toHaveLength(2);
  room.clock.pass(250);
  await soon();
  expect(asked(room)).toHaveLength(3);
});

test('another refusal is told', async () => {
  const { room, client } = atTheEnd();
  const loading = client.loadOlder();
  room.socket.breaks();
  await expect(loading).rejects.toMatchObject({ refusal: { code: 'internal' } });
});
