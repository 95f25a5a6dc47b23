import { expect } from 'vitest';
import type { Page } from '../../../src/protocol/server-message.ts';
import { PUBLIC } from '../../support/live-aside.ts';
import { ANYBODY, expectNoHole, ranges, type Surface } from './looking.ts';

/** What is read over HTTP. */
export const httpSurfaces: readonly Surface[] = [
  {
    name: 'a page over HTTP from every seq',
    covers: ['route GET /api/rooms/:room/messages'],
    look: async (aside) => {
      const eyes = aside.eyes();
      for (const range of ranges(aside)) {
        const query = Object.entries(range).map(([name, seq]) => `${name}=${seq}`);
        const response = await eyes.asks('GET /api/rooms/:room/messages', `?${query.join('&')}`);
        const { head, ...page } = await response.json<Page & { head: number }>();
        expectNoHole(page, range, aside);
        expect(head).toBe(aside.head);
      }
      return eyes;
    },
    outsiders: ['anybody'],
    everybody: PUBLIC,
  },
  {
    name: 'the summary',
    covers: ['route GET /api/rooms/:room', 'rpc RoomObject.summary'],
    look: async (aside) => {
      const eyes = aside.eyes();
      const { room, log, head, count } = aside;
      const response = await eyes.asks('GET /api/rooms/:room');
      expect(await response.json()).toEqual({ room, log, head, count });
      expect(await eyes.calls('RoomObject', 'summary', ANYBODY)).toEqual({ room, log, head, count });
      return eyes;
    },
    changes: true,
    outsiders: ['anybody'],
  },
  ...['', '?format=txt', '?format=json', '?format=html'].map(
    (query): Surface => ({
      name: `the transcript${query}`,
      covers: ['route GET /api/rooms/:room/transcript'],
      look: async (aside) => {
        const eyes = aside.eyes();
        expect((await eyes.asks('GET /api/rooms/:room/transcript', query)).status).toBe(200);
        return eyes;
      },
      outsiders: ['anybody'],
      everybody: PUBLIC,
    }),
  ),
  {
    name: 'the routes that hold no message',
    covers: [
      'POST /api/rooms',
      'GET /api/rooms/:room/socket',
      'GET /r/*',
      'ALL /api/rooms',
      'ALL /api/rooms/*',
      'ALL /api/rooms/:room',
      'ALL /api/rooms/:room/messages',
      'POST /api/rooms/:room/owner-key',
      'ALL /api/rooms/:room/owner-key',
      'POST /api/rooms/:room/invitations',
      'ALL /api/rooms/:room/invitations',
      'ALL /api/rooms/:room/socket',
      'ALL /api/rooms/:room/transcript',
    ].map((route) => `route ${route}`),
    look: async (aside) => {
      const eyes = aside.eyes();
      for (const path of ['rooms', 'rooms/:room', 'rooms/:room/messages', 'rooms/:room/transcript']) {
        for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
          await eyes.asks(`ALL /api/${path}`, '', { method });
        }
      }
      for (const given of ['owner-key', 'invitations']) {
        await eyes.asks(`POST /api/rooms/:room/${given}`);
        await eyes.asks(`ALL /api/rooms/:room/${given}`, '', { method: 'GET' });
      }
      await eyes.asks('ALL /api/rooms/:room/socket');
      await eyes.asks('ALL /api/rooms/*', '/search?q=secret', { method: 'GET' });
      await eyes.asks('POST /api/rooms');
      await eyes.asks('GET /api/rooms/:room/socket');
      await eyes.asks('GET /r/*');
      return eyes;
    },
    outsiders: ['anybody'],
  },
  {
    name: "the deployer's routes, for whoever has not the key",
    covers: [
      'ALL /api/admin/*',
      'GET /api/admin/rooms',
      'ALL /api/admin/rooms',
      'DELETE /api/admin/rooms/:room',
      'ALL /api/admin/rooms/:room',
      'POST /api/admin/rooms/:room/lock',
      'ALL /api/admin/rooms/:room/lock',
      'GET /api/admin/rooms/:room/transcript',
      'ALL /api/admin/rooms/:room/transcript',
      'GET /admin',
    ].map((route) => `route ${route}`),
    look: async (aside) => {
      const eyes = aside.eyes();
      for (const path of ['rooms', 'rooms/:room', 'rooms/:room/lock', 'rooms/:room/transcript']) {
        await eyes.asks(`ALL /api/admin/${path}`);
      }
      await eyes.asks('ALL /api/admin/*', '', { method: 'GET' });
      await eyes.asks('GET /api/admin/rooms');
      await eyes.asks('DELETE /api/admin/rooms/:room');
      await eyes.asks('POST /api/admin/rooms/:room/lock');
      await eyes.asks('GET /api/admin/rooms/:room/transcript');
      await eyes.asks('GET /admin');
      return eyes;
    },
    outsiders: ['anybody'],
  },
];
