import { describe, expect, test } from 'vitest';
import { RefusedError, type RoomClient } from '../../src/client/room-client.ts';
import type { Message } from '../../src/protocol/server-message.ts';
import { FakeRoom, message } from './fake-room.ts';

const seqs = (messages: readonly Message[] | undefined) => messages?.map(({ seq }) => seq);
const from = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => message(first + index));

function live(first: number, last: number, mostLoaded = 10): { room: FakeRoom; client: RoomClient } {
  const room = new FakeRoom();
  const welcome = { room: { name: 'lobby', log: 'log', head: last }, messages: from(first, last) };
  const client = room.liveClient({ ...welcome, more: first > 1 }, { mostLoaded });
  return { room, client };
}

const asked = (room: FakeRoom) => room.socket.commands('page').flat().at(-1);

function answers(room: FakeRoom, messages: readonly Message[], ends: { more: boolean; newer?: boolean }) {
  room.socket.says({ type: 'page', id: asked(room)?.id, messages, ...ends });
}

/** Somebody who has gone to 500 of 1,000. */
function farBack() {
  const { room, client } = live(996, 1_000);
  const shown = client.show(500);
  answers(room, from(498, 502), { more: true, newer: true });
  return { room, client, shown };
}

describe('[R4] a message far back', () => {
  test('is shown with what lies around it, beside the newest ones', async () => {
    const { room, client, shown } = farBack();
    expect(asked(room)).toMatchObject({ around: 500, limit: 100 });
    expect(await shown).toBe('shown');
    expect(seqs(client.state.past?.messages)).toEqual([498, 499, 500, 501, 502]);
    expect(seqs(client.state.messages)).toEqual([996, 997, 998, 999, 1_000]);
  });

  test('that is loaded already is not asked for', async () => {
    const { room, client } = live(996, 1_000);
    expect(await client.show(998)).toBe('shown');
    expect([asked(room), client.state.past]).toEqual([undefined, undefined]);
  });

  test('that is loaded in the past is not asked for again', async () => {
    const { room, client, shown } = farBack();
    await shown;
    expect(await client.show(502)).toBe('shown');
    expect(room.socket.commands('page')).toHaveLength(1);
  });

  test('among the newest is shown by leaving the past', async () => {
    const { room, client, shown } = farBack();
    await shown;
    expect(await client.show(998)).toBe('shown');
    expect([client.state.past, room.socket.commands('page').length]).toEqual([undefined, 1]);
  });

  test('that comes after the newest were asked for again is not shown', async () => {
    const { room, client } = live(996, 1_000);
    const shown = client.show(500);
    client.showLatest();
    answers(room, from(498, 502), { more: true, newer: true });
    expect(await shown).toBe('overtaken');
    expect(client.state.past).toBeUndefined();
  });

  test('that is asked for twice is shown to the last who asked', async () => {
    const { room, client } = live(996, 1_000);
    const [first, second] = [client.show(500), client.show(500)];
    answers(room, from(498, 502), { more: true, newer: true });
    expect([await first, await second]).toEqual(['overtaken', 'shown']);
    expect(room.socket.commands('page')).toHaveLength(1);
  });

  test('that the line went before is not there to be had, which only the last who asked is told', async () => {
    const { room, client } = live(996, 1_000);
    const [first, second] = [client.show(500), client.show(300)];
    room.socket.breaks();
    expect(await first).toBe('overtaken');
    await expect(second).rejects.toThrow(RefusedError);
  });

  test('is asked for while another is on its way', () => {
    const { room, client } = live(996, 1_000);
    void client.show(500);
    void client.show(300);
    expect(room.socket.commands('page').flat()).toMatchObject([{ around: 500 }, { around: 300 }]);
  });

  test('in a room of which nothing is loaded is among the newest', async () => {
    const { room, client } = live(1, 0);
    const shown = client.show(5);
    answers(room, from(3, 7), { more: true, newer: true });
    expect(await shown).toBe('shown');
    expect([seqs(client.state.messages), client.state.past]).toEqual([[3, 4, 5, 6, 7], undefined]);
  });

  test('that nobody may read, or that never was, is told so and leaves what is shown', async () => {
    const { room, client } = live(996, 1_000);
    const shown = client.show(500);
    answers(room, from(498, 499), { more: true, newer: true });
    expect(await shown).toBe('missing');
    expect(client.state.past).toBeUndefined();
  });

  test('that is near the newest is joined to them', async () => {
    const { room, client } = live(996, 1_000);
    const shown = client.show(994);
    answers(room, from(992, 996), { more: true, newer: true });
    expect(await shown).toBe('shown');
    expect(seqs(client.state.messages)).toEqual([992, 993, 994, 995, 996, 997, 998, 999, 1_000]);
    expect([client.state.past, client.state.hasOlder]).toEqual([undefined, true]);
  });

  test('is left for the newest ones', () => {
    const { client } = farBack();
    client.showLatest();
    expect(client.state.past).toBeUndefined();
  });
});

describe('a part of the past', () => {
  test('grows at its old end, and lets go of the new one', async () => {
    const { room, client } = farBack();
    const loaded = client.loadOlder();
    expect(asked(room)).toMatchObject({ before: 498 });
    answers(room, from(490, 497), { more: false });
    await loaded;
    expect(seqs(client.state.past?.messages)).toEqual([490, 491, 492, 493, 494, 495, 496, 497, 498, 499]);
    expect(client.state.past?.hasOlder).toBe(false);
  });

  test('grows at its new end, and lets go of the old one', async () => {
    const { room, client } = farBack();
    const loaded = client.loadNewer();
    expect(asked(room)).toMatchObject({ after: 502 });
    answers(room, from(503, 509), { more: true });
    await loaded;
    expect(seqs(client.state.past?.messages)).toEqual([500, 501, 502, 503, 504, 505, 506, 507, 508, 509]);
    expect(client.state.past?.hasOlder).toBe(true);
  });

  test('that meets the newest messages is one with them again', async () => {
    const { room, client } = live(996, 1_000);
    void client.show(988);
    answers(room, from(986, 990), { more: true, newer: true });
    const loaded = client.loadNewer();
    answers(room, from(991, 997), { more: true });
    await loaded;
    expect(client.state.past).toBeUndefined();
    expect(seqs(client.state.messages)).toEqual([991, 992, 993, 994, 995, 996, 997, 998, 999, 1_000]);
    expect(client.state.hasOlder).toBe(true);
  });

  test.each([
    ['as much as stays loaded has nothing before it', 6, false],
    ['more than stays loaded has', 5, true],
  ])('that meets the newest messages where %s', async (_, first, hasOlder) => {
    const { room, client } = live(first + 7, 15);
    void client.show(first);
    answers(room, from(first, first + 4), { more: false, newer: true });
    const loaded = client.loadNewer();
    answers(room, from(first + 5, first + 8), { more: true });
    await loaded;
    expect([seqs(client.state.messages), client.state.hasOlder]).toEqual([seqs(from(6, 15)), hasOlder]);
  });

  test('has nothing newer to load where it is none', async () => {
    const { room, client } = live(996, 1_000);
    await client.loadNewer();
    expect(asked(room)).toBeUndefined();
  });

  test('takes edits and deletions, and nothing that is said now', () => {
    const { room, client } = farBack();
    room.socket.says(
      { type: 'edit', seq: 1_001, target: 500, text: 'new', at: 5, by: 'ben' },
      message(1_002),
      { type: 'delete', seq: 1_003, target: 501, at: 6, by: 'ben' },
    );
    const past = client.state.past?.messages;
    expect(past?.map(({ text }) => text)).toEqual(['text 498', 'text 499', 'new', undefined, 'text 502']);
    expect(seqs(client.state.messages)?.at(-1)).toBe(1_002);
  });

  test('[R1] takes what a resume brings of it', () => {
    const { room, client } = farBack();
    room.comesBack([{ type: 'delete', seq: 1_001, target: 500, at: 6, by: 'ben' }, message(1_002)]);
    expect(client.state.past?.messages[2]?.deleted).toBe(true);
    expect(client.state.past?.messages).toHaveLength(5);
  });

  test('[R2] is gone where the welcome is no resume', () => {
    const { room, client } = farBack();
    room.breaks();
    room.letsIn({ messages: [message(1)], more: false });
    expect(client.state.past).toBeUndefined();
  });

  test.each([
    ['newer', (client: RoomClient) => client.loadNewer(), from(503, 509)],
    ['older', (client: RoomClient) => client.loadOlder(), from(490, 497)],
  ])('an answer of %s ones that comes after it was left changes nothing', async (_, load, messages) => {
    const { room, client } = farBack();
    const loaded = load(client);
    client.showLatest();
    answers(room, messages, { more: true });
    await loaded;
    expect(client.state.past).toBeUndefined();
    expect(seqs(client.state.messages)).toEqual([996, 997, 998, 999, 1_000]);
  });
});

describe('of a long history', () => {
  test('no more than was asked stays loaded while somebody scrolls up', async () => {
    const { room, client } = live(91, 99);
    const loaded = client.loadOlder();
    answers(room, from(81, 90), { more: true });
    await loaded;
    expect(seqs(client.state.past?.messages)).toEqual([81, 82, 83, 84, 85, 86, 87, 88, 89, 90]);
    expect(seqs(client.state.messages)?.at(-1)).toBe(99);
  });

  test('as much as was asked is loaded with the newest', async () => {
    const { room, client } = live(91, 95);
    const loaded = client.loadOlder();
    answers(room, from(86, 90), { more: true });
    await loaded;
    expect([seqs(client.state.messages), client.state.past]).toEqual([seqs(from(86, 95)), undefined]);
  });

  test('the 50 newest stay loaded beside what somebody scrolls up to, and what is said meanwhile', async () => {
    const { room, client } = live(101, 155, 60);
    const goBackTo = async (first: number, last: number) => {
      const loaded = client.loadOlder();
      answers(room, from(first, last), { more: true });
      await loaded;
    };
    await goBackTo(91, 100);
    room.socket.says(message(156));
    await goBackTo(81, 90);
    expect([seqs(client.state.messages), client.state.hasOlder]).toEqual([seqs(from(106, 156)), true]);
  });

  test('where nothing is loaded, older ones begin with the newest', async () => {
    const { room, client } = live(2, 1);
    const loaded = client.loadOlder();
    expect(asked(room)).not.toHaveProperty('before');
    answers(room, from(1, 3), { more: false });
    await loaded;
    expect(seqs(client.state.messages)).toEqual([1, 2, 3]);
  });

  test('what has grown too long stays while somebody is in the past', async () => {
    const { room, client, shown } = farBack();
    await shown;
    for (let seq = 1_001; seq <= 1_006; seq++) room.socket.says(message(seq));
    client.settle();
    expect(client.state.messages).toHaveLength(11);
  });

  test('what is no longer than was asked stays', () => {
    const { client } = live(1, 10);
    client.settle();
    expect([client.state.messages.length, client.state.hasOlder]).toEqual([10, false]);
  });

  test('what has grown too long is let go of at its old end, once nobody looks there', () => {
    const { room, client } = live(1, 10);
    room.socket.says(message(11), message(12));
    expect(client.state.messages).toHaveLength(12);
    client.settle();
    expect([client.state.messages[0]?.seq, client.state.hasOlder]).toEqual([3, true]);
  });
});
