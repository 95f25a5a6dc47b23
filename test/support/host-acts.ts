import type { Command } from '../../src/room/commands/dispatch.ts';
import type { Person, RoomUnderTest } from './room-builders.ts';

/** All that is a host's to do, by name: the command, done to `target`, who has sent the message with seq 1. */
export const hostActs = {
  kick: ({ id }) => ({ type: 'kick', member: id }),
  ban: ({ id }) => ({ type: 'ban', member: id }),
  'ban and take back': ({ id }) => ({ type: 'ban', member: id, erase: true }),
  unban: ({ id }) => ({ type: 'unban', member: id }),
  mute: ({ id }) => ({ type: 'mute', member: id }),
  unmute: ({ id }) => ({ type: 'unmute', member: id }),
  admit: ({ id }) => ({ type: 'admit', member: id }),
  'make moderator': ({ id }) => ({ type: 'appoint', member: id, role: 'moderator' }),
  'make owner': ({ id }) => ({ type: 'appoint', member: id, role: 'owner' }),
  'delete a message': () => ({ type: 'delete', target: 1 }),
  title: () => ({ type: 'settings', title: 'Garden' }),
  welcome: () => ({ type: 'settings', welcome: 'Be kind.' }),
  lock: () => ({ type: 'settings', locked: true }),
  brake: () => ({ type: 'settings', knownOnly: true }),
  'slow mode': () => ({ type: 'settings', slowMode: 30 }),
  'by password': () => ({ type: 'settings', access: 'password', passwordHash: 'hash' }),
  'by invitation': () => ({ type: 'settings', access: 'invitation' }),
  'hide history': () => ({ type: 'settings', hidesHistory: true }),
  'keep for days': () => ({ type: 'settings', keepDays: 7 }),
  'read the log': () => ({ type: 'log' }),
  'read standings': () => ({ type: 'standings' }),
  'delete the room': () => ({ type: 'destroy', room: 'lobby' }),
} as const satisfies Record<string, (target: Person) => Command>;

export type HostAct = keyof typeof hostActs;

/** A room with an owner, a moderator, a member, and Eve, a member who has said one thing. */
export function aHostedRoom(room: RoomUnderTest) {
  const eve = room.join('Eve');
  const people = {
    owner: room.join('Own', { role: 'owner' }),
    moderator: room.join('Mod', { role: 'moderator' }),
    member: room.join('Mem'),
  };
  eve.sends('Buy now!', { id: 'spam' });
  room.hush();
  return { room, eve, ...people };
}
