import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { append, applyEvents, applyResume, prepend, refresh } from '../../src/client/timeline.ts';
import type { ChangeEvent, Message, ReactionEvent } from '../../src/protocol/server-message.ts';
import { FakeRoom, message, roomAt } from './fake-room.ts';
import { historyOf, page, type Step, stands, steps } from './plain-history.ts';

const edit = (target: number, text: string): ChangeEvent => ({
  type: 'edit',
  seq: 90,
  target,
  text,
  at: 5,
  by: 'ben',
});
const remove = (target: number): ChangeEvent => ({ type: 'delete', seq: 91, target, at: 6, by: 'ben' });
const react = (by: string, on = true): ReactionEvent => ({
  type: 'reaction',
  seq: 92,
  target: 1,
  emoji: '👍',
  by,
  on,
});

const crowd = (count: number) => Array.from({ length: count }, (_, i) => `member-${i}`);
const only = (list: readonly Message[]) => list[0];

describe('a change', () => {
  test('leaves the list it came from as it was', () => {
    const before = Object.freeze([Object.freeze(message(1))]);
    expect(applyEvents(before, [edit(1, 'new')])).not.toBe(before);
    expect(before).toEqual([message(1)]);
  });

  test('[S7] an edit gives the text and when', () => {
    expect(only(applyEvents([message(1)], [edit(1, 'new')]))).toEqual(message(1, { text: 'new', edited: 5 }));
  });

  test('[S7] a deletion leaves a tombstone without text and reactions', () => {
    const full = message(1, { replyTo: 9, reactions: { '👍': ['ann'] }, reactionCounts: { '👍': 51 } });
    const { text, reactions, reactionCounts, ...kept } = full;
    expect(only(applyEvents([full], [remove(1)]))).toEqual({ ...kept, deleted: true });
  });

  test.each([
    ['to what is not loaded', [message(1)], [edit(7, 'new'), remove(8), { ...react('ann'), target: 9 }]],
    ['to a tombstone', applyEvents([message(1)], [remove(1)]), [edit(1, 'new'), react('ann'), remove(1)]],
  ])('%s changes nothing', (_, before, events) => {
    expect(applyEvents(before, events)).toBe(before);
  });

  test('a message that is there already is replaced, in its place', () => {
    const list = [message(1), message(5), message(9)];
    expect(
      applyEvents(list, [message(5, { text: 'new' }), message(7)]).map(({ seq, text }) => [seq, text]),
    ).toEqual([
      [1, 'text 1'],
      [5, 'new'],
      [7, 'text 7'],
      [9, 'text 9'],
    ]);
  });

  test('an answer for what is not shown is not shown', () => {
    const list = [message(5), message(9)];
    for (const seq of [1, 7, 12]) expect(refresh(list, message(seq))).toBe(list);
  });

  test('[R4] an older page goes before the oldest, nothing twice', () => {
    expect(prepend([message(3), message(4)], [message(1), message(3)]).map(({ seq }) => seq)).toEqual([
      1, 3, 4,
    ]);
  });

  test('[R4] a page goes before or behind nothing, and nothing behind a page', () => {
    const page = [message(3), message(4)];
    expect([prepend([], page), append([], page), append(page, [])]).toEqual([page, page, page]);
  });

  test('[H3] what hosts did changes no message, not where there is none', () => {
    const kick = { type: 'moderation', seq: 1, at: 1, by: 'ben', action: 'kick' } as const;
    for (const list of [[], [message(1)]]) expect(applyEvents(list, [kick])).toBe(list);
  });

  test('[R1] an edit follows its message in a resume, reactions or not', () => {
    const standing = message(1, { reactions: { '👍': ['ann'] } });
    expect(only(applyResume([], [standing, edit(1, 'new')]))?.text).toBe('new');
  });
});

describe('[S8] a reaction', () => {
  test('set twice is set once, taken back twice is gone', () => {
    const once = applyEvents([message(1)], [react('ann'), react('ann')]);
    expect(only(once)?.reactions).toEqual({ '👍': ['ann'] });
    expect(applyEvents(once, [react('ann')])).toBe(once);
    expect(applyEvents(once, [react('ann', false), react('ann', false)])).toEqual([message(1)]);
  });

  test('is listed for 50 and counted beyond', () => {
    const after = only(
      applyEvents(
        [message(1)],
        crowd(52).map((by) => react(by)),
      ),
    );
    expect(after?.reactions?.['👍']).toEqual(crowd(50));
    expect(after?.reactionCounts).toEqual({ '👍': 52 });
  });

  test('is counted no more where the list says it all again', () => {
    const reactors = crowd(51);
    const after = applyEvents([message(1)], [...reactors.map((by) => react(by)), react('member-50', false)]);
    expect(only(after)?.reactions?.['👍']).toEqual(crowd(50));
    expect(only(after)?.reactionCounts).toBeUndefined();
  });

  test('of somebody listed in a crowd leaves the list and the count', () => {
    const after = applyEvents([message(1)], [...crowd(52).map((by) => react(by)), react('member-0', false)]);
    expect(only(after)?.reactions?.['👍']).toEqual(crowd(50).slice(1));
    expect(only(after)?.reactionCounts).toEqual({ '👍': 51 });
  });

  test('[R1] is not counted twice for a message that a resume brings as it stands', () => {
    const standing = message(1, { reactions: { '👍': crowd(50) }, reactionCounts: { '👍': 60 } });
    expect(applyResume([], [standing, ...crowd(60).map((by) => react(by))])).toEqual([standing]);
  });

  test('[R1] does count for a message that was there before', () => {
    const before = [message(1, { reactions: { '👍': crowd(50) }, reactionCounts: { '👍': 60 } })];
    expect(only(applyResume(before, [react('new')]))?.reactionCounts).toEqual({ '👍': 61 });
  });
});

type Act = {
  readonly cut: 'live' | 'resume' | 'resume, as first said' | 'anew';
  readonly steps: readonly Step[];
};

const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.record({ cut: fc.constantFrom('live', 'resume', 'resume, as first said', 'anew'), steps }),
  { maxLength: 8 },
);

test('[R1] [R2] [R3] whatever was cut, resumed and packed, the timeline is what a plain reading of the log gives', () => {
  fc.assert(
    fc.property(acts, fc.integer({ min: 1, max: 7 }), (all, packed) => {
      const room = new FakeRoom();
      const client = room.liveClient();
      let log = historyOf([]);
      let oldest = 0;
      for (const { cut, steps } of all) {
        const cursor = log.length;
        log = historyOf(steps, log);
        const news = log.slice(cursor);
        if (cut === 'live') {
          for (let i = 0; i < news.length; i += packed) room.socket.says(...news.slice(i, i + packed));
        } else if (cut === 'anew') {
          const messages = page(log);
          oldest = messages[0]?.seq ?? 0;
          room.breaks();
          room.letsIn({ ...roomAt(log.length), messages, more: false });
        } else {
          const inLog = cut === 'resume' ? stands(log) : [];
          const standing = new Map(inLog.map((message) => [message.seq, message]));
          room.comesBack(
            news.map((event) => standing.get(event.seq) ?? event),
            log.length,
          );
        }
      }
      expect(client.state.messages).toEqual(stands(log).filter(({ seq }) => seq >= oldest));
    }),
    { numRuns: 300 },
  );
});
