/** `node test/client/plain-node.ts <url>`: loads every file of the client and says "Hello" with it, in Node as it is. */
import { globSync } from 'node:fs';
import { RoomClient } from '../../src/client/room-client.ts';
import { MemoryStorage } from '../support/memory-storage.ts';

const client = new URL('../../src/client/', import.meta.url);
for (const file of globSync('**/*.ts', { cwd: client })) await import(new URL(file, client).href);

const [url = ''] = process.argv.slice(2);
const room = new RoomClient({ url, room: 'tea', storage: new MemoryStorage() });
const stop = room.subscribe(() => {
  const [said] = room.state.messages;
  if (!said) return;
  console.log(`${said.from.name}: ${said.text}`);
  stop();
  room.close();
});
room.open();
room.send('Hello');
