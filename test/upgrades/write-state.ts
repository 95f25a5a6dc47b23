/** `node test/upgrades/write-state.ts`: keeps, in a folder named after the newest step of the schema, what a room of today leaves on disk and shows to its people. */
import { cpSync, globSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildPage } from '../support/build-page.ts';
import { DevServer } from '../support/dev-server.ts';
import { Guest } from './guest.ts';
import { type Account, readAsNewcomer, STATES } from './state.ts';

const ROOM = 'chronicle';
/** Where wrangler keeps what Durable Objects store. */
const OBJECTS = 'v3/do';

buildPage();
const server = await DevServer.start();
const ann = await Guest.join(server, ROOM, 'Ann');
const ben = await Guest.join(server, ROOM, 'Ben');

const first = await ann.says('Good morning, everybody');
const second = await ben.says('A line with "quotes", é and 👍', { replyTo: first.seq });
await ann.client.edit(first.seq, 'Good evening, everybody');
await ann.client.react(second.seq, '👍', true);
await ben.client.react(second.seq, '👍', true);
const secret = await ann.says('Only for Ben', { to: [ben.id] });
await ben.client.react(secret.seq, '🎉', true);
const regretted = await ben.says('Taken back');
await ben.client.remove(regretted.seq);
const whisper = await ben.says('A private word taken back', { to: [ann.id], replyTo: secret.seq });
await ben.client.edit(whisper.seq, 'A private word, changed, then taken back');
await ben.client.remove(whisper.seq);
const cleo = await Guest.join(server, ROOM, 'Cleo');
await ann.client.host({ type: 'settings', title: 'The chronicle', slowMode: 0 });
await ann.client.host({ type: 'ban', member: cleo.id, reason: 'spam' });
await ann.says('The last word');

const account: Account = {
  room: ROOM,
  tokens: { Ann: ann.token, Ben: ben.token },
  newcomer: await readAsNewcomer(server, ROOM),
  timelines: { Ann: ann.timeline, Ben: ben.timeline },
  hosts: { Ann: 'owner' },
  banned: cleo.token,
  title: 'The chronicle',
};
cleo.client.close();
ann.client.close();
ben.client.close();
await server.kill();
// The workerd that wrangler has started lets go of the databases a moment later.
await sleep(2_000);
const folder = join(STATES, String(settle(server.state)));
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(join(server.state, OBJECTS), join(folder, 'state', OBJECTS), { recursive: true });
writeFileSync(join(folder, 'account.json'), `${JSON.stringify(account, null, 2)}\n`);
await server.stop();
console.log(`${folder}: ${readdirSync(folder).join(', ')}`);

/** Brings what the logs beside the databases hold into them; answers the newest step of the room's schema. */
function settle(state: string): number {
  let step = 0;
  for (const file of globSync('**/*.sqlite', { cwd: state })) {
    const database = new DatabaseSync(join(state, file), { timeout: 5_000 });
    database.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; VACUUM');
    const [steps] = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'schema_steps'").all();
    if (steps && file.includes('RoomObject'))
      step = Number(database.prepare('SELECT max(step) AS step FROM schema_steps').get()?.step);
    database.close();
  }
  return step;
}
