import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aRoom, connect, joinRoom, type LiveClient } from '../support/live-client.ts';
import { anOwnedRoom } from '../support/live-hosts.ts';
import { ask, ORIGIN } from '../support/live-http.ts';

afterEach(() => vi.restoreAllMocks());

async function aPrivateRoom(): Promise<{ room: string; ownerKey: string; owner: LiveClient }> {
  const made = await (await ask('/api/rooms', { method: 'POST' })).json<{ room: string; ownerKey: string }>();
  const owner = await joinRoom(made.room, { name: 'Own', ownerKey: made.ownerKey });
  return { ...made, owner };
}

const as = (token: string, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { Authorization: `Bearer ${token}`, ...headers },
});

const inviting = (token: string, body: unknown): RequestInit => ({
  ...as(token),
  body: JSON.stringify(body),
});

const keyOf = async (room: string, token: string) =>
  (await (await ask(`/api/rooms/${room}/owner-key`, as(token))).json<{ ownerKey?: string }>()).ownerKey;

const roleWith = async (room: string, ownerKey = '') =>
  (await joinRoom(room, { ownerKey })).welcome.self.role;

const statusOf = async (path: string, init?: RequestInit) => (await ask(path, init)).status;

describe('[H2] an owner key', () => {
  it('is given to an owner alone, and makes an owner on another device', async () => {
    const { room, owner } = await aPrivateRoom();
    const ann = await joinRoom(room);
    await owner.does({ type: 'appoint', member: ann.id, role: 'moderator' });
    for (const token of [ann.token, 'made up', owner.id, '']) {
      expect(await statusOf(`/api/rooms/${room}/owner-key`, as(token))).toBe(403);
    }
    expect(await statusOf(`/api/rooms/${room}/owner-key`, { method: 'POST' })).toBe(403);
    const ownerKey = (await keyOf(room, owner.token)) ?? '';
    expect((await joinRoom(room, { ownerKey })).welcome.self.role).toBe('owner');
  });

  it('of one room is worth nothing in another', async () => {
    const [one, other] = [await aPrivateRoom(), await aPrivateRoom()];
    expect((await joinRoom(other.room, { ownerKey: one.ownerKey })).welcome.self.role).toBe('member');
  });

  it('is worth nothing once ownership was passed on; the new owner is given another', async () => {
    const { room, ownerKey, owner } = await aPrivateRoom();
    const ann = await joinRoom(room);
    await owner.does({ type: 'appoint', member: ann.id, role: 'owner' });
    expect((await joinRoom(room, { ownerKey })).welcome.self.role).toBe('member');
    expect(await statusOf(`/api/rooms/${room}/owner-key`, as(owner.token))).toBe(403);
    const anew = (await keyOf(room, ann.token)) ?? '';
    expect(anew).not.toBe(ownerKey);
    expect((await joinRoom(room, { ownerKey: anew })).welcome.self.role).toBe('owner');
  });

  it.each(['an owner', 'the deployer'])(
    '[H10] is worth nothing in the next room of that name, once %s has deleted the room',
    async (who) => {
      const { room, owner } = await anOwnedRoom();
      const ownerKey = await keyOf(room, owner.token);
      if (who === 'an owner') owner.says({ type: 'destroy', room });
      else await env.ROOMS.getByName(room).destroy();
      await owner.isClosed();
      const next = await joinRoom(room, { name: 'Next' });
      await next.posts('this is mine now');
      expect(await roleWith(room, ownerKey)).toBe('member');
    },
  );

  it('[H10] that passing on had voided stays so, once the room was deleted', async () => {
    const { room, owner } = await anOwnedRoom();
    const ownerKey = await keyOf(room, owner.token);
    const ann = await joinRoom(room);
    await owner.does({ type: 'appoint', member: ann.id, role: 'owner' });
    ann.says({ type: 'destroy', room });
    await ann.isClosed();
    await joinRoom(room);
    expect(await roleWith(room, ownerKey)).toBe('member');
  });

  it('of a room that nobody has used is given to nobody', async () => {
    const { token } = await joinRoom(aRoom());
    expect(await statusOf(`/api/rooms/${aRoom()}/owner-key`, as(token))).toBe(403);
    expect(await statusOf(`/api/rooms/${aRoom()}/invitations`, inviting(token, { minutes: 5 }))).toBe(403);
  });

  it('is asked for by no page of another site', async () => {
    const { room, owner } = await aPrivateRoom();
    const evil = as(owner.token, { Origin: 'https://evil.test' });
    expect(await statusOf(`/api/rooms/${room}/owner-key`, evil)).toBe(403);
    expect(await statusOf(`/api/rooms/${room}/owner-key`, { ...as(owner.token), method: 'PUT' })).toBe(405);
  });
});

describe('[H1] the deployer’s key', () => {
  const ADMIN_KEY = 'the deployer’s own, and long enough';
  afterEach(() => void Object.assign(env, { ADMIN_KEY: undefined }));

  it('makes an owner in every room', async () => {
    Object.assign(env, { ADMIN_KEY });
    expect(await roleWith(aRoom(), ADMIN_KEY)).toBe('owner');
    expect(await roleWith((await aPrivateRoom()).room, ADMIN_KEY)).toBe('owner');
    expect(await roleWith(aRoom(), `${ADMIN_KEY}.`)).toBe('member');
  });

  it.each(['', 'undefined', ADMIN_KEY])('that is not set is none: %j opens nothing', async (ownerKey) => {
    expect(await roleWith(aRoom(), ownerKey)).toBe('member');
    Object.assign(env, { ADMIN_KEY: '' });
    expect(await roleWith(aRoom(), ownerKey)).toBe('member');
  });
});

describe('[H5] an invitation', () => {
  const closed = async () => {
    const { room, owner } = await aPrivateRoom();
    await owner.does({ type: 'settings', access: 'invitation' });
    return { room, owner };
  };
  interface Invited {
    invitation: string;
    url: string;
    until: number;
  }
  const invite = async (room: string, token: string) =>
    (await ask(`/api/rooms/${room}/invitations`, inviting(token, { minutes: 5 }))).json<Invited>();

  it('is given to hosts alone', async () => {
    const { room, owner } = await aPrivateRoom();
    const [ann, mod] = [await joinRoom(room), await joinRoom(room)];
    await owner.does({ type: 'appoint', member: mod.id, role: 'moderator' });
    const path = `/api/rooms/${room}/invitations`;
    expect(await statusOf(path, inviting(mod.token, { minutes: 5 }))).toBe(201);
    expect(await statusOf(path, inviting(ann.token, { minutes: 5 }))).toBe(403);
    expect(await statusOf(path, inviting('made up', { minutes: 5 }))).toBe(403);
  });

  it('says in its link, behind the #, what opens the room', async () => {
    const { room, owner } = await closed();
    const { invitation, url, until } = await invite(room, owner.token);
    expect(url).toBe(`${ORIGIN}/r/${room}#invitation=${invitation}`);
    expect(new URL(url).search).toBe('');
    expect(until - Date.now()).toBeGreaterThan(4 * 60_000);
  });

  it('opens that room, until it runs out, and is remembered', async () => {
    const [{ room, owner }, other] = [await closed(), await closed()];
    const { invitation } = await invite(room, owner.token);
    const ann = await joinRoom(room, { invitation });
    expect(await (await connect(other.room)).isRefused({ invitation })).toMatchObject({
      needs: 'invitation',
    });
    const now = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(now + 6 * 60_000);
    expect(await (await connect(room)).isRefused({ invitation })).toMatchObject({ needs: 'invitation' });
    expect((await joinRoom(room, { token: ann.token })).id).toBe(ann.id);
  });

  it.each([
    ['the password is another', { access: 'password', password: 'another' }],
    ['the room was opened', { access: 'open' }],
  ])('opens nothing any more once %s, though the room asks for one again', async (_, change) => {
    const { room, owner } = await closed();
    const { invitation } = await invite(room, owner.token);
    await owner.does({ type: 'settings', ...change });
    await owner.does({ type: 'settings', access: 'invitation' });
    expect(await (await connect(room)).isRefused({ invitation })).toMatchObject({ needs: 'invitation' });
    const anew = await invite(room, owner.token);
    expect((await joinRoom(room, { invitation: anew.invitation })).welcome.self.role).toBe('member');
  });

  it('[H10] opens no later room of that name', async () => {
    const { room, owner } = await anOwnedRoom();
    await owner.does({ type: 'settings', access: 'invitation' });
    const { invitation } = await invite(room, owner.token);
    owner.says({ type: 'destroy', room });
    await owner.isClosed();
    const next = (await anOwnedRoom(room)).owner;
    await next.does({ type: 'settings', access: 'invitation' });
    expect(await (await connect(room)).isRefused({ invitation })).toMatchObject({ needs: 'invitation' });
  });

  it('that was given more time by whoever holds it is none', async () => {
    const { room, owner } = await closed();
    const { invitation } = await invite(room, owner.token);
    const [, signature] = invitation.split('.');
    const later = `${(Date.now() + 1e10).toString(36)}.${signature}`;
    for (const forged of [later, `${invitation}x`, 'x', '', `zzzzzzzzzzzzzzzz.${signature}`]) {
      expect(await (await connect(room)).isRefused({ invitation: forged })).toMatchObject({
        needs: 'invitation',
      });
    }
  });

  it.each([{}, { minutes: 0 }, { minutes: 1.5 }, { minutes: '5' }, { minutes: 1e9 }, 'five', null])(
    'for %j is none',
    async (body) => {
      const { room, owner } = await aPrivateRoom();
      const response = await ask(`/api/rooms/${room}/invitations`, inviting(owner.token, body));
      expect([response.status, (await response.json<{ code: string }>()).code]).toEqual([400, 'bad_request']);
    },
  );
});

it('[A4] tokens and keys are in no address, and in nothing that is logged', async () => {
  const logged = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) =>
    vi.spyOn(console, level).mockReturnValue(),
  );
  const { room, ownerKey, owner } = await aPrivateRoom();
  const { invitation } = await (
    await ask(`/api/rooms/${room}/invitations`, inviting(owner.token, { minutes: 5 }))
  ).json<{ invitation: string }>();
  await owner.does({ type: 'settings', access: 'password', password: 'correct horse' });
  await joinRoom(room, { token: owner.token, ownerKey, invitation, password: 'correct horse' });
  const failing = await connect(room);
  const sign = vi.spyOn(crypto.subtle, 'sign').mockRejectedValue(new Error('no key'));
  await failing.isRefused({ token: owner.token, ownerKey, invitation, password: 'correct horse' });
  sign.mockRestore();
  const said = JSON.stringify(logged.flatMap(({ mock }) => mock.calls.map((call) => call.map(String))));
  expect(said).not.toBe('[]');
  for (const secret of [owner.token, ownerKey, invitation, 'correct horse']) {
    expect(said).not.toContain(secret);
  }
  for (const query of [`token=${owner.token}`, `ownerKey=${ownerKey}`, `invitation=${invitation}`]) {
    expect(await statusOf(`/api/rooms/${room}/messages?${query}`)).toBe(403);
    expect(await statusOf(`/api/rooms/${room}/owner-key?${query}`, { method: 'POST' })).toBe(403);
  }
});
