import { describe, expect, it } from 'vitest';
import { closeCodes, errorSentences, mayReturn, refusal } from '../../src/protocol/codes.ts';

describe('close codes', () => {
  it.each([1000, 4400, 4403, 4404, 4426, 4429, 4499])('[6] %d is final', (code) => {
    expect(mayReturn(code)).toBe(false);
  });

  it.each([1001, 1005, 1006, 1009, 1011, 1012, 1013, 4500, 4501, 4503, 4599])(
    '[6] after %d a client may come back',
    (code) => {
      expect(mayReturn(code)).toBe(true);
    },
  );

  it('[6] are those of the protocol', () => {
    expect(Object.values(closeCodes)).toEqual([1000, 1009, 4400, 4403, 4404, 4426, 4429, 4501, 4503]);
  });
});

describe('an error', () => {
  it('[6] has a sentence for a person', () => {
    for (const sentence of Object.values(errorSentences)) expect(sentence).toMatch(/^[A-Z].*[.]$/);
  });

  it('[6] may say something better known, an id, and when to try again', () => {
    expect(refusal('empty')).toEqual({ code: 'empty', message: errorSentences.empty });
    expect(refusal('rate_limited', { message: 'Wait.', id: 'm1', retryAfter: 5 })).toEqual({
      code: 'rate_limited',
      message: 'Wait.',
      id: 'm1',
      retryAfter: 5,
    });
  });
});
