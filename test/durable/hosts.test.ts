import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect, hibernate, joinRoom, type LiveClient, within } from '../support/live-client.ts';
import { anOwnedRoom } from '../support/live-hosts.ts';
import { ask } from '../support/live-http.ts';
import { tablesOf } from '../support/live-storage.ts';

afterEach(() => vi.restoreAllMocks());

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

  it('[R1] tells who resumes from before, after a sleep too, what is gone', async () => {
    const { room, owner } = await anOwnedRoom();
    await within(room, (_, { storage: { sql } }) => void sql.exec('UPDATE messages SET at = 0'));
    await owner.does({ type: 'settings', keepDays: 1 });
    await runDurableObjectAlarm(env.ROOMS.getByName(room));
    await hibernate(room);
    const { token, welcome } = owner;
    const back = await joinRoom(room, { token, log: welcome.room.log, after: 1 });
    expect(back.welcome.resumed).toBe(true);
    expect(await back.hears({ type: 'expired' })).toMatchObject({ upTo: 2 });
  });

  it('leaves the alarm as it is set, however often it wakes and is used', async () => {
    const { room, owner } = await anOwnedRoom();
    await within(room, (_, { storage: { sql } }) => {
      sql.exec('UPDATE messages SET at = ?', Date.now() - 8 * DAY);
    });
    await owner.does({ type: 'settings', keepDays: 7 });
    const set = Date.now();
    const alarm = () => within(room, (_, { storage }) => storage.getAlarm());
    const at = await alarm();
    vi.spyOn(Date, 'now').mockImplementation(() => set + 1_800_000);
    await hibernate(room);
    await owner.posts('Half an hour later');
    expect(await alarm()).toBe(at);
    await owner.does({ type: 'settings', keepDays: 1 });
    expect(await alarm()).toBeGreaterThan(at ?? 0);
  });

  it('has an alarm again where none was set, as after one that failed', async () => {
    const { room, owner } = await anOwnedRoom();
    await owner.does({ type: 'settings', keepDays: 7 });
    await within(room, (_, { storage }) => storage.deleteAlarm());
    await hibernate(room);
    await owner.posts('awake');
    const alarm = () => within(room, (_, { storage }) => storage.getAlarm());
    await vi.waitFor(async () => expect(await alarm()).toBeGreaterThan(Date.now()), { timeout: 10_000 });
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
