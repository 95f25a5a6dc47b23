import { expect, it } from 'vitest';
import { isPage } from '../../../src/web/parts/page.ts';

const message = { type: 'message', seq: 1, id: 'a', at: 0, from: { id: 'ann', name: 'Ann' }, text: 'hi' };

it('a page of messages is one, tombstones included', () => {
  const { text: _, ...gone } = message;
  expect(isPage({ messages: [message, { ...gone, deleted: true }], more: false })).toBe(true);
});

it.each([
  undefined,
  [],
  { messages: [message] },
  { messages: 'none', more: false },
  ...['seq', 'id', 'at', 'from'].map((field) => ({
    messages: [{ ...message, [field]: undefined }],
    more: false,
  })),
])('what a proxy or another version left is none: %j', (value) => {
  expect(isPage(value)).toBe(false);
});
