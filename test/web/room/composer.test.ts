import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomState } from '../../../src/client/state.ts';
import type { Message } from '../../../src/protocol/server-message.ts';
import { keepDraft } from '../../../src/web/parts/drafts.ts';
import { Composer } from '../../../src/web/room/composer-state.ts';
import { Names } from '../../../src/web/room/names.ts';
import { Notice } from '../../../src/web/room/notice.ts';
import type { Target } from '../../../src/web/room/purpose.ts';
import { said } from '../people.ts';

const state = signal({
  members: [
    { id: 'a', name: 'Ann' },
    { id: 'b', name: 'Bob' },
  ],
  messages: [],
} as unknown as RoomState);
const bySeq = signal<ReadonlyMap<number, Message>>(new Map());
const whyNotWrite = signal<(() => string) | undefined>(undefined);
const isHost = signal(false);
const carryOut = vi.fn(async (text: string) => !text.includes('?'));
const edit = vi.fn(async (_seq: number, _text: string) => true);
const send = vi.fn<(text: string, target: Target) => void>();
let composer: Composer;
let notice: Notice;

beforeEach(() => {
  send.mockClear();
  keepDraft('r', { text: '' });
  edit.mockReset().mockResolvedValue(true);
  const isOver = signal(false);
  bySeq.value = new Map();
  whyNotWrite.value = undefined;
  isHost.value = false;
  carryOut.mockClear();
  notice = new Notice();
  const visit = {
    room: 'r',
    state,
    bySeq,
    isOver,
    whyNotWrite,
    isHost,
    carryOut,
    notice,
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

describe('what is said of a text', () => {
  const shown = () => notice.shown.value?.text;

  it('is nothing where there is none, but for an edit, which may be meant as a deletion', () => {
    for (const text of ['', ' ', '\n']) {
      type(text);
      composer.submit();
    }
    composer.reply(said('What?'));
    composer.submit();
    expect([shown(), send.mock.calls]).toEqual([undefined, []]);
    composer.edit(said('Helo'));
    type('');
    composer.submit();
    expect(shown()).toBe('A message needs some text.');
    composer.stepBack();
    expect(shown()).toBeUndefined();
  });

  it('goes once one writes on, and once it could be sent after all; what else went wrong is said on', () => {
    whyNotWrite.value = () => 'Locked.';
    for (const text of ['But', 'But why']) {
      type(text);
      expect(shown()).toBeUndefined();
      composer.submit();
      expect(shown()).toBe('Locked.');
    }
    whyNotWrite.value = undefined;
    composer.submit();
    expect(send).toHaveBeenCalledExactlyOnceWith('But why', {});
    expect(shown()).toBeUndefined();
    notice.say('The reaction was not taken.');
    type('Well');
    composer.submit();
    expect(shown()).toBe('The reaction was not taken.');
  });
});

it('an edit is compared with the message as it now stands, however far back that is', async () => {
  const old = said('As it was');
  bySeq.value = new Map([[old.seq, { ...old, text: 'As another page has left it' }]]);
  composer.edit(old);
  composer.submit();
  expect(edit).toHaveBeenCalledExactlyOnceWith(old.seq, 'As it was');
});

it('an edit that failed does not come back where the message was deleted meanwhile', async () => {
  const gone = said('As it was');
  edit.mockResolvedValue(false);
  bySeq.value = new Map([[gone.seq, { ...gone, deleted: true }]]);
  await composer.saveEdit(gone, 'Otherwise');
  expect([composer.purpose.value.kind, composer.unsaved.value]).toEqual(['new', []]);
});

describe('an edit that the room did not take', () => {
  const message = said('Helo');
  let fails: () => Promise<void>;

  beforeEach(() => {
    const answer = Promise.withResolvers<boolean>();
    edit.mockReturnValue(answer.promise);
    fails = async () => {
      answer.resolve(false);
      await edit.mock.results[0]?.value;
    };
    composer.edit(message);
    composer.write('Hello');
    composer.submit();
  });

  it('comes back to be written on where nothing else is written', async () => {
    await fails();
    expect([composer.text.value, composer.purpose.value]).toEqual(['Hello', { kind: 'edit', message }]);
    expect(composer.unsaved.value).toEqual([]);
  });

  it.each([
    ['a text that was begun', () => composer.write('Something new')],
    ['a reply that was begun', () => composer.reply(said('What?'))],
    ['another edit', () => composer.edit(said('Goodbye'))],
  ])('takes nothing from %s, and waits at its message', async (_, begins) => {
    begins();
    const [text, purpose] = [composer.text.value, composer.purpose.value];
    await fails();
    expect([composer.text.value, composer.purpose.value]).toEqual([text, purpose]);
    expect(composer.unsaved.value).toEqual([{ message, text: 'Hello' }]);
  });
});
