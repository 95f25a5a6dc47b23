import { describe, expect, test } from 'vitest';
import { RefusedError } from '../../src/client/room-client.ts';
import { ann, FakeRoom, message, own, roomAt } from './fake-room.ts';

describe('asking for a change', () => {
  const change = { seq: 2, target: 1, at: 5, by: 'ann' };

  test.each([
    ['edit', (c: Client) => c.edit(1, ' new '), { ...change, type: 'edit', text: 'new' }],
    ['delete', (c: Client) => c.remove(1), { ...change, type: 'delete' }],
    ['react', (c: Client) => c.react(1, '❤', true), { ...change, type: 'reaction', emoji: '❤️', on: true }],
    [
      'rename',
      (c: Client) => c.rename('Anna'),
      { type: 'presence', changed: [{ ...ann, name: 'Anna' }], count: 1 },
    ],
  ])('%s is done when the room shows it', async (type, ask, event) => {
    const room = new FakeRoom();
    const client = room.liveClient({ ...roomAt(1), messages: [own(1, 'x')] });
    const asked = ask(client);
    expect(room.socket.commands(type)).toHaveLength(1);
    room.socket.says(event);
    await expect(asked).resolves.toBeUndefined();
  });

  test('[F7] is done with `done`, where nothing changes', async () => {
    const room = new FakeRoom();
    const asked = room.liveClient().remove(1);
    room.socket.says({ type: 'done', id: 'id-1' });
    await expect(asked).resolves.toBeUndefined();
  });

  test('[F7] is refused with the refusal of its id', async () => {
    const room = new FakeRoom();
    const asked = room.liveClient().edit(1, 'new');
    room.socket.says({ type: 'error', code: 'forbidden', message: 'No.', id: 'id-1' });
    await expect(asked).rejects.toThrow(new RefusedError({ code: 'forbidden', message: 'No.', id: 'id-1' }));
  });

  test('the same change by somebody else is no answer', async () => {
    const room = new FakeRoom();
    const asked = room.liveClient().remove(1);
    room.socket.says({ ...change, type: 'delete', by: 'ben' });
    room.socket.breaks();
    await expect(asked).rejects.toMatchObject({ refusal: { code: 'internal' } });
  });

  test.each([
    ['the line is down', (room: FakeRoom) => room.socket.breaks()],
    ['no answer comes', (room: FakeRoom) => room.clock.pass(15_000)],
  ])('fails when %s', async (_, happens) => {
    const room = new FakeRoom();
    const asked = room.liveClient().rename('Anna');
    happens(room);
    await expect(asked).rejects.toMatchObject({ refusal: { code: 'internal' } });
  });

  test('fails at once without a line', async () => {
    await expect(new FakeRoom().client().rename('Anna')).rejects.toBeInstanceOf(RefusedError);
  });

  test('[S4] [S8] what the room would refuse does not go out', async () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    await expect(client.edit(1, ' ')).rejects.toMatchObject({ refusal: { code: 'empty' } });
    await expect(client.react(1, 'no emoji', true)).rejects.toMatchObject({ refusal: { code: 'bad_frame' } });
    expect(room.socket.frames).toHaveLength(1);
  });
});

describe('[R7] a search', () => {
  const found = { type: 'found', messages: [message(3)], more: true, before: 2, at: 5 };

  test('is answered with what was found, and changes nothing of what is shown', async () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const before = client.state;
    const asked = client.search('table', 9);
    expect(room.socket.commands('search').flat()).toEqual([
      { type: 'search', query: 'table', before: 9, id: 'id-1' },
    ]);
    room.socket.says({ ...found, id: 'another' });
    room.socket.says({ ...found, id: 'id-1' });
    await expect(asked).resolves.toEqual({ ...found, id: 'id-1' });
    expect(client.state).toBe(before);
  });

  test('[F5] goes out without half a surrogate pair', () => {
    const room = new FakeRoom();
    void room.liveClient().search('a\ud83d');
    expect(room.socket.commands('search').flat()).toEqual([{ type: 'search', query: 'a\ufffd', id: 'id-1' }]);
  });

  test.each([
    [
      'the room refuses it',
      'too_long',
      (room: FakeRoom) => room.socket.says({ type: 'error', code: 'too_long', message: 'No.', id: 'id-1' }),
    ],
    ['the line goes', 'internal', (room: FakeRoom) => room.socket.breaks()],
    ['no answer comes', 'internal', (room: FakeRoom) => room.clock.pass(15_000)],
  ])('fails when %s', async (_, code, happens) => {
    const room = new FakeRoom();
    const asked = room.liveClient().search('table');
    happens(room);
    await expect(asked).rejects.toMatchObject({ refusal: { code } });
  });

  test('fails at once without a line', async () => {
    await expect(new FakeRoom().client().search('table')).rejects.toBeInstanceOf(RefusedError);
  });
});

describe('[R4] older messages', () => {
  const deep = () => {
    const room = new FakeRoom();
    const client = room.liveClient({ ...roomAt(9), messages: [message(8), message(9)], more: true });
    return { room, client };
  };

  test('are asked for once at a time, before the oldest', async () => {
    const { room, client } = deep();
    const asked = [client.loadOlder(), client.loadOlder()];
    expect(room.socket.commands('page')).toEqual([[{ type: 'page', before: 8, id: 'id-1' }]]);
    room.socket.says({ type: 'page', id: 'id-1', messages: [message(6), message(7)], more: false });
    await Promise.all(asked);
    expect(client.state.messages.map(({ seq }) => seq)).toEqual([6, 7, 8, 9]);
    await client.loadOlder();
    expect(room.socket.commands('page')).toHaveLength(1);
  });

  test('take a change that comes right behind them, in one frame', () => {
    const { room, client } = deep();
    void client.loadOlder();
    room.socket.says(
      { type: 'page', id: 'id-1', messages: [message(7)], more: true },
      { type: 'edit', seq: 10, target: 7, text: 'new', at: 5, by: 'ben' },
    );
    expect(client.state.messages[0]?.text).toBe('new');
  });

  test('can be asked for again after the line broke', async () => {
    const { room, client } = deep();
    const asked = client.loadOlder();
    room.socket.breaks();
    await expect(asked).rejects.toBeInstanceOf(RefusedError);
    room.clock.pass(30_000);
    room.letsIn({ resumed: true, events: [], ...roomAt(9) });
    void client.loadOlder();
    expect(room.socket.commands('page')).toHaveLength(1);
  });
});

type Client = ReturnType<FakeRoom['client']>;
