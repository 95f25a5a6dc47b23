import { expect, test } from 'vitest';
import type { Message } from '../../../src/protocol/server-message.ts';
import { asTheyStand } from '../../../src/web/search/as-they-stand.ts';

const message = (seq: number, stands: Partial<Message> = { text: 'found' }): Message => ({
  type: 'message',
  seq,
  id: `m${seq}`,
  at: 0,
  from: { id: 'ann', name: 'Ann' },
  ...stands,
});

test('what was found is shown as the timeline has it, and not at all where it was deleted there', () => {
  const known = [message(2, { text: 'edited since' }), message(3, { deleted: true }), message(9)];
  const bySeq = new Map(known.map((one) => [one.seq, one]));
  const shown = asTheyStand([message(3), message(2), message(1)], bySeq);
  expect(shown.map(({ seq, text }) => [seq, text])).toEqual([
    [2, 'edited since'],
    [1, 'found'],
  ]);
});
