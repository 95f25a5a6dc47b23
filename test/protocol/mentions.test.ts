import { describe, expect, it } from 'vitest';
import { meantBy } from '../../src/protocol/address.ts';
import { nameKey } from '../../src/protocol/display-name.ts';
import { mentionsIn } from '../../src/protocol/mentions.ts';

const people = new Map(['Ann', 'Ann Lee', '小明'].map((name) => [nameKey(name), name]));
const mentioned = (text: string) =>
  mentionsIn(text, (name) => people.get(meantBy(name))).map(({ of, start, end }) => [
    of,
    text.slice(start, end),
  ]);

describe('[P1] a text calls on', () => {
  it.each([
    ['Hey @Ann!', 'Ann', '@Ann'],
    ['@ann lee, come in', 'Ann Lee', '@ann lee'],
    ['Where is @"Ann Lee"?', 'Ann Lee', '@"Ann Lee"'],
    ['@小明', '小明', '@小明'],
  ])('whoever %j names, by the longest name', (text, name, as) => {
    expect(mentioned(text)).toEqual([[name, as]]);
  });

  it.each(['ann@Ann', 'Ann', '@ Ann', '@Anna', '@'])('nobody in %j', (text) => {
    expect(mentioned(text)).toEqual([]);
  });

  it('the first five, and each time that it does', () => {
    expect(mentioned('@Ann '.repeat(7))).toEqual(Array(5).fill(['Ann', '@Ann']));
  });
});
