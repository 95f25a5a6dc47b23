import { describe, expect, test } from 'vitest';
import { RefusedError } from '../../src/client/room-client.ts';
import { ann, ben, error, FakeRoom, message, own, roomAt, texts } from './fake-room.ts';

describe('a message of our own', () => {
  test('stands in pending at once and goes out', () => {
    const room = new FakeRoom();
    const client = room.liveClient(roomAt(4));
    const id = client.send(' hello ', { replyTo: 3, to: ['ben'] });
    expect(client.state.pending).toMatchObject([{ id, text: 'hello', replyTo: 3, to: ['ben'] }]);
    expect(room.socket.commands('send')).toEqual([
      [{ type: 'send', id, text: 'hello', replyTo: 3, to: ['ben'], since: 4 }],
    ]);
  });

  test('[S1] is acknowledged by its own copy', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const id = client.send('hello');
    room.socket.says(own(1, id, { text: 'hello' }));
    expect(client.state.pending).toEqual([]);
    expect(client.state.messages.map(({ text }) => text)).toEqual(['hello']);
    expect(room.storage.entries.size).toBe(0);
  });

  test('[S1] is not acknowledged by the same id from somebody else', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const id = client.send('hello');
    room.socket.says(message(1, { id, from: ben }));
    expect(texts(client)).toEqual(['hello']);
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['x'.repeat(4_001), 'too_long'],
  ])('[S4] that cannot be sent is refused at once (%#)', (text, code) => {
    const client = new FakeRoom().liveClient();
    expect(() => client.send(text)).toThrow(RefusedError);
    try {
      client.send(text);
    } catch (refused) {
      expect((refused as RefusedError).refusal.code).toBe(code);
    }
    expect(client.state.pending).toEqual([]);
  });

  test('[F5] never carries half a surrogate pair, which would spoil its whole frame', () => {
    const room = new FakeRoom();
    room.liveClient().send('half \ud83d');
    expect(room.socket.commands('send')[0]).toMatchObject([{ text: 'half \ufffd' }]);
  });

  test('[S6] addressed to nobody does not become a public one', () => {
    const room = new FakeRoom();
    room.liveClient().send('psst', { to: [] });
    expect(room.socket.commands('send')[0]).toMatchObject([{ to: [] }]);
  });
});

describe('the queue', () => {
  test('written offline leaves in order once the line is there, as one frame', () => {
    const room = new FakeRoom();
    const client = room.client();
    const ids = ['a', 'b', 'c'].map((text) => client.send(text));
    client.open();
    room.letsIn();
    expect(room.sentIds).toEqual([ids]);
  });

  test('has one frame in flight, the next goes when all of it is acknowledged', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const [a, b, c] = ['a', 'b', 'c'].map((text) => client.send(text)) as [string, string, string];
    expect(room.sentIds).toEqual([[a]]);
    room.socket.says(own(1, a));
    expect(room.sentIds).toEqual([[a], [b, c]]);
    room.socket.says(own(2, b));
    const d = client.send('d');
    expect(room.sentIds).toHaveLength(2);
    room.socket.says(own(3, c));
    expect(room.sentIds.at(-1)).toEqual([d]);
  });

  test('goes in frames of 20 at most', () => {
    const room = new FakeRoom();
    const client = room.client();
    for (let i = 0; i < 45; i++) client.send(`text ${i}`);
    client.open();
    room.letsIn();
    for (let seq = 1; seq <= 45; seq++) room.socket.says(own(seq, `id-${seq}`));
    expect(room.sentIds.map((ids) => ids.length)).toEqual([20, 20, 5]);
  });

  test('[F4] goes in frames far below 64 KiB, whatever is written', () => {
    const room = new FakeRoom();
    const client = room.client();
    for (let i = 0; i < 20; i++) client.send(`a${'\u0001'.repeat(3_998)}b`);
    client.open();
    room.letsIn();
    for (let seq = 1; seq <= 20; seq++) room.socket.says(own(seq, `id-${seq}`));
    expect(room.sentIds.flat()).toHaveLength(20);
    for (const frame of room.socket.frames) expect(Buffer.byteLength(frame)).toBeLessThan(32_768);
  });

  test('[S3] a message unacknowledged when the line broke is sent again with the same id and since', () => {
    const room = new FakeRoom();
    const client = room.liveClient(roomAt(5));
    client.send('hello');
    const [first] = room.socket.commands('send');
    room.comesBack([message(6), message(7)]);
    expect(room.socket.commands('send')).toEqual([first]);
    expect(first).toMatchObject([{ since: 5 }]);
  });

  test('[S3] `since` is the cursor at the first sending, not at the writing', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.send('written early');
    client.open();
    room.letsIn(roomAt(9));
    expect(room.socket.commands('send')).toMatchObject([[{ since: 9 }]]);
  });

  test('[S3] `since` of another log says nothing: in the new one it is first sent now', () => {
    const room = new FakeRoom();
    const client = room.liveClient(roomAt(500));
    client.send('hello');
    room.breaks();
    room.letsIn(roomAt(3, 'log-2'));
    expect(room.socket.commands('send')).toMatchObject([[{ since: 3 }]]);
  });

  test.each([
    ['in a resume', { resumed: true as const, events: [own(1, 'id-1')], ...roomAt(1) }],
    ['in the newest page', { messages: [own(1, 'id-1')], ...roomAt(1) }],
  ])('[S1] is acknowledged %s, and not sent again', (_, welcome) => {
    const room = new FakeRoom();
    const client = room.liveClient();
    client.send('hello');
    room.breaks();
    room.letsIn(welcome);
    expect(room.sentIds).toEqual([]);
    expect(client.state.pending).toEqual([]);
  });

  test('[S3] the answer to a duplicate acknowledges it, and moves no cursor', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const id = client.send('hello');
    room.comesBack([], 60);
    room.socket.says(own(2, id));
    expect(client.state.pending).toEqual([]);
    expect(client.state.messages).toEqual([]);
    room.breaks();
    room.socket.opens();
    expect(room.socket.commands()[0]).toMatchObject([{ after: 60 }]);
  });

  test('a frame without an answer for 15 s means that the line is dead', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    client.send('hello');
    room.clock.pass(14_999);
    expect(client.state.line.state).toBe('live');
    room.clock.pass(1);
    expect(client.state.line.state).toBe('waiting');
  });

  test('a frame of which one message is not answered for 15 s means so too', () => {
    const room = new FakeRoom();
    const client = room.client();
    const [a] = ['a', 'b'].map((text) => client.send(text)) as [string, string];
    client.open();
    room.letsIn();
    room.socket.says(own(1, a));
    room.clock.pass(15_000);
    expect(client.state.line.state).toBe('waiting');
  });

  test.each([
    ['acknowledged', (id: string) => own(1, id)],
    ['refused', (id: string) => error('muted', id)],
    ['to wait for longer than that', (id: string) => error('rate_limited', id, { retryAfter: 20_000 })],
  ])('a frame whose message was %s is waited for no longer', (_, answer) => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.socket.says(answer(client.send('hello')));
    room.clock.pass(15_000);
    expect(client.state.line.state).toBe('live');
  });
});

describe('a refused message', () => {
  test('is shown as failed, and the queue goes on', () => {
    const room = new FakeRoom();
    const client = room.client();
    const [a, b] = ['a', 'b'].map((text) => client.send(text)) as [string, string];
    client.open();
    room.letsIn();
    room.socket.says(error('muted', a), own(1, b));
    const c = client.send('c');
    expect(client.state.pending).toMatchObject([{ id: a, failed: { code: 'muted' } }, { id: c }]);
    expect(room.sentIds.at(-1)).toEqual([c]);
  });

  test('is not sent again by itself', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.socket.says(error('slow_mode', client.send('a'), { retryAfter: 100 }));
    room.comesBack();
    expect(room.sentIds).toEqual([]);
  });

  test('alone is tried again, whatever else has failed or is not there any more', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const a = client.send('a');
    room.socket.says(error('muted', a));
    const b = client.send('b');
    room.socket.says(error('muted', b));
    client.retry(b);
    client.retry('long-gone');
    expect(client.state.pending).toMatchObject([{ id: a, failed: {} }, { id: b }]);
    expect(room.sentIds.slice(2)).toEqual([[b]]);
  });

  test('tried again, goes to the end of the queue under the same id', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const a = client.send('a');
    room.socket.says(error('muted', a));
    const b = client.send('b');
    client.retry(a);
    expect(client.state.pending.map(({ id, failed }) => [id, failed])).toEqual([
      [b, undefined],
      [a, undefined],
    ]);
    room.socket.says(own(1, b));
    expect(room.sentIds.at(-1)).toEqual([a]);
  });

  test('given up, is gone for good', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const a = client.send('a');
    room.socket.says(error('muted', a));
    client.discard(a);
    expect([client.state.pending, room.storage.entries.size]).toEqual([[], 0]);
  });

  test('given up in flight, does not hold up the queue', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const a = client.send('a');
    const b = client.send('b');
    client.discard(a);
    expect(room.sentIds).toEqual([[a], [b]]);
  });
});

test('internal: the same id is sent again after a short while', () => {
  const room = new FakeRoom();
  const client = room.liveClient();
  const id = client.send('a');
  room.socket.says(error('internal', id));
  expect(room.sentIds).toEqual([[id]]);
  room.clock.pass(249);
  expect(room.sentIds).toEqual([[id]]);
  room.clock.pass(1);
  expect(room.sentIds).toEqual([[id], [id]]);
});

test('internal: each wait may be twice as long, until a message came home', () => {
  const room = new FakeRoom();
  const client = room.liveClient();
  const waitFor = (id: string) => {
    const sent = room.sentIds.length;
    room.socket.says(error('internal', id));
    const began = room.clock.now;
    while (room.sentIds.length === sent) room.clock.pass(50);
    return room.clock.now - began;
  };
  const id = client.send('a');
  expect([waitFor(id), waitFor(id), waitFor(id)]).toEqual([250, 500, 1_000]);
  room.socket.says(own(1, id));
  expect(waitFor(client.send('b'))).toBe(250);
});

test('own copies are known by the id of the member, not the name', () => {
  const room = new FakeRoom();
  const client = room.liveClient();
  const id = client.send('a');
  room.socket.says(message(1, { id, from: { id: ann.id, name: 'Another name' } }));
  expect(client.state.pending).toEqual([]);
});
