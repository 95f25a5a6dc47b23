import { describe, expect, test } from 'vitest';
import type { ModerationEvent } from '../../src/protocol/server-message.ts';
import { ann, ben, FakeRoom, message, roomAt } from './fake-room.ts';

const moderation = (seq: number, more: Partial<ModerationEvent>): ModerationEvent => ({
  type: 'moderation',
  seq,
  at: seq * 1_000,
  by: 'ben',
  action: 'settings',
  ...more,
});

describe('roles', () => {
  test('[H1] a welcome and every change of the hosts say what we and others are', () => {
    const room = new FakeRoom();
    const client = room.liveClient({ self: { ...ann, role: 'moderator' }, hosts: { ann: 'moderator' } });
    expect(client.state.hosts).toEqual({ ann: 'moderator' });
    room.socket.says({ type: 'hosts', hosts: { ann: 'owner', ben: 'moderator' } });
    expect(client.state).toMatchObject({ hosts: { ben: 'moderator' }, self: { id: 'ann', role: 'owner' } });
    room.socket.says({ type: 'hosts', hosts: {} });
    expect(client.state).toMatchObject({ hosts: {}, self: { role: 'member' } });
  });
});

describe('what hosts do', () => {
  test('[H4] settings are those of the welcome, then of each change; a resume brings them whole', () => {
    const room = new FakeRoom();
    const client = room.liveClient({ room: { ...roomAt(3).room, settings: { title: 'Tea' } } });
    expect(client.state.settings).toEqual({ title: 'Tea' });
    room.socket.says(moderation(4, { settings: { locked: true } }));
    expect(client.state.settings).toEqual({ locked: true });
    room.comesBack([], 5);
    expect(client.state.settings).toEqual({});
  });

  test('[H3] moves the cursor, and is told once', () => {
    const room = new FakeRoom();
    const client = room.liveClient(roomAt(3));
    const kick = moderation(7, { action: 'kick', member: ben });
    room.socket.says(kick);
    expect(client.state.moderation).toEqual(kick);
    room.socket.says(moderation(6, { action: 'ban', member: ben }));
    expect(client.state.moderation).toEqual(kick);
    room.breaks();
    room.socket.opens();
    expect(room.socket.commands('join')).toMatchObject([[{ after: 7 }]]);
  });

  test('[H3] who is muted knows until when, from the welcome on', () => {
    const room = new FakeRoom();
    const client = room.liveClient({ self: { ...ann, role: 'member', muted: {} } });
    expect(client.state.self?.muted).toEqual({});
    room.socket.says(moderation(1, { action: 'unmute', member: ann }));
    expect(client.state.self).toEqual({ ...ann, role: 'member' });
    room.socket.says(moderation(2, { action: 'mute', member: ann, until: 9 }));
    room.socket.says(moderation(3, { action: 'mute', member: ben }));
    room.socket.says(moderation(4, { action: 'admit', member: ann }));
    expect(client.state.self?.muted).toEqual({ until: 9 });
  });

  test('[H9] what is no longer kept is gone, of the newest and of the past', async () => {
    const room = new FakeRoom();
    const client = room.liveClient({ ...roomAt(90), messages: [message(80), message(90)], more: true });
    const shown = client.show(10);
    const { id } = room.socket.commands('page').flat().at(-1) ?? {};
    room.socket.says({ type: 'page', id, messages: [message(10), message(11)], more: true, newer: true });
    await shown;
    room.socket.says({ type: 'expired', upTo: 10 });
    expect(client.state.past).toEqual({ messages: [message(11)], hasOlder: false });
    expect(client.state.messages.map(({ seq }) => seq)).toEqual([80, 90]);
    room.socket.says({ type: 'expired', upTo: 80 });
    expect(client.state).toMatchObject({ messages: [message(90)], hasOlder: false });
    expect(client.state.past).toBeUndefined();
  });
});

describe('what is asked as a host', () => {
  const askedId = (room: FakeRoom, type: string) => room.socket.commands(type).flat().at(-1)?.id;

  test('[H3] is answered by done, or refused', async () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const banning = client.host({ type: 'ban', member: 'ben', minutes: 5, erase: true });
    expect(room.socket.commands('ban')).toMatchObject([[{ member: 'ben', minutes: 5, erase: true }]]);
    room.socket.says({ type: 'done', id: askedId(room, 'ban') });
    await expect(banning).resolves.toMatchObject({ type: 'done' });
    const kicking = client.host({ type: 'kick', member: 'ben' });
    room.socket.says({ type: 'error', code: 'forbidden', message: 'No.', id: askedId(room, 'kick') });
    await expect(kicking).rejects.toMatchObject({ refusal: { code: 'forbidden' } });
  });

  test('[H8] the log and the standings come as they are', async () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const log = client.host({ type: 'log', before: 9 });
    const standings = client.host({ type: 'standings' });
    room.socket.says({ type: 'standings', id: askedId(room, 'standings'), standings: [{ member: ben }] });
    room.socket.says({ type: 'log', id: askedId(room, 'log'), entries: [], more: true });
    expect((await log).more).toBe(true);
    expect((await standings).standings).toEqual([{ member: ben }]);
  });
});

describe('a room that is closed', () => {
  test('[H5] is opened with what it asks for, which is not shown again once we are in', () => {
    const room = new FakeRoom();
    const client = room.client({ ownerKey: 'key' });
    client.open();
    room.socket.opens();
    const needs = { type: 'error', code: 'forbidden', message: 'Say it.', needs: 'password' };
    room.socket.says(needs);
    expect(client.state.line).toMatchObject({ state: 'refused', why: { needs: 'password' } });
    client.openWith({ password: 'sesame' });
    room.letsIn();
    expect(room.socket.commands('join')).toMatchObject([[{ password: 'sesame', ownerKey: 'key' }]]);
    room.breaks();
    room.socket.opens();
    expect(room.socket.commands('join')[0]?.[0]).toMatchObject({ ownerKey: 'key' });
    expect(room.socket.commands('join')[0]?.[0]).not.toHaveProperty('password');
  });

  test('[H5] tried too often, it waits, says why, and tries the same again', () => {
    const room = new FakeRoom();
    const client = room.client({ password: 'sesame' });
    client.open();
    room.socket.opens();
    room.socket.says({ type: 'error', code: 'rate_limited', message: 'Slow.', retryAfter: 12_000 });
    expect(client.state.line).toMatchObject({ state: 'waiting', why: { code: 'rate_limited' } });
    room.clock.pass(12_000);
    expect(room.sockets).toHaveLength(1);
    room.clock.pass(2_000);
    room.socket.opens();
    expect(room.socket.commands('join')).toMatchObject([[{ password: 'sesame' }]]);
  });
});
