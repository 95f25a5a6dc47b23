import { execFile } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { own, plainWelcome } from './fake-room.ts';

const PROGRAM = fileURLToPath(new URL('plain-node.ts', import.meta.url));

/** Lets in whoever joins, and takes what they say. */
function serve(socket: WebSocket): void {
  socket.on('message', (frame) => {
    for (const { type, id, text } of [JSON.parse(String(frame))].flat()) {
      if (type === 'join') socket.send(JSON.stringify(plainWelcome));
      if (type === 'send') socket.send(JSON.stringify(own(1, id, { text })));
    }
  });
}

it('the client needs nothing of a browser: plain Node loads all of it, joins, and says something', async () => {
  const server = new WebSocketServer({ port: 0 });
  server.on('connection', serve);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, `ws://127.0.0.1:${port}`]);
  expect(stdout).toBe('Ann: Hello\n');
  server.close();
});
