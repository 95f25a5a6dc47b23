import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/protocol/codes.ts';
import { aRoom, words } from '../support/room-builders.ts';

describe('who has not joined', () => {
  it('[E1] is served within a measure of its own connection', () => {
    const room = aRoom({ burst: 2, perSecond: 1 });
    const [stranger, other] = [room.connect(), room.connect()];
    expect([1, 2, 3].flatMap(() => words(stranger.sends('x')))).toEqual([
      'not_joined',
      'not_joined',
      'rate_limited',
    ]);
    expect(words(other.sends('x'))).toEqual(['not_joined']);
  });

  it('[J1] hears nothing of whom it could not address', () => {
    const stranger = aRoom().connect();
    expect(words(stranger.says(refusal('not_found', { message: 'Nobody here is called Bob.' })))).toEqual([
      'not_joined',
    ]);
  });

  it('[E1] may join once it has waited', () => {
    const room = aRoom({ burst: 2, perSecond: 1 });
    const stranger = room.connect();
    for (let sent = 0; sent < 3; sent++) stranger.sends('x');
    expect(stranger.joins('Ann')).toMatchObject([{ code: 'rate_limited', retryAfter: 1_000 }]);
    room.passes(1_000);
    expect(words(stranger.joins('Ann'))).toEqual(['welcome']);
  });

  it('[E1] and keeps on is closed with 4429, alone', () => {
    const room = aRoom({ burst: 1, perSecond: 0.001 });
    const [stranger, other] = [room.connect(), room.connect()];
    for (let sent = 0; sent < 301; sent++) stranger.sends('x');
    expect([room.closedWith(stranger), room.closedWith(other)]).toEqual([4429, undefined]);
  });
});
