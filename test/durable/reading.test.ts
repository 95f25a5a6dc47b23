import { beforeAll, describe, expect, it } from 'vitest';
import { SqliteTranscript } from '../../src/durable/sqlite-transcript.ts';
import { searchLimits } from '../../src/protocol/search-limits.ts';
import { aRoom, joinRoom, type LiveClient, within } from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';
import { fill, fillPrivately, RowCount } from '../support/live-storage.ts';

/**
 * Rows read are what reading costs. A room with a long history, a third of it private messages between others, in one
 * piece: a reading that passed over them would be seen at once.
 */
const LONG = 6_000;
/** Beyond the rows that are given: one in advance from each of two tables. */
const FEW = 3;

const room = aRoom();
let ann: LiveClient;
let head: number;
let rows: RowCount;

beforeAll(async () => {
  ann = await joinRoom(room, { name: 'Ann' });
  await fill(room, LONG / 3);
  await fillPrivately(room, LONG / 3);
  await fill(room, LONG / 3);
  head = (await ann.posts('the newest')).seq;
  rows = await RowCount.of(room);
});

describe('reading a long history reads the rows that it gives', () => {
  it('[J5] the newest page', async () => {
    const { welcome } = await joinRoom(room);
    expect(welcome.messages).toHaveLength(50);
    expect(await rows.read()).toBeLessThanOrEqual(50 + FEW);
  });

  it.each([
    ['before a seq', { before: LONG / 2 + LONG / 3 + 30, limit: 100 }, 100],
    ['before, over the private messages of others', { before: (2 * LONG) / 3 + 20, limit: 100 }, 100],
    ['after a seq', { after: 5, limit: 100 }, 100],
    ['after, over the private messages of others', { after: LONG / 3 - 20, limit: 100 }, 100],
    ['around a seq', { around: LONG / 2, limit: 60 }, 60],
  ])('[R4] a page %s', async (_, range, count) => {
    ann.says({ type: 'page', id: 'p', ...range });
    const page = await ann.hears({ type: 'page' });
    expect(page.messages).toHaveLength(count);
    expect(await rows.read()).toBeLessThanOrEqual(count + 2 * FEW);
  });

  it('[R7] a search reads what it looks through, however little it finds, and writes nothing', async () => {
    ann.says({ type: 'search', id: 's', query: 'nowhere' });
    expect(await ann.hears({ type: 'found' })).toMatchObject({ messages: [], more: true });
    const { read, written } = await rows.take();
    expect(read).toBeGreaterThanOrEqual(searchLimits.messages);
    expect(read).toBeLessThanOrEqual(searchLimits.messages + FEW);
    expect(written).toBe(0);
  });

  it('[R5] a page over HTTP', async () => {
    const response = await ask(`/api/rooms/${room}/messages?before=${(2 * LONG) / 3 + 10}&limit=50`);
    expect(((await response.json()) as { messages: unknown[] }).messages).toHaveLength(50);
    expect(await rows.read()).toBeLessThanOrEqual(50 + FEW);
  });

  it('[R1] a resume', async () => {
    const { log } = ann.welcome.room;
    const { welcome } = await joinRoom(room, { token: ann.token, log, after: head - 20 });
    expect(welcome.events).toHaveLength(20);
    expect(await rows.read()).toBeLessThanOrEqual(20 + FEW);
  });

  it('[S6] a private message reads one row more, to be found', async () => {
    const bob = await joinRoom(room);
    await rows.read();
    for (const text of ['one', 'two', 'three']) await ann.posts(text, { to: [bob.id] });
    await rows.read();
    bob.says({ type: 'page', limit: 3 });
    expect((await bob.hears({ type: 'page' })).messages).toMatchObject([
      { text: 'one' },
      { text: 'two' },
      { text: 'three' },
    ]);
    expect(await rows.read()).toBeLessThanOrEqual(2 * 3 + 2 * FEW);
  });

  it('[S3] a send of somebody whose cursor is near reads next to nothing', async () => {
    const { seq } = await ann.posts('with a cursor', { since: head });
    await ann.posts('with a cursor, too', { since: seq });
    expect(await rows.read()).toBeLessThanOrEqual(20);
  });

  it('[R5] what a room is reads nothing', async () => {
    await ask(`/api/rooms/${room}`);
    expect(await rows.read()).toBe(0);
  });
});

it('waking reads as little, however old the room is', async () => {
  const cost = async (messages: number) => {
    const sleeping = aRoom();
    await joinRoom(sleeping);
    await fill(sleeping, messages);
    const rows = await RowCount.of(sleeping);
    await within(sleeping, (_, { storage }) => new SqliteTranscript(storage).head);
    return rows.read();
  };
  expect(await cost(LONG)).toBe(await cost(1));
});
