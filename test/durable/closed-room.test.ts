import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClassicClient } from '../support/live-classic.ts';
import { connect, hibernate, joinRoom, type LiveClient } from '../support/live-client.ts';
import { anOwnedRoom, FAR, HOME } from '../support/live-hosts.ts';
import { ask } from '../support/live-http.ts';
import { tablesOf } from '../support/live-storage.ts';

/** As soon as it may take on a machine that does much else. */
const SOON = { timeout: 10_000 };

afterEach(() => vi.restoreAllMocks());

async function invite(room: string, { token }: LiveClient): Promise<{ invitation: string }> {
  const answer = await ask(`/api/rooms/${room}/invitations`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
    body: JSON.stringify({ minutes: 5 }),
  });
  return answer.json();
}

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
    // Every 12 s one more may be tried.
    vi.spyOn(Date, 'now').mockReturnValue(Date.now());
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

  it('is forbidden, and costs no hash, where somebody may not set one', async () => {
    const { room, owner } = await anOwnedRoom();
    const [mod, eve, stranger] = [await joinRoom(room), await joinRoom(room), await connect(room)];
    await owner.does({ type: 'appoint', member: mod.id, role: 'moderator' });
    const derive = vi.spyOn(crypto.subtle, 'deriveBits');
    for (const person of [mod, eve, stranger]) {
      person.says({ type: 'settings', id: 'p', password: 'x', slowMode: 5 });
      const code = person === stranger ? 'not_joined' : 'forbidden';
      await person.hears({ type: 'error', code, id: 'p' });
    }
    expect(derive).not.toHaveBeenCalled();
    expect(owner.heard('moderation').filter(({ action }) => action === 'settings')).toEqual([]);
  });

  it('is set as often as one may be tried, however many a frame holds', async () => {
    const { owner } = await anOwnedRoom();
    const derive = vi.spyOn(crypto.subtle, 'deriveBits');
    const set = (id: string) => ({ type: 'settings', id, access: 'password', password });
    owner.says(['1', '2', '3', '4', '5', '6', '7'].map(set));
    const last = await owner.hears({ type: 'error', id: '7' });
    expect(derive).toHaveBeenCalledTimes(5);
    expect(owner.heard('done').map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5']);
    expect(owner.heard('error').map(({ code, id }) => [code, id])).toEqual([
      ['rate_limited', '6'],
      ['rate_limited', '7'],
    ]);
    expect(last.retryAfter).toBeGreaterThan(5_000);
  });

  it('[F1] may be set in the frame of the join', async () => {
    const { room, owner } = await anOwnedRoom();
    const back = await connect(room);
    const setting = { type: 'settings', id: 'p', access: 'password', password };
    back.says([{ type: 'join', token: owner.token }, setting]);
    await back.hears({ type: 'done', id: 'p' });
    expect((await (await connect(room)).isRefused()).needs).toBe('password');
  });

  /** The next hash is not done before it is let go on. */
  const holdsOneHash = () => {
    const derive = crypto.subtle.deriveBits.bind(crypto.subtle);
    const held = Promise.withResolvers<void>();
    const spied = vi.spyOn(crypto.subtle, 'deriveBits').mockImplementationOnce(async (...given) => {
      await held.promise;
      return derive(...given);
    });
    return { isAt: () => vi.waitFor(() => expect(spied).toHaveBeenCalled(), SOON), goesOn: held.resolve };
  };

  it.each(['the password', 'an invitation'])(
    'lets nobody in by %s that was right when they came, once another password is set',
    async (what) => {
      const { room, owner } = await guarded();
      const shown =
        what === 'the password' ? { password } : { password: 'x', ...(await invite(room, owner)) };
      const hash = holdsOneHash();
      const ann = await connect(room, HOME);
      ann.says({ type: 'join', ...shown });
      await hash.isAt();
      await owner.does({ type: 'settings', access: 'password', password: 'another' });
      hash.goesOn();
      expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'forbidden', needs: 'password' });
    },
  );
});

it('[H1] whoever made a private room owns it, though somebody else is let in while their key is looked at', async () => {
  const { room, ownerKey } = await (await ask('/api/rooms', { method: 'POST' })).json<{
    room: string;
    ownerKey: string;
  }>();
  const owner = await connect(room);
  const check = crypto.subtle.verify.bind(crypto.subtle);
  const held = Promise.withResolvers<void>();
  const verify = vi.spyOn(crypto.subtle, 'verify').mockImplementationOnce(async (...given) => {
    await held.promise;
    return check(...given);
  });
  owner.says({ type: 'join', ownerKey });
  await vi.waitFor(() => expect(verify).toHaveBeenCalled(), SOON);
  await joinRoom(room);
  held.resolve();
  expect((await owner.hears({ type: 'welcome' })).self.role).toBe('owner');
});

it('[H5] a closed room tells nothing to whoever was not let in, on any path', async () => {
  const { room, owner } = await anOwnedRoom();
  await owner.does({ type: 'settings', access: 'invitation', title: 'Garden' });
  const known = /mine|Own|Garden/;
  const eve = await connect(room);
  for (const command of [
    { type: 'page' },
    { type: 'search', query: 'mine' },
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

it('[J1] a closed room answers a classic client outside alike, whomever it writes to', async () => {
  const { room, owner } = await anOwnedRoom();
  await owner.does({ type: 'settings', access: 'invitation' });
  const answers = async (text: string) => {
    const eve = await ClassicClient.at(room);
    eve.says(text);
    await eve.hears({ type: 'error' });
    await eve.hears({ type: 'error' });
    return eve.frames;
  };
  expect(await answers('@Own hi')).toEqual(await answers('@Nobody hi'));
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
