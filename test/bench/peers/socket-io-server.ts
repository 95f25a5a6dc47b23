import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { messageOf, newMember, welcome } from './room-words.ts';

/** The same job with socket.io on Node, by WebSocket alone: `emit` to all, nothing stored. */
const http = createServer();
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
let seq = 0;

io.on('connection', (socket) => {
  const self = newMember(socket.handshake.url);
  socket.on('send', (command) => io.emit('message', messageOf(JSON.stringify(command), self, ++seq)));
  socket.emit('welcome', JSON.parse(welcome(self)));
});

http.listen(0, '127.0.0.1', () =>
  console.log(JSON.stringify({ port: (http.address() as AddressInfo).port })),
);
