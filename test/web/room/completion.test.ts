import { describe, expect, it } from 'vitest';
import { begunAt, isWhole, mentionOf, peopleNamed, shortcodeAt } from '../../../src/web/room/completion.ts';

const people = (...names: string[]) => names.map((name) => ({ id: name, name }));

describe('what is begun before the caret', () => {
  it.each([
    ['@an', 'name', 0, 'an'],
    ['hello @An', 'name', 6, 'An'],
    ['hello\n@an', 'name', 6, 'an'],
    ['hello @Ann L', 'name', 6, 'Ann L'],
    ['hello @"Ann L', 'name', 6, 'Ann L'],
    ['@小', 'name', 0, '小'],
    ['@', 'name', 0, ''],
    ['Hi @', 'name', 3, ''],
    ['Hi\n@"', 'name', 3, ''],
    [':th', 'emoji', 0, 'th'],
    ['well :thumbs_u', 'emoji', 5, 'thumbs_u'],
    ['👍:ta', 'emoji', 2, 'ta'],
    ['(:ta', 'emoji', 1, 'ta'],
    ['`code` :ta', 'emoji', 7, 'ta'],
  ] as const)('%j is', (before, kind, start, query) => {
    expect(begunAt(before)).toEqual({ kind, start, query });
  });

  it.each([
    'ann@',
    '@@',
    '@ ',
    '@ ann',
    '@Ann ',
    'ann@an',
    '@@an',
    ':',
    ':t',
    ':)',
    ':-D',
    'at 10:30',
    '10:pm',
    'https://example.org',
    'mailto:ann',
    'a::ta',
    '`:ta',
    '`@',
    '```\n@an',
  ])('in %j nothing is', (before) => {
    expect(begunAt(before)).toBeUndefined();
  });

  it.each([
    [':tada:', 0, 'tada'],
    ['yes :+1:', 4, '+1'],
  ])('%j is a whole shortcode', (before, start, query) => {
    expect(shortcodeAt(before)).toEqual({ kind: 'emoji', start, query });
  });

  it.each(['10:30:', 'a:tada:', '::', ': :', '`:tada:'])('%j is none', (before) => {
    expect(shortcodeAt(before)).toBeUndefined();
  });
});

describe('people whom letters may mean', () => {
  const named = (query: string, ...names: string[]) =>
    peopleNamed(query, people(...names)).map(({ name }) => name);

  it('come by the start of the name, of a word of it, and by what it holds', () => {
    expect(named('an', 'Al Anders', 'Adrian', 'Bob', 'Ann')).toEqual(['Ann', 'Al Anders', 'Adrian']);
  });

  it('[J4] are found however the letters are written', () => {
    expect(named('zoe\u0308', 'ZOË')).toEqual(['ZOË']);
    expect(isWhole('ann lee', { id: '', name: 'Ann Lee' })).toBe(true);
    expect(isWhole('ann', { id: '', name: 'Ann Lee' })).toBe(false);
  });
});

describe('[P1] a mention', () => {
  it.each([
    ['Ann', ['Bob'], '@Ann'],
    ['Ann Lee', ['Ann'], '@Ann Lee'],
    ['Ann', ['ann lee'], '@"Ann"'],
    ['The One Who Is Late', [], '@"The One Who Is Late"'],
    ['"Z"', ['"Z" Two'], '@"Z"'],
  ] as const)('of %s beside %j is %s', (name, others, mention) => {
    expect(mentionOf({ id: name, name }, people(name, ...others))).toBe(mention);
  });
});
