import { PUBLIC } from '../../support/live-aside.ts';
import { ANYBODY, ranges, type Surface } from './looking.ts';

/** What the objects tell whoever holds a stub of them. */
export const rpcSurfaces: readonly Surface[] = [
  {
    name: 'a page that the Worker is given',
    covers: ['rpc RoomObject.messages'],
    look: async (aside) => {
      const eyes = aside.eyes();
      for (const range of ranges(aside)) await eyes.calls('RoomObject', 'messages', range, ANYBODY);
      await eyes.calls('RoomObject', 'messages', { after: 0, limit: 1_000_000 }, ANYBODY);
      return eyes;
    },
    outsiders: ['anybody'],
    everybody: PUBLIC,
  },
  {
    name: 'what the deployer is given and does, which holds no private message',
    covers: [
      ...['messages', 'lock', 'report', 'destroy'].map((method) => `rpc RoomObject.${method}`),
      ...['report', 'list', 'tries', 'forget'].map((method) => `rpc DirectoryObject.${method}`),
    ],
    look: async (aside) => {
      const eyes = aside.eyes();
      const { room } = aside;
      await eyes.calls('RoomObject', 'messages', { after: 0 }, { ...ANYBODY, isOwner: true });
      await eyes.calls('RoomObject', 'lock', false);
      await eyes.calls('RoomObject', 'report');
      await eyes.calls('DirectoryObject', 'report', {
        ...{ room, members: 0, head: 0, bytes: 0, isLocked: false, activeAt: 0 },
        ...{ rowsRead: 0, rowsWritten: 0, requests: 0 },
      });
      await eyes.calls('DirectoryObject', 'list', room);
      await eyes.calls('DirectoryObject', 'tries', 'somewhere', true);
      await eyes.calls('RoomObject', 'destroy');
      await eyes.calls('DirectoryObject', 'forget', room);
      return eyes;
    },
    changes: true,
    outsiders: ['anybody'],
    everybody: PUBLIC,
  },
  {
    name: 'what a member is, that the Worker is told',
    covers: ['rpc RoomObject.standingOf'],
    look: async (aside) => {
      const eyes = aside.eyes();
      await eyes.calls('RoomObject', 'standingOf', 'nobody');
      return eyes;
    },
    outsiders: ['anybody'],
  },
  {
    name: 'the object that keeps the keys',
    covers: ['rpc KeyringObject.secret'],
    look: async (aside) => {
      const eyes = aside.eyes();
      await eyes.calls('KeyringObject', 'secret');
      return eyes;
    },
    outsiders: ['anybody'],
  },
];
