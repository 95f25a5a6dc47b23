import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../src/web/room/address.ts';

describe('[C6] an address', () => {
  const here = ['Ann', 'Ann Lee', 'Ann 2', '小明', 'Zoë "Z"'].map((name) => ({ id: name, name }));
  it.each([
    ['@Ann hello', 'Ann', 'hello'],
    ['@ann hello', 'Ann', 'hello'],
    ['@Ann Lee hello', 'Ann Lee', 'hello'],
    ['@"Ann Lee" hello', 'Ann Lee', 'hello'],
    ['@“Ann” Lee, hello', 'Ann', 'Lee, hello'],
    ['@Ann  Lee  hello', 'Ann Lee', 'hello'],
    ['@Ann 2 hello', 'Ann 2', 'hello'],
    [' @ＡＮＮ hello', 'Ann', 'hello'],
    ['@小明　你好', '小明', '你好'],
    ['@Ann\nhello\nthere', 'Ann', 'hello\nthere'],
    ['@Zoe\u0308 "Z" hello', 'Zoë "Z"', 'hello'],
  ])('%j is to %s', (text, name, rest) => {
    expect(readAddress(text, here)).toEqual({ to: { id: name, name }, text: rest });
  });

  it.each([
    ['@zoe hello', 'zoe'],
    ['@"zoe b" hello', 'zoe b'],
    ['@Anna hello', 'Anna'],
    ['@Ann, hello', 'Ann,'],
  ])('%j is to nobody here', (text, nobody) => {
    expect(readAddress(text, here)).toEqual({ nobody });
  });

  it.each(['hello @Ann', 'hello', '@ Ann hello', '@', '', '@Ann'])('%j is none, or not finished', (text) => {
    expect(readAddress(text, here)).toBeUndefined();
  });
});
