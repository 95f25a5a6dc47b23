import { globSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { buildPage } from '../support/build-page.ts';
import { DevServer } from '../support/dev-server.ts';

/** The room that is filled. */
export const FILLED_ROOM = 'bench';

/** A server, as `npm start` starts it, whose room holds that many messages on disk; `vars` are the deployer's. */
export async function startFilled(
  messages: number,
  vars: Readonly<Record<string, string>> = {},
): Promise<DevServer> {
  buildPage();
  const server = await DevServer.start({ vars });
  await sayOne(server.origin);
  await server.kill();
  fill(server.state, messages);
  await server.start();
  return server;
}

/** The room makes its tables when something is said there first. */
function sayOne(origin: string): Promise<void> {
  const url = `${origin.replace('http', 'ws')}/api/rooms/${FILLED_ROOM}/socket`;
  const socket = new WebSocket(url, 'parlor.v1');
  socket.onopen = () => socket.send('[{"type":"join","name":"Filler"},{"type":"send","text":"first"}]');
  return new Promise((resolve, reject) => {
    socket.onerror = () => reject(new Error('No socket.'));
    socket.onmessage = ({ data }) => {
      if (!data.includes('"message"')) return;
      socket.close(1000);
      resolve();
    };
  });
}

/** Messages of 40 to 360 characters, a few of them replies, edited or deleted. */
function fill(state: string, messages: number): void {
  const [file] = globSync(join(state, '**/*.sqlite')).filter(holdsMessages);
  if (!file) throw new Error('The room was not found on disk.');
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database
    .prepare(
      `WITH RECURSIVE numbers(n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
       INSERT INTO messages (seq, id, at, author, name, text, reply_to, edited)
       SELECT n, 'filler-' || n, 1790000000000 + n * 20000, 'filler-' || (n % 20), 'Filler ' || (n % 20),
         CASE WHEN n % 100 = 0 THEN NULL ELSE substr(replace(hex(zeroblob(180)), '0000', 'a <b> '), 1, 40 + n * 7 % 320) END,
         CASE WHEN n % 10 = 0 THEN n - 1 END, CASE WHEN n % 15 = 0 THEN 1790000000000 END
       FROM numbers`,
    )
    .run(messages);
  database.close();
}

function holdsMessages(path: string): boolean {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  const [table] = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'messages'").all();
  database.close();
  return table !== undefined;
}
