import { signal } from '@preact/signals';
import { beforeEach, expect, it, vi } from 'vitest';
import type { RoomState } from '../../../src/client/state.ts';
import { Composer } from '../../../src/web/room/composer-state.ts';
import { Names } from '../../../src/web/room/names.ts';
import { Notice } from '../../../src/web/room/notice.ts';
import type { Target } from '../../../src/web/room/purpose.ts';

const state = signal({
  members: [
    { id: 'a', name: 'Ann' },
    { id: 'b', name: 'Bob' },
  ],
  messages: [],
} as unknown as RoomState);
const carryOut = vi.fn(async () => true);
const send = vi.fn<(text: string, target: Target) => void>();
let composer: Composer;

beforeEach(() => {
  send.mockClear();
  const [isOver, mayNotWrite, isHost] = [signal(false), signal(false), signal(false)];
  const edit = async () => true;
  const visit = {
    room: 'r',
    state,
    isOver,
    mayNotWrite,
    isHost,
    carryOut,
    notice: new Notice(),
    names: new Names(state),
    send,
    edit,
  };
  composer = new Composer({ ...visit, typing: () => {} });
});

function type(text: string): void {
  composer.write(text);
  composer.readAddress(text.length);
}

it('[C6] an address that was taken off comes back with the text that is for everybody after all', () => {
  type('@Bob ');
  type('hello');
  expect(composer.audience.value?.people).toEqual([{ id: 'b', name: 'Bob' }]);
  composer.writeToAll();
  expect(composer.text.value).toBe('@Bob hello');
  type('@Bob hello there');
  composer.submit();
  expect(send).toHaveBeenCalledExactlyOnceWith('@Bob hello there', {});
});

it('[C6] an address that is written anew is one again', () => {
  type('@Bob ');
  composer.writeToAll();
  type('@Bo');
  type('@Bob ');
  expect(composer.audience.value?.people).toEqual([{ id: 'b', name: 'Bob' }]);
});

it('[C6] the next message may be for one alone again', () => {
  type('@Bob ');
  composer.writeToAll();
  composer.submit();
  type('@Bob ');
  expect(composer.audience.value).toBeDefined();
});

it('by Esc the address is gone for good', () => {
  type('@Bob hello');
  expect(composer.stepBack()).toBe(true);
  expect(composer.text.value).toBe('hello');
  composer.submit();
  expect(send).toHaveBeenCalledExactlyOnceWith('hello', {});
});
