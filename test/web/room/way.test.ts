import { signal } from '@preact/signals';
import { expect, it } from 'vitest';
import type { RoomClient } from '../../../src/client/room-client.ts';
import { NOTHING_YET } from '../../../src/client/state.ts';
import { Notice } from '../../../src/web/room/notice.ts';
import { Unread } from '../../../src/web/room/unread.ts';
import { Way } from '../../../src/web/room/way.ts';

type Shown = Awaited<ReturnType<RoomClient['show']>>;

/** A way in a room that answers each wish, in their order, once it is told to. */
function wayOf() {
  const asked: ((answer: Shown) => void)[] = [];
  const show = () => new Promise<Shown>((resolve) => asked.push(resolve));
  const client = signal({ show } as unknown as RoomClient);
  const unread = new Unread('tea', () => false);
  const notice = new Notice();
  const way = new Way({ client, state: signal(NOTHING_YET), unread, notice, active: signal(undefined) });
  return { way, asked, notice };
}

it('the way back grows once, however often one asks for the same before it is there', async () => {
  const { way, asked } = wayOf();
  const wishes = [way.show(7, 20), way.show(7, 20)];
  asked[0]?.('overtaken');
  asked[1]?.('shown');
  await Promise.all(wishes);
  expect([way.trail.value, way.target.value]).toEqual([[20], { seq: 7 }]);
});
