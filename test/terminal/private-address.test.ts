import { describe, expect, it } from 'vitest';
import { readSaid } from '../../src/terminal/private-address.ts';

const members = [
  { id: 'ann', name: 'Ann' },
  { id: 'lee', name: 'Ann Lee' },
  { id: 'zoe', name: 'Zoé' },
];

describe('[C6] a line', () => {
  it.each([
    ['@Ann hello', 'hello', 'ann'],
    ['@ann  hello  there', 'hello  there', 'ann'],
    ['  @Ann hello', 'hello', 'ann'],
    ['@"Ann Lee" hello', 'hello', 'lee'],
    ['@"Ann" hello', 'hello', 'ann'],
    ['@ZOE\u0301 hello', 'hello', 'zoe'],
    ['@Ann @Zoé hello', '@Zoé hello', 'ann'],
  ])('%j is private', (line, text, id) => {
    expect(readSaid(line, members)).toEqual({ text, to: [id] });
  });

  it.each(['hello @Ann', '@', '@ Ann hello', '@Ann', 'ann@example.org hello', '"@Ann hello"'])(
    '%j is for all',
    (line) => {
      expect(readSaid(line, members)).toEqual({ text: line });
    },
  );

  it.each([
    ['@Bob hello', 'Bob'],
    ['@"Bob Lee" hello', 'Bob Lee'],
    ['@"Ann Lee hello', '"Ann'],
    ['@"Ann"hello there', '"Ann"hello'],
    ['@"" hello', '""'],
  ])('%j is for nobody, and so for nobody else', (line, name) => {
    expect(readSaid(line, members)).toEqual({ nobodyCalled: name });
  });
});
