import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { messageOf, newMember, welcome } from './room-words.ts';

/** The same job with `ws` on Node: one `send` a member, nothing stored. */
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
let seq = 0;

server.on('connection', (socket, { url = '' }) => {
  const self = newMember(url);
  socket.on('message', (frame) => {
    const words = JSON.stringify(messageOf(String(frame), self, ++seq));
    for (const each of server.clients) each.send(words);
  });
  socket.send(welcome(self));
});

http.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ port: (http.address() as AddressInfo).port })),
);
