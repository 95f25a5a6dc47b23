import { describe, expect, it } from 'vitest';
import { decodeFrame } from '../../src/protocol/codec.ts';

const taken = (object: object) => {
  const result = decodeFrame(JSON.stringify(object));
  if ('fault' in result) return result.fault.code;
  const [command] = result.commands;
  return command && 'code' in command ? command.code : command;
};

describe('commands that are taken', () => {
  it.each([
    ['J1', { type: 'join' }],
    [
      'J1',
      { type: 'join', name: 'Ann', token: 't', log: 'l', after: 0, ownerKey: 'k', protocol: 1, id: 'i' },
    ],
    ['S1', { type: 'send', text: '' }],
    ['S1', { type: 'send', id: 'i', text: 'x', replyTo: 3, to: ['a', 'b'], since: 0 }],
    ['S7', { type: 'edit', target: 1, text: 'x', id: 'i' }],
    ['S7', { type: 'delete', target: 1, id: 'i' }],
    ['S8', { type: 'react', target: 1, emoji: 'x', on: false, id: 'i' }],
    ['P2', { type: 'typing', on: true, id: 'i' }],
    ['P3', { type: 'rename', name: '', id: 'i' }],
    ['R4', { type: 'page', id: 'i', before: 0, limit: 1 }],
    ['R4', { type: 'page', after: 0, limit: 100 }],
    ['R4', { type: 'page', around: 9_007_199_254_740_991 }],
    ['R7', { type: 'search', id: 'i', query: 'x', before: 0 }],
    ['R7', { type: 'search', query: '' }],
  ])('[%s] %o', (_, command) => {
    expect(taken(command)).toStrictEqual(command);
  });

  it.each([0, -1, 1.5, 1e300])('[S9] of target %d, which the room answers', (target) => {
    expect(taken({ type: 'delete', target })).toEqual({ type: 'delete', target });
  });

  it('[S6] drops repeats in `to`, and counts what is left', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `m${index}`);
    expect(taken({ type: 'send', text: 'x', to: ['a', 'b', 'a'] })).toMatchObject({ to: ['a', 'b'] });
    expect(taken({ type: 'send', text: 'x', to: [...ids, ...ids] })).toMatchObject({ to: ids });
    expect(taken({ type: 'send', text: 'x', to: [...ids, 'one more'] })).toBe('bad_frame');
  });
});

describe('commands of which a field has the wrong type', () => {
  it.each([
    ['J1', { type: 'join', name: 5 }],
    ['J1', { type: 'join', token: {} }],
    ['J1', { type: 'join', ownerKey: 1 }],
    ['J1', { type: 'join', protocol: '1' }],
    ['J1', { type: 'join', protocol: 0.5 }],
    ['R1', { type: 'join', log: 1, after: 0 }],
    ['R1', { type: 'join', log: 'l', after: '0' }],
    ['R1', { type: 'join', log: 'l', after: -1 }],
    ['R1', { type: 'join', log: 'l', after: 0.5 }],
    ['S1', { type: 'send' }],
    ['S1', { type: 'send', text: null }],
    ['S1', { type: 'send', text: ['x'] }],
    ['S1', { type: 'send', text: 'x', id: 5 }],
    ['S3', { type: 'send', text: 'x', since: '1' }],
    ['S3', { type: 'send', text: 'x', since: -1 }],
    ['S5', { type: 'send', text: 'x', replyTo: '1' }],
    ['S6', { type: 'send', text: 'x', to: [] }],
    ['S6', { type: 'send', text: 'x', to: 'bob' }],
    ['S6', { type: 'send', text: 'x', to: ['bob', 5] }],
    ['S7', { type: 'edit', text: 'x' }],
    ['S7', { type: 'edit', target: '1', text: 'x' }],
    ['S7', { type: 'edit', target: 1 }],
    ['S7', { type: 'delete' }],
    ['S7', { type: 'delete', target: [1] }],
    ['S8', { type: 'react', target: 1, emoji: 5, on: true }],
    ['S8', { type: 'react', target: 1, emoji: 'x' }],
    ['S8', { type: 'react', target: 1, emoji: 'x', on: 'true' }],
    ['P2', { type: 'typing' }],
    ['P2', { type: 'typing', on: 1 }],
    ['P3', { type: 'rename' }],
    ['P3', { type: 'rename', name: 5 }],
    ['R4', { type: 'page', limit: 0 }],
    ['R4', { type: 'page', limit: 101 }],
    ['R4', { type: 'page', limit: 1.5 }],
    ['R4', { type: 'page', limit: '5' }],
    ['R4', { type: 'page', before: -1 }],
    ['R4', { type: 'page', after: 0.5 }],
    ['R4', { type: 'page', around: 'x' }],
    ['R4', { type: 'page', around: 1e300 }],
    ['R4', { type: 'page', before: 1, after: 1 }],
    ['R4', { type: 'page', before: 1, around: 1 }],
    ['R4', { type: 'page', after: 1, around: 1 }],
    ['R7', { type: 'search' }],
    ['R7', { type: 'search', query: ['x'] }],
    ['R7', { type: 'search', query: 'x', before: -1 }],
    ['R7', { type: 'search', query: 'x', before: '5' }],
  ])('[%s] %o are bad_frame', (_, command) => {
    expect(taken(command)).toBe('bad_frame');
  });
});
