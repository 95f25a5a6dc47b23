import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { startWorkerd } from '../bench/servers/workerd.ts';
import { DevServer } from '../support/dev-server.ts';
import type { Flood, Flooded } from './flood.ts';
import { Ledger } from './ledger.ts';
import { Talker, talk } from './people.ts';
import { forging } from './tricks/forging.ts';
import { guessing } from './tricks/guessing.ts';
import { malformed } from './tricks/malformed.ts';
import { meddling } from './tricks/meddling.ts';
import { probing } from './tricks/probing.ts';
import type { Raid } from './tricks/raid.ts';
import { returning } from './tricks/returning.ts';
import { searching } from './tricks/searching.ts';

const PEOPLE = 20;
const RAIDERS = 50;
const FRAMES_PER_SECOND = 10_000;
const PASSWORD = 'nobody guesses this 7#';

const PARLOR = {
  entry: '../../src/worker.ts',
  objects: { ROOMS: 'RoomObject', KEYRING: 'KeyringObject', DIRECTORY: 'DirectoryObject' },
};

export interface RaidOptions {
  /** Of peace, and of the flood of one; fifty raid for twice as long. */
  readonly seconds: number;
  /** Without wrangler, whose proxy of one thread carries every frame twice, and is none of Cloudflare's. */
  readonly isBare?: boolean;
}

export interface RaidReport {
  readonly ledger: Ledger;
  /** Ms until a message of the others was acknowledged, by what went on meanwhile; undefined: it was not. */
  readonly talks: ReadonlyMap<string, readonly (number | undefined)[]>;
  /** What of the others' talk went wrong: messages that somebody has not, or twice, or who was thrown out. */
  readonly disturbed: readonly string[];
}

/** People talk in peace, then beside one who floods, then while many search, then while fifty flood and every trick is played. */
export async function raid({ seconds, isBare = false }: RaidOptions): Promise<RaidReport> {
  const server = isBare ? await startWorkerd(PARLOR) : await DevServer.start();
  try {
    const scene = await prepare(server.port);
    const { ledger, people, host } = scene;
    const calm = await talk(people, sleep(seconds * 1_000));
    const floodedAt = performance.now();
    const one = flood(scene, { connections: 1, perSecond: FRAMES_PER_SECOND, seconds, isOneMember: true });
    const flooded = await talk(people, one);
    // Wrangler's proxy has what was sent still to carry.
    await host.caller.asks({ type: 'page', limit: 1 });
    reckonOne(scene, await one, (performance.now() - floodedAt) / 1_000);
    const searched = await talk(people, searching(scene, seconds));
    await host.caller.asks({ type: 'settings', knownOnly: true });
    const known = host.heard.length;
    const many = flood(scene, { connections: RAIDERS, perSecond: 40, seconds: seconds * 2, isMixed: true });
    const tricks = [forging, guessing, returning, meddling, malformed, probing].map((trick) => trick(scene));
    const raided = await talk(people, Promise.all([many, ...tricks]));
    const ids = new Set([host, ...people].map(({ id }) => id));
    ledger.tried('frames by 50 connections, the brake pulled', (await many).frames);
    for (const { from, text } of host.heard.slice(known)) {
      if (!ids.has(from.id)) ledger.through('frames by 50 connections, the brake pulled', `${text}`);
    }
    const talks = new Map([
      ['in peace', calm],
      [`beside one who sends ${FRAMES_PER_SECOND} frames a second`, flooded],
      ['while all members of one address search the worst texts', searched],
      ['while fifty raid', raided],
    ]);
    return { ledger, talks, disturbed: await disturbances(scene, ids) };
  } finally {
    await server.stop();
  }
}

/** The square with its people, of whom each has spoken long ago, and the vault. */
async function prepare(port: number): Promise<Raid> {
  const square = 'square';
  const host = await Talker.join(port, square, 'Host', { address: '192.0.2.200' });
  await host.says('Welcome to the square');
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, i) =>
      Talker.join(port, square, `P${i + 1}`, { address: `192.0.2.${100 + i}` }),
    ),
  );
  for (const { id } of people) host.caller.says({ type: 'admit', member: id });
  const [one, other] = people;
  const secrets = ['WHISPER-1', 'WHISPER-2', 'TREASURE', 'VAULT-TITLE', PASSWORD, host.token];
  for (const text of ['WHISPER-1', 'WHISPER-2']) {
    await one?.caller.asks({ type: 'send', text, to: [other?.id] });
  }
  const whispers = one?.heard.filter(({ to }) => to).map(({ seq }) => seq) ?? [];
  const vault = await makeRoom(port);
  const keeper = await Talker.join(port, vault.room, 'Keeper', {
    address: '192.0.2.201',
    ownerKey: vault.ownerKey,
  });
  await keeper.says('TREASURE');
  const settings = { title: 'VAULT-TITLE', access: 'password', password: PASSWORD };
  await keeper.caller.asks({ type: 'settings', ...settings });
  return {
    ...{ port, ledger: new Ledger(), square, vault: vault.room, host, people, whispers, secrets },
    oldKey: await passedOn(port),
  };
}

async function makeRoom(port: number): Promise<{ room: string; ownerKey: string }> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/rooms`, { method: 'POST' });
  return (await answer.json()) as { room: string; ownerKey: string };
}

/** A room whose first key is worth nothing any more. */
async function passedOn(port: number): Promise<Raid['oldKey']> {
  const made = await makeRoom(port);
  const owner = await Talker.join(port, made.room, 'Owner', {
    address: '192.0.2.202',
    ownerKey: made.ownerKey,
  });
  const heir = await Talker.join(port, made.room, 'Heir', { address: '192.0.2.203' });
  await owner.caller.asks({ type: 'appoint', member: heir.id, role: 'owner' });
  for (const { caller } of [owner, heir]) caller.leaves();
  return made;
}

function flood({ port, square }: Raid, options: Partial<Flood>): Promise<Flooded> {
  const workerData = { port, room: square, isOneMember: false, isMixed: false, ...options };
  const worker = new Worker(new URL('flood.ts', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** E1: 30 at once, and 10 a second, however long it took the machine to carry them. */
function reckonOne({ ledger, host }: Raid, { frames, members }: Flooded, seconds: number): void {
  const what = 'frames by one member, 10,000 a second';
  ledger.tried(what, frames);
  const taken = host.heard.filter(({ from }) => members.includes(from.id)).length;
  const allowed = 30 + 10 * (seconds + 1);
  if (new Set(members).size !== 1) ledger.through(what, `was ${new Set(members).size} members`);
  if (taken > allowed) ledger.through(what, `${taken} messages were taken, of ${allowed}`);
}

/** Everybody has been told everything that any of them has said, once and in order, and is still there. */
async function disturbances({ host, people }: Raid, ids: ReadonlySet<string>): Promise<readonly string[]> {
  await Promise.all(people.map(({ caller }) => caller.asks({ type: 'page', limit: 1 })));
  await host.caller.asks({ type: 'page', limit: 1 });
  const said = ({ heard }: Talker) =>
    heard.filter(({ from, to }) => ids.has(from.id) && !to).map(({ seq, text }) => `${seq} ${text}`);
  const all = said(host).slice(1);
  return people.flatMap((talker) => {
    const theirs = said(talker);
    const isWhole = theirs.join('\n') === all.join('\n');
    return [
      ...(talker.caller.closedWith === undefined
        ? []
        : [`${talker.name} was closed: ${talker.caller.closedWith}`]),
      ...(isWhole
        ? []
        : [`${talker.name} has heard ${theirs.length} of ${all.length} messages, or in another order`]),
    ];
  });
}
