import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { bodyOf } from '../load/bodies.ts';
import { newMember, welcome } from './room-words.ts';

/**
 * No room: at a word it throws `messages` messages, so many a frame, at each of `sockets` sockets, as fast as they are
 * taken. Shows what the load generator can count.
 */
const [sockets = 0, perFrame = 1, messages = 0] = process.argv.slice(2).map(Number);
const from = newMember('/?name=Firehose');
const message = (seq: number) => ({
  type: 'message',
  seq,
  id: seq.toString(16).padStart(32, '0'),
  at: Date.now(),
  from,
  text: bodyOf(seq),
});
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });

server.on('connection', (socket) => {
  socket.once('message', flood);
  socket.send(welcome(from));
});

async function flood(): Promise<void> {
  if (server.clients.size !== sockets) throw new Error('Not everybody is here.');
  for (let first = 0; first < messages; first += perFrame) {
    const group = Array.from({ length: Math.min(perFrame, messages - first) }, (_, index) =>
      message(first + index),
    );
    const words = Buffer.from(JSON.stringify(group));
    await Promise.all([...server.clients].map((socket) => written(socket, words)));
  }
}

const written = (socket: WebSocket, words: Buffer) =>
  new Promise((resolve) => socket.send(words, { binary: false }, resolve));

http.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ port: (http.address() as AddressInfo).port })),
);
