import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Message } from '../../src/protocol/server-message.ts';
import { dropSeen, keepSeen, lastSeen } from '../../src/web/parts/last-seen.ts';

const message = (seq: number, text = 'Hello'): Message => ({
  type: 'message',
  seq,
  id: `m${seq}`,
  at: seq,
  from: { id: 'ann', name: 'Ann' },
  text,
});

/** As much of the browser's caches as is used, without a limit. */
function fakeCaches() {
  const kept = new Map<string, Response>();
  const match = async (path: string) => kept.get(path)?.clone();
  const cache = {
    put: async (path: string, answer: Response) => kept.set(path, answer),
    delete: kept.delete.bind(kept),
  };
  return { kept, match, open: async () => cache };
}

let browser: ReturnType<typeof fakeCaches>;

beforeEach(() => {
  browser = fakeCaches();
  vi.stubGlobal('caches', browser);
});
afterEach(() => vi.unstubAllGlobals());

it('what was kept of a room is what was seen, and of that room alone', async () => {
  const page = { messages: [message(1), message(2)], more: false };
  await keepSeen('salon', page);
  expect(await lastSeen('salon')).toEqual(page);
  expect(await lastSeen('tea')).toBeUndefined();
});

it('what is seen later takes the place of what was', async () => {
  await keepSeen('salon', { messages: [message(1), message(2)], more: true });
  await keepSeen('salon', { messages: [message(1)], more: false });
  expect(await lastSeen('salon')).toEqual({ messages: [message(1)], more: false });
});

it('of many messages the newest are kept, in 25 kB', async () => {
  const messages = Array.from({ length: 2_000 }, (_, seq) => message(seq, '千代'.repeat(50)));
  await keepSeen('salon', { messages, more: false });
  const page = await lastSeen('salon');
  expect(page?.more).toBe(true);
  expect(page?.messages.at(-1)?.seq).toBe(1_999);
  expect(page?.messages.length).toBeGreaterThan(50);
  expect((await browser.match('/r/salon').then((kept) => kept?.bytes()))?.length).toBeLessThan(25_500);
});

it('of a room that shows nothing, nothing is kept', async () => {
  await keepSeen('salon', { messages: [message(1)], more: false });
  await keepSeen('salon', { messages: [], more: false });
  expect(browser.kept.size).toBe(0);
});

it('what is dropped is gone', async () => {
  await keepSeen('salon', { messages: [message(1)], more: false });
  await dropSeen('salon');
  expect(await lastSeen('salon')).toBeUndefined();
});

it('a browser that keeps nothing is none the worse', async () => {
  vi.unstubAllGlobals();
  await keepSeen('salon', { messages: [message(1)], more: false });
  await dropSeen('salon');
  expect(await lastSeen('salon')).toBeUndefined();
});
