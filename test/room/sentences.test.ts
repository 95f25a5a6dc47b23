import { expect, it } from 'vitest';
import { type ErrorCode, errorSentences } from '../../src/protocol/codes.ts';
import type { ServerMessage } from '../../src/protocol/server-message.ts';
import { aHostedRoom } from '../support/host-acts.ts';
import { aRoom } from '../support/room-builders.ts';

type Hosted = ReturnType<typeof aHostedRoom>;

/** What is refused for a reason that its code alone does not tell. */
const refused: Readonly<Record<string, (hosted: Hosted) => readonly ServerMessage[]>> = {
  'a reaction that is no emoji': ({ member }) => member.reacts(1, 'ab'),
  'one emoji too many on a message': ({ member }) => {
    const emoji = Array.from({ length: 20 }, (_, index) => String.fromCodePoint(0x1f600 + index));
    for (const each of emoji) member.reacts(1, each);
    return member.reacts(1, '🐢');
  },
  'a room deleted by another name': ({ owner }) => owner.says({ type: 'destroy', room: 'other' }),
  'a second join': ({ member }) => member.joins('Mem'),
  'an owner who would be none': ({ owner }) =>
    owner.says({ type: 'appoint', member: owner.id, role: 'member' }),
  'a password that is not said': ({ owner }) => owner.says({ type: 'settings', access: 'password' }),
  'a newcomer under the brake': ({ owner, member }) => {
    owner.says({ type: 'settings', knownOnly: true });
    return member.sends('hello?');
  },
  'a neighbour of somebody banned': ({ room, owner }) => {
    room.connect('mal', 'home').joins('Mal');
    owner.says({ type: 'ban', member: 'mal' });
    return room.connect('ned', 'home').joins('Ned');
  },
  'a stranger without the password': ({ room, owner }) => {
    owner.says({ type: 'settings', access: 'password', passwordHash: 'hash' });
    return room.connect('new').joins('New');
  },
  'a stranger without an invitation': ({ room, owner }) => {
    owner.says({ type: 'settings', access: 'invitation' });
    return room.connect('new').joins('New');
  },
};

it.each(Object.entries(refused))('%s is told why, in a sentence of its own', (_, happens) => {
  const told = happens(aHostedRoom(aRoom())).at(-1);
  expect(told).toMatchObject({ type: 'error', message: expect.stringMatching(/^\p{Lu}.*\.$/u) });
  const { code, message } = told as { readonly code: ErrorCode; readonly message: string };
  expect(message).not.toBe(errorSentences[code]);
});
