import { describe, expect, it } from 'vitest';
import { displayName, freeName, nameKey } from '../../src/protocol/display-name.ts';
import { guestName } from '../../src/protocol/guest-name.ts';

describe('a display name', () => {
  it.each(['Ann', 'Zoë', '小明', 'अनु', 'A', "O'Neil & <b>", 'x'.repeat(32)])(
    '[J4] %s stays as it is',
    (name) => {
      expect(displayName(name)).toBe(name);
    },
  );

  it.each([
    ['zero-width space', '\u200B'],
    ['zero-width non-joiner', '\u200C'],
    ['zero-width joiner', '\u200D'],
    ['word joiner', '\u2060'],
    ['byte order mark', '\uFEFF'],
    ['left-to-right mark', '\u200E'],
    ['right-to-left mark', '\u200F'],
    ['Arabic letter mark', '\u061C'],
    ['embedding', '\u202B'],
    ['pop of embedding', '\u202C'],
    ['override', '\u202E'],
    ['isolate', '\u2067'],
    ['pop of isolate', '\u2069'],
  ])('[J4] loses a %s', (_, invisible) => {
    expect(displayName(`${invisible}An${invisible}n${invisible}`)).toBe('Ann');
    expect(displayName(invisible)).toBeUndefined();
  });

  it.each([
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\u00A0',
    '\u3000',
    '\u2028',
    '\u0085',
    '\u0000',
    '\u001B',
    '\u007F',
    '\u009F',
    ' \u0000 \t',
  ])('[J4] has one space for %j', (blank) => {
    expect(displayName(`Ann${blank}Lee`)).toBe('Ann Lee');
    expect(displayName(`${blank}Ann${blank}`)).toBe('Ann');
    expect(displayName(blank)).toBeUndefined();
  });

  it('[J4] has one space where only what is invisible parted two', () => {
    expect(displayName('Ann \u200B Lee')).toBe('Ann Lee');
  });

  it('[J4] is NFC, not NFKC', () => {
    expect(displayName('Zoe\u0308')).toBe('Zo\u00EB');
    expect(displayName('Ａｎｎ')).toBe('Ａｎｎ');
  });

  it('[J4] has 1 to 32 code points, as it remains', () => {
    expect(displayName('')).toBeUndefined();
    expect(displayName('x'.repeat(33))).toBeUndefined();
    expect(displayName('👍'.repeat(32))).toBe('👍'.repeat(32));
    expect(displayName('👍'.repeat(33))).toBeUndefined();
    expect(displayName(`  ${'x\u200B'.repeat(32)}  `)).toBe('x'.repeat(32));
    expect(displayName('e\u0301'.repeat(32))).toBe('é'.repeat(32));
  });

  it('[J4] of nothing that can be seen is none', () => {
    expect(displayName('\uFE0F')).toBeUndefined();
    expect(displayName('\u{E0100}\u{E0101}')).toBeUndefined();
    expect(displayName('\u180E')).toBeUndefined();
    expect(displayName('\u3164')).toBeUndefined();
  });

  it('[J4] is clean once cleaned', () => {
    for (const name of [' \u202E A\u200B ', 'e\u0301', '\u1100\u1161', 'a \u0000\u0301']) {
      const once = displayName(name) ?? '';
      expect(displayName(once)).toBe(once);
    }
  });
});

it('[J4] a variation selector in a display name stays', () => {
  expect(displayName('Zoë ❤\uFE0F')).toBe('Zoë ❤\uFE0F');
});

describe('two names', () => {
  it.each([
    ['Ann', 'ann'],
    ['Ann', 'ＡＮＮ'],
    ['STRASSE', 'straße'],
    ['ΣΑΣ', 'σας'],
    ['Zoë', 'ZOE\u0308'],
    ['ﬁn', 'FIN'],
    ['①', '1'],
    ['❤', '❤\uFE0F'],
    ['ǆ', 'Ǆ'],
    ['İ', 'i\u0307'],
  ])('[J4] %s and %s are the same', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['Ann', 'Anna'],
    ['Ann', 'Änn'],
    ['Ann 2', 'Ann2'],
    ['1', '2'],
  ])('[J4] %s and %s are not', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });
});

describe('a name that is taken', () => {
  const given = (wanted: string, ...taken: readonly string[]) =>
    freeName(wanted, (name) => taken.includes(name));

  it('[J4] is given as it is where it is free', () => {
    expect(given('Ann', 'Bob')).toBe('Ann');
  });

  it('[J4] gets the first number that is free', () => {
    expect(given('Ann', 'Ann')).toBe('Ann 2');
    expect(given('Ann', 'Ann', 'Ann 2', 'Ann 3')).toBe('Ann 4');
    expect(given('Ann', 'Ann', 'Ann 3')).toBe('Ann 2');
    expect(given('Ann 2', 'Ann 2')).toBe('Ann 2 2');
  });

  it('[J4] is shortened to fit into 32 code points, without a gap before the number', () => {
    expect(given('x'.repeat(32), 'x'.repeat(32))).toBe(`${'x'.repeat(30)} 2`);
    expect(given('x'.repeat(31), 'x'.repeat(31))).toBe(`${'x'.repeat(30)} 2`);
    expect(given('x'.repeat(30), 'x'.repeat(30))).toBe(`${'x'.repeat(30)} 2`);
    expect(given(`${'x'.repeat(29)} yz`, `${'x'.repeat(29)} yz`)).toBe(`${'x'.repeat(29)} 2`);
  });

  it('[J4] is shortened by code points, not in the midst of one', () => {
    const name = '👍'.repeat(32);
    expect(given(name, name)).toBe(`${'👍'.repeat(30)} 2`);
  });

  it('[J4] is shortened further for longer numbers', () => {
    const name = 'x'.repeat(32);
    const taken = [name, ...Array.from({ length: 8 }, (_, index) => `${'x'.repeat(30)} ${index + 2}`)];
    expect(given(name, ...taken)).toBe(`${'x'.repeat(29)} 10`);
  });
});

describe('a guest’s name', () => {
  it('[J4] is two words that need no cleaning', () => {
    for (let chance = 0; chance < 1; chance += 0.01) {
      const name = guestName(() => chance);
      expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      expect(displayName(name)).toBe(name);
    }
    expect(guestName(() => 1 - Number.EPSILON / 2)).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  });

  it('[J4] is one of many', () => {
    const chances = Array.from({ length: 1_600 }, (_, index) => [
      Math.floor(index / 40) / 40,
      (index % 40) / 40,
    ]);
    const names = chances.map((pair) => {
      const rest = [...pair];
      return guestName(() => (rest.shift() ?? 0) + 0.001);
    });
    expect(new Set(names).size).toBe(1_600);
  });
});
