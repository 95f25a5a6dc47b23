import { expect, it } from 'vitest';
import { aRoom, connect, hibernate, joinRoom, within } from '../support/live-client.ts';
import { anOwnedRoom } from '../support/live-hosts.ts';
import { ask } from '../support/live-http.ts';
import { fill, RowCount, tablesOf } from '../support/live-storage.ts';

/**
 * Rows are what a room costs. They are counted by the cursors of the room's own statements, the figure that is billed;
 * what would be written by other ways than `sql.exec` is not seen. The first two tests show that the count can fail.
 */

it('a message is one row', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('one');
  const rows = await RowCount.of(room);
  await ann.posts('two');
  expect(await rows.written()).toBe(1);
  await ann.posts('three', { replyTo: 1 });
  expect(await rows.written()).toBe(1);
});

it('[H1] the first message of a room is two rows more, and whoever sent it is its owner', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const rows = await RowCount.of(room);
  await ann.posts('one');
  expect(await rows.written()).toBe(3);
});

it('a private message is one row, and one more for each who may read it', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  const rows = await RowCount.of(room);
  await ann.posts('for Bob', { to: [bob.id] });
  expect(await rows.written()).toBe(3);
  await ann.posts('for both', { to: [ann.id, bob.id, 'somebody'] });
  expect(await rows.written()).toBe(4);
});

it('an edit and a reaction are three rows each, a deletion two', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('one');
  await ann.posts('two');
  const rows = await RowCount.of(room);
  ann.says({ type: 'edit', target: 1, text: 'uno' });
  await ann.hears({ type: 'edit' });
  expect(await rows.written()).toBe(3);
  ann.says({ type: 'react', target: 1, emoji: '👍', on: true });
  await ann.hears({ type: 'reaction' });
  expect(await rows.written()).toBe(3);
  ann.says({ type: 'delete', target: 2 });
  await ann.hears({ type: 'delete' });
  expect(await rows.written()).toBe(2);
});

it('[H6] a brake that is pulled once more is a row for nobody who is known already', async () => {
  const { room, owner } = await anOwnedRoom();
  await fill(room, 50);
  const pulled = async () => {
    await owner.does({ type: 'settings', knownOnly: false });
    const rows = await RowCount.of(room);
    await owner.does({ type: 'settings', knownOnly: true });
    return rows.written();
  };
  expect([await pulled(), await pulled()]).toEqual([3, 2]);
});

it('in steady state, after a hibernation too, 25 messages are 25 rows', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('before');
  await hibernate(room);
  const rows = await RowCount.of(room);
  for (let i = 0; i < 5; i++) {
    ann.says(
      Array.from({ length: 5 }, () => ({ type: 'send', id: crypto.randomUUID(), text: 'x', since: 1 })),
    );
    await ann.hears({ type: 'message', seq: 6 + 5 * i });
  }
  expect(await rows.written()).toBe(25);
});

it.each<[string, (room: string) => Promise<unknown>]>([
  ['a join', (room) => joinRoom(room, { name: 'Cleo' })],
  [
    'a leave',
    async (room) => {
      const cleo = await joinRoom(room);
      cleo.leaves(1000);
      await cleo.isClosed();
    },
  ],
  ['a page over HTTP', (room) => ask(`/api/rooms/${room}/messages`)],
])('%s writes nothing in a room that is in use', async (_, happens) => {
  const room = aRoom();
  await (await joinRoom(room)).posts('hello');
  const rows = await RowCount.of(room);
  await happens(room);
  expect(await rows.written()).toBe(0);
});

it.each([
  ['typing', { type: 'typing', on: true }],
  ['a rename', { type: 'rename', name: 'Cleo' }],
  ['a page', { type: 'page', around: 1 }],
  ['an error', { type: 'edit', target: 99, text: 'x' }],
  ['an empty message', { type: 'send', text: '  ' }],
  ['a duplicate', { type: 'send', id: 'hello', text: 'again' }],
  ['an edit that changes nothing', { type: 'edit', target: 1, text: 'hello' }],
  ['a reaction that is not there taken back', { type: 'react', target: 1, emoji: '👍', on: false }],
])('%s writes nothing', async (_, command) => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('hello', { id: 'hello' });
  const rows = await RowCount.of(room);
  ann.says(command);
  await ann.hasHeardAll();
  expect(await rows.written()).toBe(0);
});

it('pings and frames that nobody can read write nothing', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const rows = await RowCount.of(room);
  ann.saysRaw('ping');
  ann.saysRaw('{');
  await ann.hears({ type: 'error' });
  expect(await rows.written()).toBe(0);
});

it('waking writes nothing', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('hello');
  const before = await tablesOf(room);
  await hibernate(room);
  await ann.hasHeardAll();
  expect(await tablesOf(room)).toEqual(before);
});

it('[R5] a room that was only looked at has no tables', async () => {
  const room = aRoom();
  for (const path of ['', '/messages', '/messages?around=5&limit=3']) await ask(`/api/rooms/${room}${path}`);
  const stranger = await connect(room);
  stranger.says({ type: 'send', text: 'no' });
  await stranger.hears({ type: 'error' });
  expect(await tablesOf(room)).toEqual({});
  await stranger.joins();
  expect(Object.keys(await tablesOf(room))).toContain('messages');
});

it('[R2] a join that is refused begins no log', async () => {
  const room = aRoom();
  const stranger = await connect(room);
  stranger.says({ type: 'join', name: '' });
  await stranger.hears({ type: 'error' });
  expect(await tablesOf(room)).toEqual({});
});

it('[R2] the log is made by the first join and stays', async () => {
  const room = aRoom();
  const { welcome } = await joinRoom(room);
  await hibernate(room);
  expect((await joinRoom(room)).welcome.room.log).toBe(welcome.room.log);
  expect((await joinRoom(aRoom())).welcome.room.log).not.toBe(welcome.room.log);
});

it('the steps of the schema are written down, and taken once', async () => {
  const room = aRoom();
  await joinRoom(room);
  const { schema_steps: steps = [] } = await tablesOf(room);
  expect(steps.map(({ step }) => step)).toEqual(steps.map((_, index) => index + 1));
  expect(steps.length).toBeGreaterThan(0);
  await hibernate(room);
  await ask(`/api/rooms/${room}`);
  expect((await tablesOf(room)).schema_steps).toEqual(steps);
});

const secret = 'sesame-7f3a';

it('[S7] a deleted text is in no table, and neither are its earlier versions or what was reacted', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts(`first ${secret}`);
  ann.says({ type: 'edit', target: 1, text: `second ${secret}` });
  ann.says({ type: 'edit', target: 1, text: `third ${secret}` });
  ann.says({ type: 'react', target: 1, emoji: '👍', on: true });
  await ann.hears({ type: 'reaction' });
  expect(JSON.stringify(await tablesOf(room))).toContain(secret);
  ann.says({ type: 'delete', target: 1 });
  await ann.hears({ type: 'delete' });
  expect(JSON.stringify(await tablesOf(room))).not.toContain(secret);
  expect((await tablesOf(room)).reactions).toEqual([]);
});

it('[S7] a deleted text is on no reading path', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts(`first ${secret}`);
  ann.says({ type: 'edit', target: 1, text: `second ${secret}` });
  ann.says({ type: 'delete', target: 1 });
  await ann.hears({ type: 'delete' });
  const late = await joinRoom(room);
  late.says({ type: 'page', around: 1 });
  const resumed = await joinRoom(room, { log: late.welcome.room.log, after: 0 });
  const overHttp = await (await ask(`/api/rooms/${room}/messages`)).text();
  const all = [late.welcome, await late.hears({ type: 'page' }), resumed.welcome, overHttp];
  expect(JSON.stringify(all)).not.toContain(secret);
  expect(resumed.welcome.resumed).toBe(true);
  expect(late.welcome.messages).toMatchObject([{ seq: 1, deleted: true }]);
});

it('[S2] what was acknowledged is in the tables', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const message = await ann.posts('kept');
  const rows = await within(room, (_, ctx) =>
    ctx.storage.sql.exec('SELECT seq, text FROM messages').toArray(),
  );
  expect(rows).toEqual([{ seq: message.seq, text: 'kept' }]);
});
