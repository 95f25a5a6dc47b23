import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, expect, it, vi } from 'vitest';
import { REPORT, type Report } from '../../src/durable/reporter.ts';
import type { ListedRoom, Usage } from '../../src/protocol/listing.ts';
import { aRoom, hibernate, joinRoom, within } from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';
import { RowCount } from '../support/live-storage.ts';

const FIVE_MINUTES = 300_000;
/** What is under way to the directory is there, on a machine that does much else as well. */
const SOON = { timeout: 10_000 };

const theDirectory = () => env.DIRECTORY.getByName('directory');
/** Of a test's own. */
const aDirectory = () => env.DIRECTORY.getByName(crypto.randomUUID());

const listed = async (room: string): Promise<ListedRoom | undefined> =>
  (await theDirectory().list(room)).rooms.find((each) => each.room === room);

/** What a room told of itself, once it has arrived. */
async function told(room: string, when: (listed: ListedRoom) => boolean): Promise<ListedRoom> {
  return vi.waitFor(async () => {
    const found = await listed(room);
    if (!found || !when(found)) throw new Error(`The directory knows ${JSON.stringify(found)}.`);
    return found;
  }, SOON);
}

const usedBy = ({ days }: { days: readonly Usage[] }) => ({
  rowsWritten: days.reduce((sum, { rowsWritten }) => sum + rowsWritten, 0),
  requests: days.reduce((sum, { requests }) => sum + requests, 0),
});

/** As if the last report had been so long ago. */
const passes = (room: string, ms: number) =>
  within(room, (_, { storage: { kv } }) => kv.put('reportedAt', Date.now() - ms)).then(() => hibernate(room));

const aReport = (more: Partial<Report> = {}): Report => ({
  ...{ room: 'tea', members: 2, head: 10, bytes: 4096, isLocked: false, activeAt: Date.now() },
  ...{ rowsRead: 5, rowsWritten: 4, requests: 1.5 },
  ...more,
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('[D2] a room is known once somebody has joined, and what it has used', async () => {
  const room = aRoom();
  await joinRoom(room);
  const found = await told(room, () => true);
  expect(found).toMatchObject({ members: 1, head: 0, isLocked: false });
  expect(found.bytes).toBeGreaterThan(0);
  expect(Date.now() - found.activeAt).toBeLessThan(60_000);
  // The upgrade, the join, the report.
  expect(usedBy(found).requests).toBeCloseTo(1 + 1 / 20 + REPORT.requests);
});

it('[D2] a room reports once in five minutes and not before, asleep in between or not', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await told(room, () => true);
  for (let at = 1; at <= 3; at++) await ann.posts(`soon ${at}`);
  await passes(room, FIVE_MINUTES / 2);
  await ann.posts('asleep in between');
  expect(await listed(room)).toMatchObject({ head: 0 });
  await passes(room, FIVE_MINUTES);
  await ann.posts('later');
  await told(room, ({ head }) => head === 5);
});

it('[D2] what a room has used is added up, of what it has forgotten asleep a row for each message', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const before = usedBy(await told(room, () => true));
  for (let at = 1; at <= 20; at++) await ann.posts(`${at}`);
  await passes(room, FIVE_MINUTES);
  await ann.posts('later');
  const after = usedBy(await told(room, ({ head }) => head === 21));
  expect(after.rowsWritten - before.rowsWritten).toBeGreaterThanOrEqual(21);
  expect(after.rowsWritten - before.rowsWritten).toBeLessThan(30);
  expect(after.requests - before.requests).toBeGreaterThan(1);
});

it('[D2] a report that fails is not lost: the next one has it too', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const before = usedBy(await told(room, () => true));
  const complains = vi.spyOn(console, 'error').mockImplementation(() => {});
  for (let at = 1; at <= 20; at++) await ann.posts(`${at}`);
  const report = vi.fn(() => Promise.reject(new Error('overloaded')));
  const overloaded = vi.spyOn(env.DIRECTORY, 'getByName').mockReturnValue({ report } as never);
  await within(room, (object) => object.report());
  overloaded.mockRestore();
  expect([report, complains].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(await listed(room)).toMatchObject({ head: 0 });
  await within(room, (object) => object.report());
  const after = usedBy(await told(room, ({ head }) => head === 20));
  expect(after.rowsWritten - before.rowsWritten).toBe(20 + 2 + 2 * REPORT.rowsWritten);
});

it('[R5] a room that nobody has used is not known, however often it is read', async () => {
  const room = aRoom();
  await ask(`/api/rooms/${room}`);
  await ask(`/api/rooms/${room}/messages`);
  await env.ROOMS.getByName(room).report();
  expect(await listed(room)).toBeUndefined();
  const kept = await within(room, (_, { storage: { kv } }) => [...kv.list()]);
  expect(kept).toEqual([]);
});

it('[H10] a room that an owner deletes is no longer known', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('mine');
  await told(room, () => true);
  ann.says({ type: 'destroy', room });
  await ann.isClosed();
  await vi.waitFor(async () => expect(await listed(room)).toBeUndefined(), SOON);
});

it("[D2] a report is two rows in the directory, and with the room's own costs what is said of it", async () => {
  const directory = aDirectory();
  await directory.report(aReport());
  const rows = await RowCount.at(directory);
  await directory.report(aReport({ head: 14 }));
  const { read, written } = await rows.take();
  expect({ rowsRead: read + 1, rowsWritten: written + 1, requests: 1 }).toEqual(REPORT);
});

it('[D2] a day is kept for thirty days, today among them, and each is told by itself', async () => {
  const directory = aDirectory();
  const today = Date.parse('2026-11-24T12:00:00Z');
  vi.useFakeTimers({ toFake: ['Date'], now: today - 31 * 86_400_000 });
  for (let day = 0; day < 31; day++) {
    vi.setSystemTime(today - (30 - day) * 86_400_000);
    await directory.report(aReport({ head: 10 }));
  }
  await directory.report(aReport({ room: 'soup', head: 7, rowsWritten: 3 }));
  const { rooms, days, total } = await directory.list();
  expect(rooms.find(({ room }) => room === 'tea')?.days.map(({ day }) => day)).toEqual(
    days.map(({ day }) => day),
  );
  expect(days).toHaveLength(30);
  expect([days[0]?.day, days[29]]).toEqual([
    '2026-10-26',
    { day: '2026-11-24', rowsRead: 10, rowsWritten: 7, requests: 3 },
  ]);
  expect(total).toEqual({ rooms: 2, members: 4, head: 17, bytes: 8192 });
});

it('takes the steps that it has not taken yet when it wakes, and none where nothing was reported', async () => {
  const directory = aDirectory();
  await directory.report(aReport());
  // As one that was deployed before its tables were.
  await runInDurableObject(directory, (_, { storage: { sql } }) => {
    sql.exec('DROP TABLE rooms; DROP TABLE days; DELETE FROM schema_steps');
  });
  await evictDurableObject(directory);
  expect(await directory.list()).toMatchObject({ rooms: [] });
  await directory.report(aReport());
  expect(await directory.list()).toMatchObject({ rooms: [{ room: 'tea' }] });
  const unused = aDirectory();
  await unused.list();
  const tables = "SELECT name FROM sqlite_master WHERE name IN ('rooms', 'schema_steps')";
  const made = await runInDurableObject(unused, (_, { storage: { sql } }) => sql.exec(tables).toArray());
  expect(made).toEqual([]);
});

it('[D1] rooms are listed by when they were last active, and found by a part of their name', async () => {
  const directory = aDirectory();
  for (const [at, room] of ['tea', 'soup', 'teapot'].entries()) {
    await directory.report(aReport({ room, activeAt: 1_000 + at }));
  }
  await directory.report(aReport({ room: 'soup', activeAt: 0 }));
  const names = async (search?: string) => (await directory.list(search)).rooms.map(({ room }) => room);
  expect(await names()).toEqual(['teapot', 'soup', 'tea']);
  expect(await names('tea')).toEqual(['teapot', 'tea']);
  expect(await names('%')).toEqual([]);
});

it('[D1] after five wrong keys within a minute an address waits, even with the right one; others do not', async () => {
  const directory = aDirectory();
  for (let at = 1; at <= 5; at++) expect(await directory.tries('here', false)).toBe(0);
  expect(await directory.tries('here', true)).toBeGreaterThan(50_000);
  expect(await directory.tries('there', true)).toBe(0);
});
