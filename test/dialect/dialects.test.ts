import { expect, it } from 'vitest';
import { dialectFor } from '../../src/dialect/dialects.ts';

it.each([undefined, null, '', ' '])(
  '[A2] the offer %j, which is none, means the classic dialect',
  (offer) => {
    expect(dialectFor(offer)).toBe('classic');
  },
);

it.each(['parlor.v1', 'chat, parlor.v1', 'parlor.v1,chat'])('[A2] the offer %j holds parlor.v1', (offer) => {
  expect(dialectFor(offer)).toBe('native');
});

it.each(['chat', 'parlor.v2', 'PARLOR.V1', 'parlor.v1x', 'classic'])(
  '[A2] the offer %j means nothing here',
  (offer) => {
    expect(dialectFor(offer)).toBeUndefined();
  },
);
