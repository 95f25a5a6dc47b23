import { describe, expect, test } from 'vitest';
import { error, FakeRoom, message, own, roomAt, texts } from './fake-room.ts';

describe('the storage', () => {
  test('keeps what is not sent over a reload, in order, with id and since', () => {
    const room = new FakeRoom();
    const before = room.liveClient(roomAt(5));
    const ids = ['a', 'b', 'c'].map((text) => before.send(text));
    const [first] = room.socket.commands('send');
    before.close();
    const after = room.client();
    expect(texts(after)).toEqual(['a', 'b', 'c']);
    after.open();
    room.letsIn(roomAt(8));
    expect(room.socket.commands('send')[0]?.[0]).toEqual(first?.[0]);
    expect(room.sentIds).toEqual([ids]);
  });

  test('holds one key for each message, under the name of the room', () => {
    const room = new FakeRoom();
    const client = room.client();
    const ids = [client.send('a'), client.send('b')];
    expect([...room.storage.entries.keys()]).toEqual(ids.map((id) => `parlor:outbox:tea:${id}`));
    expect(texts(room.client({ room: 'teapot' }))).toEqual([]);
  });

  test('keeps what has failed', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.socket.says(error('muted', client.send('a')));
    expect(room.client().state.pending).toMatchObject([{ text: 'a', failed: { code: 'muted' } }]);
  });

  const fails = () => {
    throw new DOMException('No.', 'QuotaExceededError');
  };
  const broken = { length: 1, key: fails, getItem: fails, setItem: fails, removeItem: fails };

  test('[S3] that throws costs no since', () => {
    const room = new FakeRoom();
    room.liveClient(roomAt(4), { storage: broken }).send('a');
    room.comesBack([message(9)]);
    expect(room.socket.commands('send')).toMatchObject([[{ since: 4 }]]);
  });

  test('that throws costs no message', () => {
    const room = new FakeRoom();
    const client = room.client({ storage: broken });
    const id = client.send('a');
    client.open();
    room.letsIn();
    expect(room.sentIds).toEqual([[id]]);
    room.socket.says(own(1, id));
    expect(client.state.pending).toEqual([]);
  });

  test('that forgets at once costs no message', () => {
    const room = new FakeRoom();
    const storage = { length: 0, key: () => null, getItem: () => null, setItem() {}, removeItem() {} };
    room.liveClient(roomAt(4), { storage }).send('a');
    expect(room.socket.commands('send')).toMatchObject([[{ text: 'a', since: 4 }]]);
  });

  test.each(['', 'null', '{}', '{"id":"x"}', 'not json', '{"id":"other","text":"a","since":0,"order":1}'])(
    'is not believed where it holds %s',
    (value) => {
      const room = new FakeRoom();
      room.storage.setItem('parlor:outbox:tea:x', value);
      expect(room.client().state.pending).toEqual([]);
    },
  );

  test('[S3] a tab that takes over a message takes over the since that another sent it with', () => {
    const room = new FakeRoom();
    const one = room.client();
    one.send('a');
    const two = room.client();
    one.open();
    room.letsIn(roomAt(3));
    two.open();
    room.letsIn(roomAt(90));
    expect(room.socket.commands('send')).toMatchObject([[{ since: 3 }]]);
  });

  test('[S3] a message that another tab has brought home meanwhile is looked for in all of the log', () => {
    const room = new FakeRoom();
    const one = room.client();
    const id = one.send('a');
    const two = room.client();
    one.open();
    room.letsIn(roomAt(3));
    room.socket.says(own(4, id));
    two.open();
    room.letsIn(roomAt(90));
    expect(room.socket.commands('send')).toMatchObject([[{ id, since: 0 }]]);
    room.socket.says(own(4, id));
    expect(two.state.pending).toEqual([]);
  });
});
