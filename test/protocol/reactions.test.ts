import { describe, expect, it } from 'vitest';
import { applyReaction, type Reactions, reactionCount, withReactors } from '../../src/protocol/reactions.ts';

const event = (by: string, on = true, emoji = '👍') =>
  ({ type: 'reaction', seq: 2, target: 1, emoji, by, on }) as const;
const members = (count: number) => Array.from({ length: count }, (_, index) => `m${index + 1}`);
const crowd = (count: number): Reactions => withReactors({}, '👍', members(Math.min(count, 50)), count);

describe('an event of a reaction', () => {
  it('[S8] adds its member', () => {
    expect(applyReaction({}, event('ann'))).toEqual({ reactions: { '👍': ['ann'] } });
    expect(applyReaction({ reactions: { '👍': ['ann'] } }, event('bob'))).toEqual({
      reactions: { '👍': ['ann', 'bob'] },
    });
  });

  it('[S8] takes its member away, and the emoji with the last one', () => {
    const both = { reactions: { '👍': ['ann', 'bob'], '🎉': ['bob'] } };
    expect(applyReaction(both, event('ann', false))).toEqual({ reactions: { '👍': ['bob'], '🎉': ['bob'] } });
    expect(applyReaction(both, event('bob', false, '🎉'))).toEqual({ reactions: { '👍': ['ann', 'bob'] } });
    expect(applyReaction({ reactions: { '👍': ['ann'] } }, event('ann', false))).toEqual({});
  });

  it('[R1] applied once more changes nothing', () => {
    const set = { reactions: { '👍': ['ann'] } };
    expect(applyReaction(set, event('ann'))).toEqual(set);
    expect(applyReaction(set, event('bob', false))).toEqual(set);
    expect(applyReaction({}, event('ann', false))).toEqual({});
  });

  it('[S8] leaves what it is applied to as it was', () => {
    const before = Object.freeze({ reactions: Object.freeze({ '👍': Object.freeze(['ann']) }) });
    applyReaction(before, event('bob'));
    applyReaction(before, event('ann', false));
    expect(before).toEqual({ reactions: { '👍': ['ann'] } });
  });

  it('[S8] beyond 50 is counted, not listed', () => {
    const after = applyReaction(crowd(50), event('late'));
    expect(after.reactions?.['👍']).toEqual(members(50));
    expect(after.reactionCounts).toEqual({ '👍': 51 });
  });

  it('[S8] of somebody not listed is taken off the count', () => {
    const after = applyReaction(crowd(60), event('late', false));
    expect(after.reactions?.['👍']).toEqual(members(50));
    expect(after.reactionCounts).toEqual({ '👍': 59 });
  });

  it('[S8] of somebody listed is taken off both', () => {
    const after = applyReaction(crowd(60), event('m1', false));
    expect(after.reactions?.['👍']).toEqual(members(50).slice(1));
    expect(reactionCount(after, '👍')).toBe(59);
  });

  it('[S8] counts right through to the last of a crowd', () => {
    let current = crowd(52);
    for (const [index, id] of [...members(50), 'late 1', 'late 2'].entries()) {
      expect(reactionCount(current, '👍')).toBe(52 - index);
      current = applyReaction(current, event(id, false));
    }
    expect(current).toEqual({});
  });

  it.each(['__proto__', 'constructor'])('[S8] of %s is an emoji like any other', (emoji) => {
    const after = applyReaction({}, event('ann', true, emoji));
    expect(reactionCount(after, '👍')).toBe(0);
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
  });
});

describe('how many hold an emoji', () => {
  it('[S8] is the count where there is one, else the length of the list', () => {
    expect(reactionCount(crowd(60), '👍')).toBe(60);
    expect(reactionCount(crowd(3), '👍')).toBe(3);
    expect(reactionCount(crowd(3), '🎉')).toBe(0);
    expect(reactionCount({}, '👍')).toBe(0);
  });
});
