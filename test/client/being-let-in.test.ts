import { describe, expect, test } from 'vitest';
import { FakeRoom, roomAt } from './fake-room.ts';

describe('being let in', () => {
  test.each(['bad_name', 'banned', 'locked', 'forbidden'])('a join refused with %s is final', (code) => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    room.socket.opens();
    room.socket.says({ type: 'error', code, message: 'No.' });
    room.clock.pass(120_000);
    expect(client.state.line).toEqual({ state: 'refused', why: { code, message: 'No.' } });
    expect(room.sockets).toHaveLength(1);
  });

  test.each([
    [
      'is told so',
      (room: FakeRoom) => room.socket.says({ type: 'error', code: 'outdated', message: 'Old.' }),
    ],
    ['is closed with 4426', (room: FakeRoom) => room.socket.breaks(4426, 'Old.')],
  ])('[J1] a client that is too old and %s has ended for good', (_, happens) => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    room.socket.opens();
    happens(room);
    room.clock.pass(120_000);
    expect(client.state.line).toEqual({ state: 'ended', code: 4426, reason: 'Old.' });
    expect(room.sockets).toHaveLength(1);
  });

  test('a refused client may be opened again', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    room.socket.opens();
    room.socket.says({ type: 'error', code: 'locked', message: 'No.' });
    client.open();
    room.letsIn();
    expect(client.state.line.state).toBe('live');
  });

  test('[E1] a join that comes too fast is tried again, not before retryAfter', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    room.socket.opens();
    room.socket.says({ type: 'error', code: 'rate_limited', message: 'Slow.', retryAfter: 7_000 });
    expect(client.state.line.state).toBe('waiting');
    room.clock.pass(6_999);
    expect(room.sockets).toHaveLength(1);
    room.clock.pass(600);
    expect(room.sockets).toHaveLength(2);
  });

  test('a join that was too large is not sent again', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    room.socket.opens();
    room.socket.breaks(1009);
    room.clock.pass(60_000);
    expect(client.state.line).toMatchObject({ state: 'refused', why: { code: 'too_large' } });
    expect(room.sockets).toHaveLength(1);
  });

  test('[J3] the token of the welcome is handed out, and proves who we are from then on', () => {
    const room = new FakeRoom();
    const tokens: string[] = [];
    room.liveClient({}, { onToken: (token) => tokens.push(token) });
    expect(tokens).toEqual(['token-of-ann']);
    room.breaks();
    room.socket.opens();
    expect(room.socket.commands()[0]).toMatchObject([{ type: 'join', token: 'token-of-ann' }]);
  });

  test('[J4] the name that the room gave is the one asked for later', () => {
    const room = new FakeRoom();
    room.liveClient({ self: { id: 'ann', name: 'Ann 2', role: 'member' } }, { name: 'Ann' });
    room.breaks();
    room.socket.opens();
    expect(room.socket.commands()[0]).toMatchObject([{ type: 'join', name: 'Ann 2' }]);
  });

  test('[R1] coming back, the cursor is told with its log; a first join has none', () => {
    const room = new FakeRoom();
    room.liveClient(roomAt(7));
    expect(room.socket.commands()[0]).toEqual([{ type: 'join', protocol: 1 }]);
    room.breaks();
    room.socket.opens();
    expect(room.socket.commands()[0]).toMatchObject([{ type: 'join', log: 'log-1', after: 7 }]);
  });

  test('[R1] a cursor of 0 is one', () => {
    const room = new FakeRoom();
    room.liveClient();
    room.breaks();
    room.socket.opens();
    expect(room.socket.commands()[0]).toMatchObject([{ log: 'log-1', after: 0 }]);
  });
});
