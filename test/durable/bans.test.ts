import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClassicClient } from '../support/live-classic.ts';
import { aRoom, connect, from, hibernate, joinRoom, type LiveClient } from '../support/live-client.ts';
import { anOwnedRoom, FAR, HOME } from '../support/live-hosts.ts';
import { ask } from '../support/live-http.ts';
import { tablesOf } from '../support/live-storage.ts';

afterEach(() => vi.restoreAllMocks());

/** With Eve, who came from home and was banned. */
async function afterABan() {
  const { room, owner } = await anOwnedRoom();
  const eve = await joinRoom(room, { name: 'Eve' }, HOME);
  await owner.does({ type: 'ban', member: eve.id });
  expect((await eve.isClosed()).code).toBe(4403);
  return { room, owner, eve };
}

const POST = (token: string, body?: object): RequestInit => ({
  method: 'POST',
  headers: { Authorization: `Bearer ${token}` },
  ...(body && { body: JSON.stringify(body) }),
});

describe('[H3] whoever is banned', () => {
  it('stays out with a new token and a new name, from where they were', async () => {
    const { room } = await afterABan();
    const back = await connect(room, HOME);
    expect(await back.isRefused({ name: 'Innocent' })).toMatchObject({ code: 'banned' });
    expect((await back.isClosed()).code).toBe(4403);
  });

  it('stays out with the old token, from anywhere', async () => {
    const { room, eve } = await afterABan();
    const back = await connect(room, FAR);
    expect(await back.isRefused({ name: 'Traveller', token: eve.token })).toMatchObject({ code: 'banned' });
    expect((await (await connect(room, FAR)).joins()).self.role).toBe('member');
  });

  it.each([{ type: 'login', content: 'Old friend' }, 'a bare first text'])(
    'stays out through the classic dialect: %j',
    async (frame) => {
      const { room, owner } = await afterABan();
      const back = await ClassicClient.at(room, HOME);
      back.says(frame);
      expect(await back.isClosed()).toBe(4403);
      await owner.hasHeardAll();
      expect(owner.heard('message').map(({ text }) => text)).toEqual(['mine']);
    },
  );

  it('stays out when the room has slept', async () => {
    const { room, eve } = await afterABan();
    await hibernate(room);
    expect(await (await connect(room, HOME)).isRefused()).toMatchObject({ code: 'banned' });
    expect(await (await connect(room)).isRefused({ token: eve.token })).toMatchObject({ code: 'banned' });
  });

  it('gains nothing by an address of their own making', async () => {
    const { room } = await afterABan();
    for (const own of ['', 'elsewhere', '203.0.113.8']) {
      const back = await connect(room, { ...HOME, 'Parlor-Address': own, 'X-Forwarded-For': own });
      expect(await back.isRefused()).toMatchObject({ code: 'banned' });
    }
  });

  it('puts nobody else out by taking their address on', async () => {
    const { room, owner } = await anOwnedRoom();
    const ned = await joinRoom(room, {}, HOME);
    const [{ address }] = await addressesKept(room, owner, ned);
    await owner.does({ type: 'unban', member: ned.id });
    const eve = await joinRoom(room, {}, { ...FAR, 'Parlor-Address': `${address}` });
    await owner.does({ type: 'ban', member: eve.id });
    expect((await joinRoom(room, { token: ned.token }, HOME)).id).toBe(ned.id);
  });

  it('reads nothing over HTTP either, by token or by address', async () => {
    const { room, eve } = await afterABan();
    for (const rest of ['', '/messages', '/transcript', '/transcript?format=json']) {
      const byToken = { Authorization: `Bearer ${eve.token}` };
      for (const headers of [byToken, HOME, { ...byToken, ...FAR }]) {
        const response = await ask(`/api/rooms/${room}${rest}`, { headers });
        expect(response.status).toBe(403);
        expect(await response.json()).toMatchObject({ code: 'banned' });
      }
    }
  });
});

/** What the room keeps of where a member came from, once it is banned. */
async function addressesKept(room: string, owner: LiveClient, member: LiveClient) {
  await owner.does({ type: 'ban', member: member.id });
  return (await tablesOf(room)).banned_addresses as [{ address: string }];
}

describe('[H3] an address', () => {
  it('is kept as a keyed hash alone, another in each room', async () => {
    const hashes: unknown[] = [];
    for (const _ of ['one room', 'another']) {
      const { room } = await afterABan();
      const tables = await tablesOf(room);
      expect(JSON.stringify(tables)).not.toContain('203.0.113');
      hashes.push(tables.banned_addresses?.[0]?.address);
    }
    expect(hashes).toEqual([expect.stringMatching(/^[\w-]{22}$/), expect.stringMatching(/^[\w-]{22}$/)]);
    expect(new Set(hashes).size).toBe(2);
  });

  it('banned in one room is welcome in another', async () => {
    await afterABan();
    expect((await joinRoom(aRoom(), {}, HOME)).welcome.count).toBe(1);
  });

  it('of IPv6 is the first half: another one of the same household is the same', async () => {
    const { room, owner } = await anOwnedRoom();
    const eve = await joinRoom(room, {}, from('2001:db8:1:2:3:4:5:6'));
    await owner.does({ type: 'ban', member: eve.id });
    expect(await (await connect(room, from('2001:db8:1:2::ff'))).isRefused()).toMatchObject({
      code: 'banned',
    });
    expect((await joinRoom(room, {}, from('2001:db8:1:3::ff'))).welcome.count).toBe(2);
  });

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'of the machine itself (%s) is none, and never banned',
    async (loopback) => {
      const { room, owner } = await anOwnedRoom();
      const eve = await joinRoom(room, {}, from(loopback));
      await owner.does({ type: 'ban', member: eve.id });
      expect((await tablesOf(room)).banned_addresses).toEqual([]);
      expect((await joinRoom(room, {}, from(loopback))).welcome.count).toBe(2);
    },
  );
});

describe('[H3] a neighbour of somebody banned', () => {
  it('is let in by an invitation, who was banned is not', async () => {
    const { room, owner, eve } = await afterABan();
    const { invitation } = await (
      await ask(`/api/rooms/${room}/invitations`, POST(owner.token, { minutes: 5 }))
    ).json<{ invitation: string }>();
    const ned = await joinRoom(room, { invitation }, HOME);
    ned.leaves();
    expect((await joinRoom(room, { token: ned.token }, HOME)).id).toBe(ned.id);
    expect(await (await connect(room, HOME)).isRefused({ invitation, token: eve.token })).toMatchObject({
      code: 'banned',
    });
  });

  it('who has spoken here is let in by a host', async () => {
    const { room, owner } = await anOwnedRoom();
    const ned = await joinRoom(room, { name: 'Ned' }, HOME);
    await ned.posts('It is me');
    const eve = await joinRoom(room, { name: 'Eve' }, HOME);
    await owner.does({ type: 'ban', member: eve.id });
    ned.leaves();
    expect(await (await connect(room, HOME)).isRefused({ token: ned.token })).toMatchObject({
      code: 'banned',
    });
    await owner.does({ type: 'admit', member: ned.id });
    expect((await joinRoom(room, { token: ned.token }, HOME)).id).toBe(ned.id);
  });
});
