import { describe, expect, it } from 'vitest';
import { canonicalRoomName, roomNameFromPath, roomPath } from '../../src/protocol/room-name.ts';

describe('the name of a room', () => {
  it.each([
    'a',
    '7',
    '-',
    '_',
    'lobby-2_b',
    '聊天室',
    'salon-été',
    'हिन्दी',
    'தமிழ்',
    'ไทย',
    'العربية',
    '𝔘'.normalize('NFKC').toLowerCase(),
    '𠮷',
  ])('[A3] %s is one, spelled so', (name) => {
    expect(canonicalRoomName(name)).toBe(name);
  });

  it.each([
    ['LOBBY', 'lobby'],
    ['Salon-Été', 'salon-été'],
    ['e\u0301te\u0301', '\u00e9t\u00e9'],
    ['ｌｏｂｂｙ', 'lobby'],
    ['①ﬁ', '1fi'],
    ['ＡＢＣ', 'abc'],
    ['J\u030C', '\u01F0'],
    ['ΑΣ', 'ας'],
    ['\u{1D518}', 'u'],
    ['K', 'k'],
  ])('[A3] %s is %s', (name, canonical) => {
    expect(canonicalRoomName(name)).toBe(canonical);
  });

  it('[A3] is canonical once and for all', () => {
    for (const name of ['İstanbul', 'ẞtraße', 'ΑΣΑΣ', 'ŉ', 'ǅ', '\u03D3', '\u0345a', 'ﷺ'.slice(0, 1)]) {
      const canonical = canonicalRoomName(name);
      if (canonical !== undefined) expect(canonicalRoomName(canonical)).toBe(canonical);
    }
  });

  it.each([
    '',
    ' ',
    'a b',
    'a.b',
    'a/b',
    '..',
    'a\u200Bb',
    'a\u202Eb',
    '👍',
    'a\u0000',
    'a\n',
    '!',
    '@',
    'a+b',
    '\uFFFD',
    '\ud800',
    'ﷺ',
  ])('[A3] %j is none', (name) => {
    expect(canonicalRoomName(name)).toBeUndefined();
  });

  it('[A3] does not start with a mark, but may hold them', () => {
    expect(canonicalRoomName('\u0301a')).toBeUndefined();
    expect(canonicalRoomName('\u093F\u0939')).toBeUndefined();
    expect(canonicalRoomName('x\u0301')).toBe('x\u0301');
  });

  it('[A3] has at most 64 code points, not units', () => {
    expect(canonicalRoomName('x'.repeat(64))).toBe('x'.repeat(64));
    expect(canonicalRoomName('x'.repeat(65))).toBeUndefined();
    expect(canonicalRoomName('𠮷'.repeat(64))).toBe('𠮷'.repeat(64));
    expect(canonicalRoomName('𠮷'.repeat(65))).toBeUndefined();
  });

  it('[A3] is measured in its canonical spelling', () => {
    expect(canonicalRoomName('e\u0301'.repeat(64))).toBe('é'.repeat(64));
    expect(canonicalRoomName('ﬃ'.repeat(22))).toBeUndefined();
  });
});

describe('a name in a path', () => {
  it('[A3] is percent-decoded', () => {
    expect(roomNameFromPath('%E8%81%8A%E5%A4%A9%E5%AE%A4')).toBe('聊天室');
    expect(roomNameFromPath('Lobby')).toBe('lobby');
  });

  it.each(['%', '%E8', '%zz', '%C0%AF', '%ED%A0%80', '%2F', '%00', 'a%20b'])('[A3] %s is none', (segment) => {
    expect(roomNameFromPath(segment)).toBeUndefined();
  });

  it('[A1] leads back to itself', () => {
    expect(roomPath('salon-été')).toBe('/r/salon-%C3%A9t%C3%A9');
    expect(roomNameFromPath(roomPath('聊天室').slice('/r/'.length))).toBe('聊天室');
  });
});
