import { expect, it } from 'vitest';
import { roomLink } from '../../src/terminal/room-link.ts';

it.each([
  ['http://localhost:8787/r/tea', 'http://localhost:8787', 'ws://localhost:8787/api/rooms/tea/socket'],
  ['https://chat.example/r/Tea/?x#y', 'https://chat.example', 'wss://chat.example/api/rooms/tea/socket'],
  ['ws://127.0.0.1:1/api/rooms/tea/socket', 'http://127.0.0.1:1', 'ws://127.0.0.1:1/api/rooms/tea/socket'],
  [
    'wss://chat.example/api/rooms/TEA/socket',
    'https://chat.example',
    'wss://chat.example/api/rooms/tea/socket',
  ],
])('[A1] [A2] %s is the room tea', (address, origin, socket) => {
  expect(roomLink(address)).toEqual({
    room: 'tea',
    origin,
    socket,
    summary: `${origin}/api/rooms/tea`,
  });
});

it('[A3] names of any script, percent-encoded or not', () => {
  const link = roomLink('http://localhost/r/Salon-Été');
  expect(link).toEqual(roomLink(`http://localhost/r/${encodeURIComponent('salon-été')}`));
  expect(link).toMatchObject({ room: 'salon-été', summary: expect.stringMatching(/salon-%C3%A9t%C3%A9$/) });
});

it.each([
  'tea',
  'localhost:8787/r/tea',
  'ftp://localhost/r/tea',
  'http://localhost/',
  'http://localhost/r/',
  'http://localhost/r/a%20b',
  'http://localhost/r/%zz',
  'http://localhost/r/tea/more',
  'http://localhost/api/rooms/tea',
  'http://localhost/x/r/tea',
])('%s is no room', (address) => {
  expect(roomLink(address)).toBeUndefined();
});
