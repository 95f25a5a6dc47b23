import { expect, it } from 'vitest';
import { readSlashCommand, wordsFor } from '../../../src/web/hosts/slash-command.ts';

const people = [
  { id: 'a', name: 'Ann' },
  { id: 'l', name: 'Ann Lee' },
  { id: 'e', name: 'Eve' },
  { id: 't1', name: 'Twin' },
  { id: 't2', name: 'TWIN' },
];

const read = (text: string, more: Partial<Parameters<typeof readSlashCommand>[1]> = {}) =>
  readSlashCommand(text, { role: 'owner', settings: {}, people, ...more });

it.each([
  ['/kick @Eve', { type: 'kick', member: 'e' }],
  ['/kick eve too loud', { type: 'kick', member: 'e', reason: 'too loud' }],
  ['/KICK @Eve 5 times', { type: 'kick', member: 'e', reason: '5 times' }],
  ['/ban @Eve', { type: 'ban', member: 'e' }],
  ['/ban @Eve 60 spam', { type: 'ban', member: 'e', minutes: 60, reason: 'spam' }],
  ['/ban @Eve 5th time', { type: 'ban', member: 'e', reason: '5th time' }],
  ['/ban @Ann Lee 10', { type: 'ban', member: 'l', minutes: 10 }],
  ['/ban @Ann 10', { type: 'ban', member: 'a', minutes: 10 }],
  ['/ban @"Ann" Lee', { type: 'ban', member: 'a', reason: 'Lee' }],
  ['/unban @Eve', { type: 'unban', member: 'e' }],
  ['/mute @Eve 10', { type: 'mute', member: 'e', minutes: 10 }],
  ['/unmute @Eve', { type: 'unmute', member: 'e' }],
  ['/mod @Eve', { type: 'appoint', member: 'e', role: 'moderator' }],
  ['/unmod @Eve', { type: 'appoint', member: 'e', role: 'member' }],
  ['/lock', { type: 'settings', locked: true }],
  ['/unlock', { type: 'settings', locked: false }],
  ['/slow 30', { type: 'settings', slowMode: 30 }],
  ['/slow off', { type: 'settings', slowMode: 0 }],
  ['/brake', { type: 'settings', knownOnly: true }],
  ['/title Garden club ', { type: 'settings', title: 'Garden club' }],
])('[H3] [H4] %s is understood', (text, command) => {
  expect(read(text)).toEqual({ command });
});

it('the brake that is pulled is let go', () => {
  expect(read('/brake', { settings: { knownOnly: true } })).toEqual({
    command: { type: 'settings', knownOnly: false },
  });
});

it('an invitation says for how many minutes', () => {
  expect(read('/invite 60')).toEqual({ invite: 60 });
});

it.each([
  '/kick',
  '/kick @',
  '/ban @Eve 0',
  '/mute @Eve 999999',
  '/unban @Eve now',
  '/lock it',
  '/slow',
  '/slow fast',
  '/title',
  '/invite',
  '/invite soon',
])('%s is not whole, and nothing is guessed', (text) => {
  expect(read(text)).toEqual({ incomplete: text.slice(1).split(' ')[0] });
});

it('who is not known, or not the only one of that name, is not acted on', () => {
  expect(read('/kick @Mallory now')).toEqual({ nobody: 'Mallory' });
  expect(read('/kick @"Ann L"')).toEqual({ nobody: 'Ann L' });
  expect(read('/kick @twin')).toEqual({ several: 'Twin' });
});

it('what nobody has defined, or only an owner may say, is no command', () => {
  expect(read('/etc/passwd')).toEqual({ unknown: 'etc/passwd' });
  expect(read('/')).toEqual({ unknown: '' });
  expect(read('/title Mine', { role: 'moderator' })).toEqual({ unknown: 'title' });
  expect(wordsFor('moderator')).toContain('kick');
  expect(wordsFor('moderator')).not.toContain('mod');
  expect(wordsFor('member')).toEqual([]);
});
