import { afterAll, beforeAll, expect, it } from 'vitest';
import { RoomClient } from '../../src/client/room-client.ts';
import { DevServer } from '../support/dev-server.ts';
import { MemoryStorage } from '../support/memory-storage.ts';
import { watchedSockets } from './watched-socket.ts';
import { Witness } from './witness.ts';

const CROWD = 500;
const WRITERS = 50;

let server: DevServer;
const witness = new Witness();
const clients: RoomClient[] = [];
/** How long each means to wait when its line is lost for the first time, in ms. */
const firstWaits: number[] = [];

beforeAll(async () => {
  server = await DevServer.start();
});
afterAll(async () => {
  for (const client of clients) client.close();
  await server?.stop();
});

function arrive(number: number): RoomClient {
  const client = new RoomClient({
    url: `ws://localhost:${server.port}/api/rooms/deploy/socket`,
    room: 'deploy',
    name: `Guest ${number}`,
    storage: new MemoryStorage(),
    environment: { WebSocket: watchedSockets(`Guest ${number}`, witness) },
  });
  let isFirst = true;
  client.subscribe(({ line }) => {
    if (line.state !== 'waiting' || !isFirst) return;
    isFirst = false;
    firstWaits.push(line.retryAt - Date.now());
  });
  client.open();
  return client;
}

/** Everybody is live, has nothing to send, and shows that many messages. */
const allShow = (count: number) => () =>
  clients.filter(({ state }) => {
    const { line, pending, messages } = state;
    return line.state === 'live' && pending.length === 0 && messages.length === count;
  }).length;

const write = (text: string) =>
  clients.slice(0, WRITERS).forEach((client, number) => void client.send(`${text} ${number}`));

it('[R1] a deploy that drops 500 at once brings everybody back, with nothing lost', async () => {
  clients.push(...Array.from({ length: CROWD }, (_, number) => arrive(number)));
  await expect.poll(allShow(0), { timeout: 60_000 }).toBe(CROWD);
  write('Before');
  await expect.poll(allShow(WRITERS), { timeout: 60_000 }).toBe(CROWD);
  expect([witness.counts.get('joins'), witness.counts.get('resumes')]).toEqual([CROWD, undefined]);

  await server.kill();
  write('Meanwhile');
  await server.start();
  await expect.poll(allShow(2 * WRITERS), { timeout: 90_000 }).toBe(CROWD);
  const counts = () => [...new Set(clients.map(({ state }) => state.count))];
  await expect.poll(counts).toEqual([CROWD]);
  const texts = clients.map(({ state }) => state.messages.map(({ seq, text }) => `${seq} ${text}`));
  expect(new Set(texts.map((text) => text.join())).size).toBe(1);
  expect(new Set(texts[0]).size).toBe(2 * WRITERS);
  expect(witness.counts.get('joins')).toBe(CROWD);
  expect(witness.differences).toEqual([]);
}, 240_000);

it('[6] they come back with jitter: no twentieth of the half second gets a fifth of them', () => {
  expect(firstWaits.length).toBe(CROWD);
  const parts = Map.groupBy(firstWaits, (wait) => Math.floor(wait / 25));
  expect(Math.max(...[...parts.values()].map(({ length }) => length))).toBeLessThan(CROWD / 5);
  expect(Math.max(...firstWaits)).toBeGreaterThan(400);
});
