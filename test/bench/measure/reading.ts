import { Client } from '../load/client.ts';
import { isWelcome, send, type Tongue } from '../peers/tongue.ts';
import type { ServerProcess } from '../servers/server-process.ts';
import { startWorkerd } from '../servers/workerd.ts';

/** Readings of one room's transcript: ms of the server's CPU for each, everything that answering takes included. */
export interface Reading {
  readonly messages: number;
  readonly newestPage: number;
  readonly pageBefore: number;
  readonly pageAround: number;
  readonly join: number;
  readonly resume: number;
}

/** A room that is young, and one that is old: what a reading costs is not to tell them apart. */
export const AGES = [1_000, 1_000_000] as const;
const TIMES = 100;
/** Events that a resume brings. */
const MISSED = 50;

export async function measureReading(): Promise<readonly Reading[]> {
  const server = await startWorkerd({
    entry: 'peers/filled-room.ts',
    objects: { ROOMS: 'FilledRoom', KEYRING: 'KeyringObject', DIRECTORY: 'DirectoryObject' },
    vars: { RATE_BURST: '1000000', RATE_PER_SECOND: '1000000' },
  });
  try {
    const readings: Reading[] = [];
    for (const messages of AGES) readings.push(await readRoom(server, messages));
    return readings;
  } finally {
    await server.stop();
  }
}

async function readRoom(server: ServerProcess, messages: number): Promise<Reading> {
  const room = `aged-${messages}`;
  const api = `http://127.0.0.1:${server.port}/api/rooms/${room}`;
  const joinAs = async (fields: object) =>
    (await Client.join(server.port, room, 'Reader', tongue(fields))).leave();
  const page = async (query: string) => void (await (await fetch(`${api}/messages?${query}`)).arrayBuffer());
  await joinAs({});
  await fetch(`http://127.0.0.1:${server.port}/bench/fill?room=${room}&count=${messages}`);
  const { log, head } = (await (await fetch(api)).json()) as { log: string; head: number };
  if (head !== messages) throw new Error(`The room holds ${head} messages.`);
  return {
    messages,
    newestPage: await costOf(server, () => page('limit=50')),
    pageBefore: await costOf(server, () => page(`before=${Math.floor(messages / 2)}&limit=50`)),
    pageAround: await costOf(server, () => page(`around=${Math.floor(messages / 2)}&limit=50`)),
    join: await costOf(server, () => joinAs({})),
    resume: await costOf(server, () => joinAs({ log, after: head - MISSED })),
  };
}

/** One after the other, the first ones not counted. */
async function costOf(server: ServerProcess, read: () => Promise<void>): Promise<number> {
  for (let turn = 0; turn < TIMES / 4; turn++) await read();
  const before = server.cpuSeconds;
  for (let turn = 0; turn < TIMES; turn++) await read();
  return ((server.cpuSeconds - before) * 1_000) / TIMES;
}

const tongue = (fields: object): Tongue => ({
  path: (room) => `/api/rooms/${room}/socket`,
  subprotocol: 'parlor.v1',
  greeting: (name) => JSON.stringify({ type: 'join', name, ...fields }),
  isWelcome,
  send,
});
