import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClassicClient } from '../support/live-classic.ts';
import {
  aRoom,
  connect,
  from,
  hibernate,
  joinRoom,
  type LiveClient,
  within,
} from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';
import { tablesOf } from '../support/live-storage.ts';

afterEach(() => vi.restoreAllMocks());

const HOME = from('203.0.113.7');
const FAR = from('198.51.100.9');

/** The first to speak owns a public room. */
async function anOwnedRoom(room = aRoom()): Promise<{ room: string; owner: LiveClient }> {
  const owner = await joinRoom(room, { name: 'Own' });
  await owner.posts('mine');
  return { room, owner };
}

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
    const hashes = [];
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

describe('[H5] a room by password', () => {
  const password = 'correct horse battery staple';
  const guarded = async () => {
    const { room, owner } = await anOwnedRoom();
    await owner.does({ type: 'settings', access: 'password', password });
    return { room, owner };
  };

  it('lets in who knows it, and remembers them', async () => {
    const { room } = await guarded();
    const ann = await joinRoom(room, { password }, HOME);
    await hibernate(room);
    expect((await joinRoom(room, { token: ann.token })).id).toBe(ann.id);
  });

  it('keeps out who does not, and tells what is asked for', async () => {
    const { room } = await guarded();
    const ann = await connect(room, HOME);
    expect(await ann.isRefused()).toMatchObject({ code: 'forbidden', needs: 'password' });
    expect(await ann.isRefused({ password: 'guess' })).toMatchObject({
      code: 'forbidden',
      needs: 'password',
    });
    expect(ann.everything.join()).not.toMatch(/mine|Own/);
  });

  it('bears five guesses at once from one address, on however many connections', async () => {
    const { room } = await guarded();
    for (let guess = 0; guess < 5; guess++) {
      const ann = await connect(room, HOME);
      expect(await ann.isRefused({ password: `guess ${guess}` })).toMatchObject({ code: 'forbidden' });
    }
    const late = await connect(room, HOME);
    const { code, retryAfter } = await late.isRefused({ password });
    expect(code).toBe('rate_limited');
    expect(retryAfter).toBeGreaterThan(5_000);
    expect((await joinRoom(room, { password }, FAR)).welcome.self.role).toBe('member');
  });

  it('stands in no table: it is hashed, slowly, with a salt of its own', async () => {
    const derive = vi.spyOn(crypto.subtle, 'deriveBits');
    const [one, other] = [await guarded(), await guarded()];
    expect(derive.mock.calls.map(([algorithm]) => algorithm)).toMatchObject([
      { name: 'PBKDF2', iterations: 100_000 },
      { name: 'PBKDF2', iterations: 100_000 },
    ]);
    await joinRoom(one.room, { password });
    const kept = [await tablesOf(one.room), await tablesOf(other.room)];
    expect(JSON.stringify(kept)).not.toContain(password);
    const [hash, too] = kept.map(({ room }) => JSON.parse(`${room?.[0]?.keeping}`).passwordHash);
    expect(hash).not.toBe(too);
  });

  it('is told by nothing that is sent, to hosts neither', async () => {
    const { room, owner } = await guarded();
    owner.says({ type: 'log' });
    await owner.hears({ type: 'log' });
    const ann = await joinRoom(room, { password });
    for (const told of [owner.everything.join(), ann.everything.join()]) {
      expect(told).not.toMatch(/correct horse|passwordHash/);
    }
  });

  it('asks anew once the password is another', async () => {
    const { room, owner } = await guarded();
    const ann = await joinRoom(room, { password });
    ann.leaves();
    await owner.does({ type: 'settings', access: 'password', password: 'another' });
    const back = await connect(room);
    expect(await back.isRefused({ token: ann.token })).toMatchObject({ needs: 'password' });
    expect((await back.joins({ token: ann.token, password: 'another' })).self.id).toBe(ann.id);
  });

  it('costs no hash where somebody may not set one', async () => {
    const { room } = await anOwnedRoom();
    const eve = await joinRoom(room);
    const derive = vi.spyOn(crypto.subtle, 'deriveBits');
    eve.says({ type: 'settings', access: 'password', password: 'x' });
    await eve.hears({ type: 'error', code: 'forbidden' });
    expect(derive).not.toHaveBeenCalled();
  });
});

it('[H5] a closed room tells nothing to whoever was not let in, on any path', async () => {
  const { room, owner } = await anOwnedRoom();
  await owner.does({ type: 'settings', access: 'invitation', title: 'Garden' });
  const known = /mine|Own|Garden/;
  const eve = await connect(room);
  for (const command of [
    { type: 'page' },
    { type: 'log' },
    { type: 'standings' },
    { type: 'send', text: 'x' },
  ]) {
    eve.says(command);
    await eve.hears({ type: 'error', code: 'not_joined' });
  }
  expect(await eve.isRefused({ log: owner.welcome.room.log, after: 0 })).toMatchObject({
    code: 'forbidden',
    needs: 'invitation',
  });
  const classic = await ClassicClient.at(room);
  classic.says({ type: 'login', content: 'Eve' });
  await classic.hears({ type: 'error' });
  classic.says('a bare text');
  await classic.hears({ type: 'error' });
  expect(JSON.stringify([eve.everything, classic.frames])).not.toMatch(known);
  for (const rest of ['', '/messages', '/messages?after=0', '/transcript', '/transcript?format=html']) {
    const response = await ask(`/api/rooms/${room}${rest}`);
    expect([response.status, known.test(await response.text())]).toEqual([403, false]);
  }
  await owner.hasHeardAll();
  expect(owner.heard('presence').filter(({ joined }) => joined)).toEqual([]);
});

it('[R5] a closed room is read over HTTP by its members, with their token', async () => {
  const { room, owner } = await anOwnedRoom();
  const ann = await joinRoom(room);
  await owner.does({ type: 'settings', access: 'invitation' });
  const read = async (token: string, rest: string) =>
    (await ask(`/api/rooms/${room}${rest}`, { headers: { Authorization: `Bearer ${token}` } })).status;
  for (const rest of ['', '/messages', '/transcript']) {
    expect(await read(owner.token, rest)).toBe(200);
    expect(await read(ann.token, rest)).toBe(403);
    expect(await read(`${owner.token}x`, rest)).toBe(403);
    expect(await read(owner.id, rest)).toBe(403);
  }
});

describe('[H9] a room that keeps messages for a time', () => {
  const DAY = 86_400_000;

  it('has one alarm, which deletes what is older and tells who is there', async () => {
    const { room, owner } = await anOwnedRoom();
    const ann = await joinRoom(room);
    await owner.posts('later');
    await within(room, (_, { storage: { sql } }) => {
      sql.exec('UPDATE messages SET at = ? WHERE seq = 1', Date.now() - 8 * DAY);
    });
    await owner.does({ type: 'settings', keepDays: 7 });
    const at = await within(room, (_, { storage }) => storage.getAlarm());
    expect(at).toBeGreaterThan(Date.now());
    expect(await runDurableObjectAlarm(env.ROOMS.getByName(room))).toBe(true);
    expect(await ann.hears({ type: 'expired' })).toMatchObject({ upTo: 1 });
    expect((await tablesOf(room)).messages).toMatchObject([{ seq: 2 }]);
    expect((await joinRoom(room)).welcome).toMatchObject({ room: { head: 3 }, messages: [{ seq: 2 }] });
  });

  it('keeps its seqs where all was deleted, when it has slept', async () => {
    const { room, owner } = await anOwnedRoom();
    await within(room, (_, { storage: { sql } }) => void sql.exec('UPDATE messages SET at = 0'));
    await owner.does({ type: 'settings', keepDays: 1 });
    await runDurableObjectAlarm(env.ROOMS.getByName(room));
    await hibernate(room);
    expect((await joinRoom(room)).welcome).toMatchObject({ room: { head: 2 }, messages: [] });
  });

  it('has no alarm any more once all is to be kept', async () => {
    const { room, owner } = await anOwnedRoom();
    await owner.does({ type: 'settings', keepDays: 7 });
    await owner.does({ type: 'settings', keepDays: 0 });
    expect(await within(room, (_, { storage }) => storage.getAlarm())).toBeNull();
  });
});

describe('[H10] a room that is deleted', () => {
  it('closes for everybody, keeps nothing, and is a new one for whoever comes', async () => {
    const { room, owner } = await anOwnedRoom();
    const [ann, stranger] = [await joinRoom(room), await connect(room)];
    await owner.does({ type: 'settings', keepDays: 7, title: 'Garden' });
    owner.says({ type: 'destroy', room });
    for (const client of [owner, ann, stranger]) expect((await client.isClosed()).code).toBe(4404);
    expect(await tablesOf(room)).toEqual({});
    expect(await within(room, (_, { storage }) => storage.getAlarm())).toBeNull();
    expect(await (await ask(`/api/rooms/${room}`)).json()).toEqual({ room, log: null, head: 0, count: 0 });
    const next = await joinRoom(room, { token: owner.token, log: owner.welcome.room.log, after: 1 });
    expect(next.welcome).toMatchObject({ resumed: false, messages: [], room: { head: 0 } });
    expect(next.welcome.room.log).not.toBe(owner.welcome.room.log);
    expect(next.welcome).not.toHaveProperty('hosts');
  });

  it('is another after a sleep, too', async () => {
    const { room, owner } = await anOwnedRoom();
    owner.says({ type: 'destroy', room });
    await owner.isClosed();
    await hibernate(room);
    const next = await joinRoom(room);
    expect((await next.posts('anew')).seq).toBe(1);
  });
});

describe('[S2] what a host did and could not be stored', () => {
  it.each([
    ['a ban', (eve: LiveClient) => ({ type: 'ban', member: eve.id, erase: true })],
    ['an appointment', (eve: LiveClient) => ({ type: 'appoint', member: eve.id, role: 'owner' })],
    ['settings', () => ({ type: 'settings', title: 'Garden', hidesHistory: true })],
  ])('has not been done, in memory neither: %s', async (_, act) => {
    const { room, owner } = await anOwnedRoom();
    const eve = await joinRoom(room, { name: 'Eve' });
    await eve.posts('spam');
    const before = await tablesOf(room);
    vi.spyOn(console, 'error').mockReturnValue();
    await within(room, (_, { storage: { sql } }) => {
      const exec = sql.exec.bind(sql);
      sql.exec = ((query: string, ...bindings: unknown[]) => {
        if (query.includes('INTO moderation')) throw new Error('disk I/O error');
        return exec(query, ...bindings);
      }) as typeof sql.exec;
    });
    owner.says({ ...act(eve), id: 'failed' });
    await owner.hears({ type: 'error', code: 'internal', id: 'failed' });
    await within(room, (_, { storage: { sql } }) => void Reflect.deleteProperty(sql, 'exec'));
    expect(await tablesOf(room)).toEqual(before);
    const { welcome } = await joinRoom(room);
    expect(welcome).toMatchObject({ room: { head: 2 }, hosts: { [owner.id]: 'owner' } });
    expect(welcome.room).not.toHaveProperty('settings');
    expect(welcome.messages).toHaveLength(2);
    expect((await eve.posts('still here')).seq).toBe(3);
    await owner.does(act(eve));
    expect(owner.heard('moderation').at(-1)?.seq).toBeGreaterThanOrEqual(4);
  });
});
