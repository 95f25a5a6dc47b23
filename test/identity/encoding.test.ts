import { describe, expect, it } from 'vitest';
import { BASE36_LENGTH, base36, base64Url } from '../../src/identity/encoding.ts';

describe('bytes as text', () => {
  it('are base64url without padding', () => {
    for (let length = 0; length < 40; length++) {
      const bytes = Uint8Array.from({ length }, (_, index) => 255 - index * 5);
      expect(base64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
    }
  });

  it('are 25 letters and digits for 16 bytes, whatever they are', () => {
    expect(base36(new Uint8Array(16))).toBe('0'.repeat(BASE36_LENGTH));
    expect(base36(new Uint8Array(16).fill(255))).toBe('f5lxx1zz5pnorynqglhzmsp33');
    expect(base36(Uint8Array.from({ length: 16 }, (_, index) => (index === 15 ? 36 : 0)))).toBe(
      `${'0'.repeat(23)}10`,
    );
  });
});
