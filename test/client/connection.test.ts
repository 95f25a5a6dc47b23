import { describe, expect, test } from 'vitest';
import type { RoomClient } from '../../src/client/room-client.ts';
import { FakeRoom } from './fake-room.ts';

describe('the line', () => {
  test('[A2] the dialect is offered as a subprotocol', () => {
    const room = new FakeRoom();
    room.client().open();
    expect(room.socket.protocols).toEqual(['parlor.v1']);
  });

  test('[J1] the first command is a join with all that is known', () => {
    const room = new FakeRoom();
    room.client({ name: 'Ann', token: 'known', ownerKey: 'key' }).open();
    room.socket.opens();
    expect(room.socket.commands()).toEqual([
      [{ type: 'join', name: 'Ann', token: 'known', ownerKey: 'key', protocol: 1 }],
    ]);
  });

  test('goes from idle over connecting to live', () => {
    const room = new FakeRoom();
    const client = room.client();
    const states = [client.state.line.state];
    client.subscribe(({ line }) => states.push(line.state));
    client.open();
    room.letsIn();
    expect(states).toEqual(['idle', 'connecting', 'live']);
  });

  test('opening twice opens one socket', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    client.open();
    room.letsIn();
    client.open();
    expect(room.sockets).toHaveLength(1);
  });

  test('closing is 1000, and final until it is opened', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    client.close();
    room.clock.pass(120_000);
    expect([room.socket.closedWith, room.sockets.length, client.state.line.state]).toEqual([1000, 1, 'idle']);
    client.open();
    expect(room.sockets).toHaveLength(2);
  });

  test('a socket that does not open within 10 s is given up', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    room.clock.pass(10_000);
    expect(client.state.line.state).toBe('waiting');
    expect(room.socket.closedWith).toBeDefined();
  });

  test('a join without an answer is given up after 10 s', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    room.clock.pass(5_000);
    room.socket.opens();
    room.clock.pass(9_999);
    expect(client.state.line.state).toBe('connecting');
    room.clock.pass(1);
    expect(client.state.line.state).toBe('waiting');
  });

  test.each([
    ['closed', (client: RoomClient) => client.close()],
    ['ended', (_: RoomClient, room: FakeRoom) => room.socket.breaks(4403)],
  ])('once %s, has no timer left that would keep a process', (_, ends) => {
    const room = new FakeRoom();
    ends(room.liveClient(), room);
    expect(room.clock.pending).toBe(0);
  });

  test('closed before it is open, has none either', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    client.close();
    expect(room.clock.pending).toBe(0);
  });

  test('events of a socket that was left mean nothing', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const first = room.socket;
    first.breaks();
    room.clock.pass(1_000);
    room.letsIn();
    first.breaks(4403);
    first.says({ type: 'presence', count: 99 });
    expect([client.state.line.state, client.state.count]).toEqual(['live', 1]);
  });
});

describe('coming back', () => {
  test.each([1001, 1006, 1011, 1012, 4500, 4501, 4503])('after %i the line is tried again', (code) => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.socket.breaks(code);
    expect(client.state.line.state).toBe('waiting');
    room.clock.pass(500);
    expect(room.sockets).toHaveLength(2);
  });

  test.each([1000, 4400, 4403, 4404, 4429])('%i is final', (code) => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.socket.breaks(code, 'why');
    room.clock.pass(120_000);
    expect(room.sockets).toHaveLength(1);
    expect(client.state.line).toEqual({ state: 'ended', code, reason: 'why' });
  });

  test('the waits double from 500 ms to 30 s, with full jitter', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    const waits = Array.from({ length: 8 }, () => {
      room.socket.breaks();
      const { line } = client.state;
      const wait = line.state === 'waiting' ? line.retryAt - room.clock.now : Number.NaN;
      room.clock.pass(wait);
      return wait / room.random;
    });
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  test('full jitter reaches down to no wait at all', () => {
    const room = new FakeRoom();
    room.random = 0;
    room.liveClient();
    room.socket.breaks();
    room.clock.pass(0);
    expect(room.sockets).toHaveLength(2);
  });

  const waitAfterLiving = (ms: number) => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    for (let tries = 0; tries < 4; tries++) {
      room.socket.breaks();
      room.clock.pass(30_000 * room.random);
      room.socket.opens();
    }
    room.letsIn();
    room.clock.pass(ms);
    room.socket.breaks();
    const { line } = client.state;
    return line.state === 'waiting' ? line.retryAt - room.clock.now : Number.NaN;
  };

  test('a line that was steady comes back soon, one that broke at once does not', () => {
    expect(waitAfterLiving(5_000)).toBe(250);
    expect(waitAfterLiving(100)).toBeGreaterThan(2_000);
  });

  test('waking up while waiting tries at once', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.socket.breaks();
    client.wake();
    expect(room.sockets).toHaveLength(2);
    room.clock.pass(1_000);
    expect(room.sockets).toHaveLength(2);
  });

  test('waking up while it is opening leaves it its 10 s', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.open();
    client.wake();
    room.clock.pass(9_999);
    expect([client.state.line.state, room.sockets.length]).toEqual(['connecting', 1]);
  });

  test('waking up changes nothing for a line that is idle or ended', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.wake();
    expect(room.sockets).toHaveLength(0);
  });
});

describe('a silent line', () => {
  test('[F6] is pinged every 25 s', () => {
    const room = new FakeRoom();
    room.liveClient();
    for (let minute = 0; minute < 4; minute++) {
      room.clock.pass(25_000);
      room.socket.hears('pong');
    }
    expect(room.socket.pings).toBe(4);
  });

  test('[F6] is found dead within 40 s', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.clock.pass(34_999);
    expect(client.state.line.state).toBe('live');
    room.clock.pass(1);
    expect(client.state.line.state).toBe('waiting');
    expect(room.socket.closedWith).toBe(1000);
  });

  test('after waking up is believed for 5 s only', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    client.wake();
    expect(room.socket.pings).toBe(1);
    room.clock.pass(4_000);
    client.wake();
    room.clock.pass(1_000);
    expect(client.state.line.state).toBe('waiting');
  });

  test('that answers after waking up stays', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    client.wake();
    room.clock.pass(1_000);
    room.socket.hears('pong');
    room.clock.pass(20_000);
    expect([client.state.line.state, room.sockets.length]).toEqual(['live', 1]);
  });
});
