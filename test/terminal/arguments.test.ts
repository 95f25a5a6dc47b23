import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/terminal/arguments.ts';

const URL = 'http://localhost:8787/r/tea';
const options = (...args: string[]) => {
  const read = readArguments(args);
  return read.wants === 'chat' ? read.options : read;
};

describe('the arguments', () => {
  it('are a room, and may be a name, a guest and a time', () => {
    expect(options(URL)).toMatchObject({ link: { room: 'tea' }, isGuest: false, timeout: 30_000 });
    expect(options(URL)).not.toHaveProperty('name');
    expect(options('--name', 'Ann Lee', URL, '--guest', '--timeout=1.5')).toMatchObject({
      name: 'Ann Lee',
      isGuest: true,
      timeout: 1_500,
    });
  });

  it.each([['-h'], ['--help'], ['--help', 'no-room']])('ask for help: %s %s', (...args) => {
    expect(readArguments(args)).toEqual({ wants: 'help' });
  });

  it.each([
    [[]],
    [[URL, URL]],
    [['tea']],
    [['http://localhost:8787/']],
    [[URL, '--nmae', 'Ann']],
    [[URL, '--name']],
    [[URL, '--timeout', 'soon']],
    [[URL, '--timeout', '0']],
    [[URL, '--timeout=-1']],
    [[URL, '--timeout', '']],
    [[URL, '--timeout', '1e9']],
  ])('are wrong: %j', (args) => {
    expect(readArguments(args)).toEqual({ wants: 'usage', wrong: expect.stringMatching(/\S/) });
  });
});
