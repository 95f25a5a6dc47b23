import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/room/commands/dispatch.ts';
import { aHostedRoom, type HostAct, hostActs } from '../support/host-acts.ts';
import { aRoom, words } from '../support/room-builders.ts';

const MINUTE = 60_000;

describe('[H3] what a host does', () => {
  it.each<[HostAct, string, HostAct | undefined, boolean]>([
    ['kick', 'kick', undefined, true],
    ['ban', 'ban', undefined, true],
    ['unban', 'unban', 'ban', false],
    ['mute', 'mute', undefined, false],
    ['unmute', 'unmute', 'mute', false],
    ['admit', 'admit', undefined, false],
    ['make moderator', 'appoint', undefined, true],
  ])('%s is told as the event %s, and done', (act, action, first, isForAll) => {
    const { room, owner, member, eve } = aHostedRoom(aRoom());
    if (first) owner.says(hostActs[first](eve));
    room.hush();
    const told = owner.says({ ...hostActs[act](eve), id: 'a' } as Command);
    const event = { type: 'moderation', action, by: owner.id, member: { id: 'eve', name: 'Eve' } };
    expect(told[0]).toMatchObject(event);
    expect(told).toContainEqual({ type: 'done', id: 'a' });
    expect(words(room.told(member)).includes('moderation')).toBe(isForAll);
  });

  it.each<[HostAct, string]>([
    ['kick', 'forbidden'],
    ['ban', 'banned'],
  ])('%s tells its member %s last', (act, code) => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says(hostActs[act](eve));
    expect(words(room.told(eve)).at(-1)).toBe(code);
  });

  it('a kick says who did it, and leaves nothing to remember', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'kick', member: eve.id });
    expect(room.told(eve).at(-1)).toMatchObject({ message: 'A host removed you.' });
    expect(room.register.of(eve.id)).toBeUndefined();
  });

  it.each<[Command, HostAct | undefined]>([
    [{ type: 'unban', member: 'eve', id: 'a' }, undefined],
    [{ type: 'unban', member: 'eve', only: 'address', id: 'a' }, 'ban'],
    [{ type: 'unmute', member: 'eve', id: 'a' }, undefined],
    [{ type: 'appoint', member: 'mod', role: 'moderator', id: 'a' }, undefined],
  ])('[F7] where it changes nothing is done, and no more: %o', (command, first) => {
    const { owner, eve } = aHostedRoom(aRoom());
    if (first) owner.says(hostActs[first](eve));
    expect(words(owner.says(command))).toEqual(['done']);
  });

  it.each(['ban', 'mute'] as const)('[F7] a %s that ends now need not be ended', (type) => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type, member: eve.id, minutes: 5 });
    room.passes(5 * MINUTE);
    expect(words(owner.says({ type: `un${type}`, member: eve.id, id: 'a' }))).toEqual(['done']);
    const [answer] = owner.says({ type: 'standings' });
    const listed = answer?.type === 'standings' ? answer.standings : [];
    expect(listed.find(({ member }) => member.id === eve.id) ?? {}).not.toHaveProperty(
      type === 'ban' ? 'banned' : 'muted',
    );
  });

  it('a ban for good says no time, and once ended leaves nothing', () => {
    const { room, owner, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'ban', member: eve.id });
    expect(room.connect(eve.id).joins('Eve')[0]).not.toHaveProperty('retryAfter');
    owner.says({ type: 'unban', member: eve.id });
    expect(room.register.of(eve.id)).toStrictEqual({ name: 'Eve' });
  });

  it('an appointment of nobody is not_found', () => {
    const { owner } = aHostedRoom(aRoom());
    expect(words(owner.says({ type: 'appoint', member: 'nobody', role: 'moderator' }))).toEqual([
      'not_found',
    ]);
  });

  it('[H2] who makes another an owner is told to moderate from now on; a moderator made leaves the owner one', () => {
    const { owner, eve } = aHostedRoom(aRoom());
    const hosts = { founder: 'owner', own: 'owner', mod: 'moderator' };
    expect(owner.says({ type: 'appoint', member: eve.id, role: 'moderator' }).at(-1)).toEqual({
      type: 'hosts',
      hosts: { ...hosts, eve: 'moderator' },
    });
    expect(owner.says({ type: 'appoint', member: eve.id, role: 'owner' })).toMatchObject([
      { action: 'appoint', member: { id: 'eve' }, role: 'owner' },
      { action: 'appoint', member: { id: 'own' }, role: 'moderator' },
      { type: 'hosts', hosts: { ...hosts, own: 'moderator', eve: 'owner' } },
    ]);
  });

  it('[H2] whoever was made a member again is among the hosts no more', () => {
    const { room, owner, moderator } = aHostedRoom(aRoom());
    owner.says({ type: 'appoint', member: moderator.id, role: 'member' });
    expect(room.told(moderator).at(-1)).toEqual({ type: 'hosts', hosts: { founder: 'owner', own: 'owner' } });
  });

  it('[H6] who was admitted goes on writing under the brake, whatever the room asks for since', () => {
    const { owner, member } = aHostedRoom(aRoom());
    owner.says({ type: 'settings', knownOnly: true });
    owner.says({ type: 'admit', member: member.id });
    owner.says({ type: 'settings', access: 'invitation' });
    expect(words(member.sends('still here'))).toEqual(['message']);
  });
});

describe('[H8] what a host reads', () => {
  it('the log says why, and how much was taken back, where anything was', () => {
    const { owner, moderator, member, eve } = aHostedRoom(aRoom());
    owner.says({ type: 'kick', member: member.id, reason: 'rude' });
    owner.says({ type: 'ban', member: moderator.id, erase: true });
    owner.says({ type: 'ban', member: eve.id, erase: true });
    const [log] = owner.says({ type: 'log', id: 'a' });
    expect(log).toMatchObject({ type: 'log', id: 'a', more: false });
    expect(log?.type === 'log' && log.entries).toMatchObject([{ erased: 1 }, {}, { reason: 'rude' }]);
    expect(log?.type === 'log' && log.entries[1]).not.toHaveProperty('erased');
  });

  it('the log comes by 50, and says whether there is more', () => {
    const { owner, eve } = aHostedRoom(aRoom());
    const pageBefore = (before?: number) => {
      const [log] = owner.says({ type: 'log', ...(before !== undefined && { before }) });
      return log?.type === 'log' ? log : undefined;
    };
    expect(pageBefore()).toMatchObject({ entries: [], more: false });
    for (let minutes = 1; minutes <= 50; minutes++) owner.says({ type: 'mute', member: eve.id, minutes });
    expect([pageBefore()?.entries.length, pageBefore()?.more]).toEqual([50, false]);
    owner.says({ type: 'unmute', member: eve.id });
    expect([pageBefore()?.entries.length, pageBefore()?.more]).toEqual([50, true]);
    const rest = pageBefore(pageBefore()?.entries.at(-1)?.seq);
    expect([rest?.entries.length, rest?.more]).toEqual([1, false]);
  });

  it('the standings say until when, and whether an address is banned as well', () => {
    const { room, owner, moderator, member, eve } = aHostedRoom(aRoom());
    room.connect('mal', 'home').joins('Mal');
    owner.says({ type: 'ban', member: 'mal', minutes: 10 });
    owner.says({ type: 'ban', member: eve.id });
    owner.says({ type: 'mute', member: member.id });
    const [answer] = moderator.says({ type: 'standings', id: 'a' });
    expect(answer).toMatchObject({ type: 'standings', id: 'a' });
    const listed = answer?.type === 'standings' ? answer.standings : [];
    const of = (id: string) => listed.find((each) => each.member.id === id);
    expect(of('mal')).toEqual({
      member: { id: 'mal', name: 'Mal' },
      banned: { until: room.now + 10 * MINUTE, address: true },
    });
    expect(of('eve')).toEqual({ member: { id: 'eve', name: 'Eve' }, banned: {} });
    expect(of('mem')).toEqual({ member: { id: 'mem', name: 'Mem' }, muted: {} });
  });
});
