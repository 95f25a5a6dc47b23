import { describe, expect, test } from 'vitest';
import { Cursor } from '../../src/client/cursor.ts';

const at = (head: number) => {
  const cursor = new Cursor();
  cursor.welcomed({ name: 'tea', log: 'log-1', head });
  return cursor;
};

describe('the cursor', () => {
  test('[R1] is 0 of no log before any welcome', () => {
    expect(new Cursor().position).toStrictEqual({ seq: 0 });
  });

  test('[J2] is the head of a welcome, though it were before where the cursor was', () => {
    const cursor = at(7);
    cursor.welcomed({ name: 'tea', log: 'log-2', head: 2 });
    expect(cursor.position).toEqual({ seq: 2, log: 'log-2' });
  });

  test('[S6] moves over holes', () => {
    const cursor = at(7);
    expect(cursor.advance(12)).toBe(true);
    expect(cursor.position.seq).toBe(12);
  });

  test.each([7, 3])('[S3] at 7 is not moved by the event %i, which is an answer', (seq) => {
    const cursor = at(7);
    expect(cursor.advance(seq)).toBe(false);
    expect(cursor.position.seq).toBe(7);
  });
});
