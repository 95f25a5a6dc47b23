import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import type { RoomState } from '../../src/client/state.ts';
import { Mentions } from '../../src/web/room/mentions.ts';
import { bob, said } from './people.ts';

const room = (...names: string[]) =>
  signal({
    self: { ...bob, role: 'member' },
    members: [bob, ...names.map((name) => ({ id: name, name }))],
  } as unknown as RoomState);

it('a text calls on those who are here, each by their name', () => {
  const called = new Mentions(room('Ann Lee')).inText('Hey @bob, @Ann Lee and @Cy');
  expect(called).toEqual([
    { of: 'bob', start: 4, end: 8 },
    { of: 'Ann Lee', start: 10, end: 18 },
  ]);
});

describe('for this reader', () => {
  it('is what names them, and what is private', () => {
    const mentions = new Mentions(room());
    expect(mentions.isForUs(said('Hey @bob, look'))).toBe(true);
    expect(mentions.isForUs(said('A word aside', { to: ['bob'] }))).toBe(true);
    expect(mentions.isForUs(said('Hello all'))).toBe(false);
  });

  it('is nothing that they said themselves, nor what is deleted', () => {
    const mentions = new Mentions(room());
    expect(mentions.isForUs(said('I am @Bob', { from: bob }))).toBe(false);
    expect(mentions.isForUs(said('Aside', { from: bob, to: ['ann'] }))).toBe(false);
    expect(mentions.isForUs(said('', { to: ['bob'], deleted: true }))).toBe(false);
  });

  it('is not what names somebody with a longer name', () => {
    const mentions = new Mentions(room('Bob Dylan'));
    expect(mentions.isIn(said('Hey @Bob Dylan'))).toBe(false);
    expect(mentions.isIn(said('Hey @Bob Marley'))).toBe(true);
  });

  it('follows the name that they have now', () => {
    const state = room();
    const mentions = new Mentions(state);
    const text = said('Hey @Robert');
    expect(mentions.isIn(text)).toBe(false);
    state.value = { ...state.value, members: [{ id: 'bob', name: 'Robert' }] };
    expect(mentions.isIn(text)).toBe(true);
  });
});
