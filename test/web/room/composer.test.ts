import { signal } from '@preact/signals';
import { beforeEach, expect, it, vi } from 'vitest';
import type { RoomState } from '../../../src/client/state.ts';
import { keepDraft } from '../../../src/web/parts/drafts.ts';
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
const whyNotWrite = signal<(() => string) | undefined>(undefined);
const isHost = signal(false);
const carryOut = vi.fn(async (text: string) => !text.includes('?'));
const send = vi.fn<(text: string, target: Target) => void>();
let composer: Composer;

beforeEach(() => {
  send.mockClear();
  keepDraft('r', { text: '' });
  const isOver = signal(false);
  whyNotWrite.value = undefined;
  isHost.value = false;
  carryOut.mockClear();
  const edit = async () => true;
  const visit = {
    room: 'r',
    state,
    isOver,
    whyNotWrite,
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

it("[H3] a host's command is done, not said; where it cannot be, it stays", async () => {
  isHost.value = true;
  type('/kick @Bob?');
  composer.submit();
  await vi.waitFor(() => expect(carryOut).toHaveBeenCalledExactlyOnceWith('/kick @Bob?'));
  expect(composer.text.value).toBe('/kick @Bob?');
  type('/kick @Bob');
  composer.submit();
  await vi.waitFor(() => expect(composer.text.value).toBe(''));
  expect(send).not.toHaveBeenCalled();
});

it('a slash of a member, behind a space, or before no word is a text like any other', () => {
  type('/kick @Bob');
  composer.submit();
  isHost.value = true;
  for (const text of [' /kick', '/etc/hosts', '//', '/5']) {
    type(text);
    composer.submit();
  }
  const said = send.mock.calls.map(([text]) => text);
  expect(said).toEqual(['/kick @Bob', ' /kick', '/etc/hosts', '//', '/5']);
  expect(carryOut).not.toHaveBeenCalled();
});

it('[H4] what may not be said now stays in the box', () => {
  whyNotWrite.value = () => 'Locked.';
  type('But');
  composer.submit();
  expect(send).not.toHaveBeenCalled();
  expect(composer.text.value).toBe('But');
});
