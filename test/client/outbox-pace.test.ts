import { describe, expect, test } from 'vitest';
import { error, FakeRoom, own, texts } from './fake-room.ts';

describe('[E1] rate_limited', () => {
  const limited = () => {
    const room = new FakeRoom();
    const client = room.client();
    const ids = ['a', 'b', 'c'].map((text) => client.send(text)) as [string, string, string];
    client.open();
    room.letsIn();
    room.socket.says(
      own(1, ids[0]),
      error('rate_limited', ids[1], { retryAfter: 200 }),
      error('rate_limited', ids[2], { retryAfter: 200 }),
    );
    return { room, client, ids };
  };

  test('keeps all, waits, and goes on from the first unacknowledged', () => {
    const { room, client, ids } = limited();
    room.clock.pass(199);
    expect(room.sentIds).toEqual([ids]);
    room.clock.pass(1);
    expect(room.sentIds.at(-1)).toEqual([ids[1]]);
    expect(texts(client)).toEqual(['b', 'c']);
  });

  test('is not what a person is told', () => {
    const { client } = limited();
    expect(client.state.pending.some(({ failed }) => failed)).toBe(false);
  });

  test('goes on one by one, at the pace that the room bears', () => {
    const { room, ids } = limited();
    room.clock.pass(200);
    room.socket.says(own(2, ids[1]));
    room.clock.pass(199);
    expect(room.sentIds.at(-1)).toEqual([ids[1]]);
    room.clock.pass(1);
    expect(room.sentIds.at(-1)).toEqual([ids[2]]);
  });

  test('waits no longer where the line went and came back meanwhile', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const id = client.send('a');
    room.socket.says(error('rate_limited', id, { retryAfter: 60_000 }));
    room.comesBack();
    expect(room.sentIds).toEqual([[id]]);
  });

  test('does not let a later message pass', () => {
    const { room, client, ids } = limited();
    client.send('d');
    expect(room.sentIds).toEqual([ids]);
  });

  test('lets full frames go again once the queue was empty', () => {
    const { room, client, ids } = limited();
    room.clock.pass(200);
    room.socket.says(own(2, ids[1]));
    room.clock.pass(200);
    room.socket.says(own(3, ids[2]));
    room.clock.pass(5_000);
    const d = client.send('d');
    const rest = [client.send('e'), client.send('f')];
    room.socket.says(own(4, d));
    expect(room.sentIds.slice(-2)).toEqual([[d], rest]);
  });
});

describe('after 1009', () => {
  const tooLarge = (room: FakeRoom, ...first: object[]) => {
    if (first.length > 0) room.socket.says(...first);
    room.breaks(1009);
    room.letsIn({ resumed: true, events: [] });
  };

  test('a message that was alone in its frame has failed and is never sent again', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const id = client.send('a');
    tooLarge(room);
    client.retry(id);
    expect(client.state.pending).toMatchObject([{ id, failed: { id, code: 'too_large' } }]);
    expect(room.sentIds).toEqual([]);
  });

  test('the messages of a frame go one by one, until the one to blame is found', () => {
    const room = new FakeRoom();
    const client = room.client();
    const [a, b, c] = ['a', 'b', 'c'].map((text) => client.send(text)) as [string, string, string];
    client.open();
    room.letsIn();
    tooLarge(room);
    room.socket.says(own(1, a));
    expect(room.sentIds).toEqual([[a], [b]]);
    tooLarge(room);
    room.socket.says(own(2, c));
    expect(room.sentIds).toEqual([[c]]);
    expect(client.state.pending).toMatchObject([{ id: b, failed: { code: 'too_large' } }]);
  });

  test('told by the error already, the close is not waited for', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const a = client.send('a');
    client.send('b');
    room.socket.says({ type: 'error', code: 'too_large', message: 'Too large.' });
    expect(client.state.pending[0]).toMatchObject({ id: a, failed: { code: 'too_large' } });
    expect(room.sentIds).toEqual([[a]]);
  });

  test('nobody is blamed when nothing was in flight', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    tooLarge(room, own(1, client.send('a')));
    expect(client.state.pending).toEqual([]);
  });
});
