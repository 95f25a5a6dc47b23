import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { Shown } from '../../../src/client/history.ts';
import type { RoomClient } from '../../../src/client/room-client.ts';
import { NOTHING_YET } from '../../../src/client/state.ts';
import type { Message } from '../../../src/protocol/server-message.ts';
import { Notice } from '../../../src/web/room/notice.ts';
import { Unread } from '../../../src/web/room/unread.ts';
import { Way } from '../../../src/web/room/way.ts';
import { said } from '../people.ts';

/** A way among these messages; somebody who has joined has a client that answers by `show`. */
function wayAmong(messages: readonly Message[], show?: () => Promise<Shown>) {
  const state = signal({ ...NOTHING_YET, messages });
  const unread = new Unread('tea', () => false);
  const notice = new Notice();
  const bySeq = signal(new Map(messages.map((message) => [message.seq, message])));
  const visit = { state, bySeq, unread, notice, active: signal(undefined) };
  const way = new Way(visit, signal(show && ({ show } as unknown as RoomClient)));
  return { way, told: () => notice.shown.value?.text };
}

it('the way back grows once, however often one asks for the same before it is there', async () => {
  const asked: ((answer: Shown) => void)[] = [];
  const { way } = wayAmong([], () => new Promise<Shown>((resolve) => asked.push(resolve)));
  const wishes = [way.show(7, 20), way.show(7, 20)];
  asked[0]?.('overtaken');
  asked[1]?.('shown');
  await Promise.all(wishes);
  expect([way.trail.value, way.target.value]).toEqual([[20], { seq: 7 }]);
});

it.each([
  ['before one has joined', undefined],
  ['while the line is down', () => Promise.reject(new Error('The line is down.'))],
])('what is on the screen is gone to %s', async (_, show) => {
  const message = said('Seen last');
  const { way, told } = wayAmong([message], show);
  await way.show(message.seq);
  expect([way.target.value, told()]).toEqual([{ seq: message.seq }, undefined]);
});

it.each<[string, string, (() => Promise<Shown>) | undefined]>([
  ['is not there', 'That message is not here, or not for you to read.', async () => 'missing'],
  ['cannot be asked for now', 'That message cannot be loaded just now.', () => Promise.reject(new Error())],
  ['nobody has joined to see', 'That message cannot be loaded just now.', undefined],
])('of a message that %s just that is told', async (_, words, show) => {
  const { way, told } = wayAmong([], show);
  await way.show(1);
  expect([way.target.value, told()]).toEqual([undefined, words]);
});
