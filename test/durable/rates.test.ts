import { afterEach, describe, expect, it, vi } from 'vitest';
import { ratesOf } from '../../src/durable/rates.ts';
import { aRoom, joinRoom, type LiveClient } from '../support/live-client.ts';

const manySends = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ type: 'send', id: `s${index}`, text: 'x' }));

afterEach(() => vi.restoreAllMocks());

/** What a client was told of its sends, by id. */
const refused = (client: LiveClient) => client.heard('error').filter(({ code }) => code === 'rate_limited');

it('[E1] thirty commands at once are carried out, and the rest of their frame is refused in order', async () => {
  const ann = await joinRoom(aRoom());
  ann.says(manySends(35));
  await ann.hears({ type: 'error', id: 's34' });
  expect(ann.heard('message')).toHaveLength(30);
  expect(refused(ann).map(({ id }) => id)).toEqual(['s30', 's31', 's32', 's33', 's34']);
  expect(refused(ann)[0]?.retryAfter).toBeGreaterThan(0);
});

it('[E1] a member has one measure over all its connections', async () => {
  const room = aRoom();
  const phone = await joinRoom(room);
  const laptop = await joinRoom(room, { token: phone.token });
  // Where time passes between the two, more is taken again.
  vi.spyOn(Date, 'now').mockReturnValue(Date.now());
  phone.says(manySends(28));
  await laptop.hears({ type: 'message', id: 's27' });
  laptop.says(manySends(60).slice(50));
  await laptop.hears({ type: 'error', id: 's59' });
  const ids = refused(laptop).map(({ id }) => id);
  expect(ids).toEqual(['s52', 's53', 's54', 's55', 's56', 's57', 's58', 's59']);
});

it('[E1] other members feel nothing of it', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  ann.says(manySends(60));
  await ann.hears({ type: 'error' });
  await bob.posts('calm');
  await bob.hasHeardAll();
  expect(bob.heard('error')).toEqual([]);
  expect(bob.heard('message')).toHaveLength(31);
});

it('[E1] what was refused is stored when it is sent again in time', async () => {
  const ann = await joinRoom(aRoom());
  ann.says(manySends(31));
  const { retryAfter = 0 } = await ann.hears({ type: 'error', code: 'rate_limited' });
  expect(retryAfter).toBeLessThanOrEqual(100);
  await new Promise((resolve) => setTimeout(resolve, retryAfter + 5));
  expect(await ann.posts('x', { id: 's30' })).toMatchObject({ seq: 31 });
});

it('[E1] pings cost nothing', async () => {
  const ann = await joinRoom(aRoom());
  for (let i = 0; i < 60; i++) ann.saysRaw('ping');
  await ann.hearsFrame('pong');
  ann.says(manySends(30));
  await ann.hears({ type: 'message', id: 's29' });
  expect(ann.heard('error')).toEqual([]);
});

it('[E1] whoever keeps on is closed on all connections, and has left', async () => {
  const room = aRoom();
  const bob = await joinRoom(room);
  const phone = await joinRoom(room);
  const laptop = await joinRoom(room, { token: phone.token });
  phone.says(Array.from({ length: 340 }, () => ({ type: 'typing', on: true })));
  expect((await phone.isClosed()).code).toBe(4429);
  expect((await laptop.isClosed()).code).toBe(4429);
  expect(await bob.hears({ type: 'presence', left: [phone.id] })).toMatchObject({ count: 1 });
});

describe('[E1] whoever deploys sets the figures', () => {
  it.each([
    [5, 2, { burst: 5, perSecond: 2 }],
    ['5', '0.5', { burst: 5, perSecond: 0.5 }],
    ['', 'many', { burst: 30, perSecond: 10 }],
    [0, -1, { burst: 30, perSecond: 10 }],
  ])('%j and %j', (RATE_BURST, RATE_PER_SECOND, rates) => {
    expect(ratesOf({ RATE_BURST, RATE_PER_SECOND })).toEqual(rates);
  });
});
