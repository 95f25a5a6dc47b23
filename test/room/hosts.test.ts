import { describe, expect, it, vi } from 'vitest';
import { dialects } from '../../src/dialect/dialects.ts';
import { commandSchemas } from '../../src/protocol/client-message.ts';
import { settingFields } from '../../src/protocol/room-settings.ts';
import { aHostedRoom, type HostAct, hostActs } from '../support/host-acts.ts';
import { aRoom, type Person, words } from '../support/room-builders.ts';

type Allowed = 'yes' | 'no';
const roles = ['owner', 'moderator', 'member'] as const;

/** Who may do what to a member, cell by cell: owner, moderator, member. */
const TABLE: Readonly<Record<HostAct, readonly [Allowed, Allowed, Allowed]>> = {
  kick: ['yes', 'yes', 'no'],
  ban: ['yes', 'yes', 'no'],
  'ban and take back': ['yes', 'yes', 'no'],
  unban: ['yes', 'yes', 'no'],
  mute: ['yes', 'yes', 'no'],
  unmute: ['yes', 'yes', 'no'],
  admit: ['yes', 'yes', 'no'],
  'make moderator': ['yes', 'no', 'no'],
  'make owner': ['yes', 'no', 'no'],
  'delete a message': ['yes', 'yes', 'no'],
  title: ['yes', 'no', 'no'],
  welcome: ['yes', 'no', 'no'],
  lock: ['yes', 'yes', 'no'],
  brake: ['yes', 'yes', 'no'],
  'slow mode': ['yes', 'yes', 'no'],
  'by password': ['yes', 'no', 'no'],
  'by invitation': ['yes', 'no', 'no'],
  'hide history': ['yes', 'no', 'no'],
  'keep for days': ['yes', 'no', 'no'],
  'read the log': ['yes', 'yes', 'no'],
  'read standings': ['yes', 'yes', 'no'],
  'delete the room': ['yes', 'no', 'no'],
};

/** What is everybody's to say; whatever else a client may say is a host's, and is in the table. */
const EVERYBODYS = ['join', 'send', 'edit', 'delete', 'react', 'typing', 'rename', 'page', 'search'];

const said = (act: HostAct, target: Person) => ({ id: 'asked', ...hostActs[act](target) });

/** By dialect: what the classic one has words for. It has none for what hosts do, whoever speaks it. */
const IN_CLASSIC: readonly HostAct[] = [];

describe('[H3] who may do what', () => {
  for (const [act, cells] of Object.entries(TABLE) as [HostAct, (typeof TABLE)[HostAct]][]) {
    it.each(roles.map((role, column) => [role, cells[column]] as const))(`${act}, as %s: %s`, (role, may) => {
      const hosted = aHostedRoom(aRoom());
      const before = hosted.room.transcript.head;
      const told = words(hosted[role].says(said(act, hosted.eve)));
      if (may === 'no') {
        expect(told).toEqual(['forbidden']);
        expect(hosted.room.transcript.head).toBe(before);
      } else expect(told).not.toContain('forbidden');
    });
  }

  it.each(Object.keys(TABLE) as HostAct[])('%s, in the classic dialect: as the table says', (act) => {
    const frame = JSON.stringify(hostActs[act]({ id: 'eve' } as Person));
    const { roster } = aRoom().room;
    const read = dialects.classic.read(frame, { hasJoined: true, roster });
    const understood = 'commands' in read && read.commands.some(({ type }) => type !== undefined);
    expect(understood).toBe(IN_CLASSIC.includes(act));
  });

  it('is in the table for all that a client may say, and for all that may be set', () => {
    const acts = Object.values(hostActs).map((act) => act({ id: 'eve' } as Person));
    const commands = new Set<string>([...EVERYBODYS, ...acts.map(({ type }) => type)]);
    expect([...commands].sort()).toEqual(Object.keys(commandSchemas).sort());
    const set = new Set(acts.flatMap((act) => (act.type === 'settings' ? Object.keys(act) : [])));
    const fields = Object.keys(settingFields).map((name) => (name === 'password' ? 'passwordHash' : name));
    expect([...set].filter((name) => name !== 'type').sort()).toEqual(fields.sort());
  });

  it.each([
    ['moderator', 'owner'],
    ['moderator', 'moderator'],
    ['owner', 'owner'],
  ] as const)('a %s does nothing to a %s', (doer, target) => {
    const room = aRoom();
    const one = room.join('One', { role: doer });
    const other = room.join('Other', { role: target });
    for (const act of ['kick', 'ban', 'mute', 'admit'] as const) {
      expect(words(one.says(said(act, other)))).toEqual(['forbidden']);
    }
  });

  it('nobody does anything to themselves', () => {
    const { owner } = aHostedRoom(aRoom());
    for (const act of ['kick', 'ban', 'mute', 'make moderator'] as const) {
      expect(words(owner.says(said(act, owner)))).toEqual(['forbidden']);
    }
  });

  it('[S9] nothing is done to somebody who was never here', () => {
    const { owner } = aHostedRoom(aRoom());
    for (const type of ['kick', 'ban', 'mute', 'admit'] as const) {
      expect(words(owner.says({ type, member: 'nobody' }))).toEqual(['not_found']);
    }
  });
});

describe('[H1] the first to speak in a public room', () => {
  it('owns it, and everybody hears it', () => {
    const room = aRoom({ isNew: true });
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    room.hush();
    expect(words(ann.sends('hi'))).toEqual(['message', 'hosts']);
    expect(room.told(bob)).toMatchObject([{ type: 'message' }, { type: 'hosts', hosts: { ann: 'owner' } }]);
    expect(ann.returns().self.role).toBe('owner');
    expect(words(bob.sends('hi'))).toEqual(['message']);
  });

  it('is not whoever speaks to some alone', () => {
    const room = aRoom({ isNew: true });
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    expect(words(ann.sends('psst', { to: [bob.id] }))).toEqual(['message']);
    expect(words(bob.sends('hi'))).toEqual(['message', 'hosts']);
  });

  it('has said it for good', () => {
    const room = aRoom({ isNew: true });
    room.join('Ann').sends('hi');
    expect(room.reads({}).messages).toMatchObject([{ seq: 1, text: 'hi' }]);
  });

  it('is nobody where something was said before, whoever owned the room then', () => {
    const room = aRoom({ isNew: true });
    room.join('Ann').sends('hi');
    room.register.set('ann', { name: 'Ann' });
    expect(words(room.join('Bob').sends('hi'))).toEqual(['message']);
  });

  it('is listed with the role, by whoever comes', () => {
    const room = aRoom({ isNew: true });
    room.join('Ann').sends('hi');
    const { members, hosts } = room.join('Bob').returns();
    expect(members).toContainEqual({ id: 'ann', name: 'Ann', role: 'owner' });
    expect(hosts).toEqual({ ann: 'owner' });
  });
});

describe('[H1] a public room that nobody owns and somebody has spoken in', () => {
  it('is looked at once, however much is said, and owned by nobody', () => {
    const room = aRoom({ isNew: true });
    const [ann, bob] = [room.join('Ann'), room.join('Bob')];
    room.transcript.append({
      type: 'message',
      seq: 1,
      id: 'old',
      at: 0,
      from: { id: 'x', name: 'X' },
      text: 'hi',
    });
    const read = vi.spyOn(room.transcript, 'messagesBefore');
    expect(['one', 'two', 'three'].flatMap((text) => words(ann.sends(text)))).toEqual(
      Array(3).fill('message'),
    );
    expect(words(bob.sends('four'))).toEqual(['message']);
    expect(read).toHaveBeenCalledTimes(1);
  });
});

it('[H1] who comes with a key and becomes an owner is one to everybody at once, and once', () => {
  const room = aRoom();
  const bob = room.join('Bob');
  room.hush();
  const own = room.join('Own', { role: 'owner' });
  own.alsoJoins('Own', { role: 'owner' });
  expect(words(room.told(bob))).toEqual(['presence', 'hosts']);
});

describe('[H2] ownership', () => {
  it('is passed on: the other owns, who gave it moderates, and earlier keys are worth nothing', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'appoint', member: eve.id, role: 'owner' });
    expect(eve.returns().self.role).toBe('owner');
    expect(owner.returns().self.role).toBe('moderator');
    expect(room.register.keeping.keyGeneration).toBe(1);
  });

  it('outlives hibernation', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'appoint', member: eve.id, role: 'moderator' });
    room.hibernates();
    expect(words(eve.says({ type: 'log' }))).toEqual(['log']);
  });

  it('changes live: whoever was made a member may nothing more', () => {
    const { owner, moderator, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'appoint', member: moderator.id, role: 'member' });
    expect(words(moderator.says({ type: 'mute', member: eve.id }))).toEqual(['forbidden']);
  });
});
