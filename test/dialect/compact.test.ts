import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPresence } from '../../src/client/roster.ts';
import { compact } from '../../src/dialect/compact.ts';
import { toWire } from '../../src/dialect/native.ts';
import type { Member, Presence } from '../../src/protocol/server-message.ts';
import type { Delivery, News } from '../../src/room/delivery.ts';
import { aMessage } from '../support/transcript-writer.ts';

const [ann, bob] = [
  { id: 'ann', name: 'Ann' },
  { id: 'bob', name: 'Bob' },
];
const message = (seq: number) => aMessage({ seq });
const news = (what: Omit<News, 'type' | 'count'>, count = 2): News => ({ type: 'presence', ...what, count });
const typing = (id: string, on: boolean): Delivery => ({ type: 'typing', id, on });

describe('[P1] presence', () => {
  it('is one, where the first one was, with the last count', () => {
    const told = [message(1), news({ joined: [ann] }, 1), message(2), news({ joined: [bob] }, 2), message(3)];
    expect(compact(told)).toEqual([message(1), news({ joined: [ann, bob] }, 2), message(2), message(3)]);
  });

  it('of who came and went tells that they went', () => {
    expect(compact([news({ joined: [ann] }), news({ left: [ann] }, 1)])).toEqual([news({ left: [ann] }, 1)]);
  });

  it('of who went and came back tells that they are here', () => {
    const back = { ...ann, name: 'Anna' };
    expect(compact([news({ left: [ann] }, 1), news({ joined: [back] })])).toEqual([news({ joined: [back] })]);
  });

  it('tells who has gone where the last one was, after what they said', () => {
    const told = [news({ joined: [ann] }, 2), typing('bob', true), message(1), news({ left: [bob] }, 1)];
    expect(compact(told)).toEqual([
      news({ joined: [ann] }, 1),
      typing('bob', true),
      message(1),
      news({ left: [bob] }, 1),
    ]);
  });

  it('of who came and took another name tells the name, and that it is a new one', () => {
    const changed = { ...ann, name: 'Anna', was: 'Ann' };
    expect(compact([news({ joined: [ann] }), news({ changed: [changed] })])).toEqual([
      news({ joined: [{ id: 'ann', name: 'Anna' }], changed: [changed] }),
    ]);
  });

  it('of two new names tells the last, and the first that it was', () => {
    const told = [
      news({ changed: [{ ...ann, name: 'Anna', was: 'Ann' }] }),
      news({ changed: [{ ...ann, name: 'Anne', was: 'Anna' }] }),
    ];
    expect(compact(told)).toEqual([news({ changed: [{ ...ann, name: 'Anne', was: 'Ann' }] })]);
  });
});

describe('[P2] typing', () => {
  it('is the last of each member', () => {
    const told = [typing('ann', true), typing('bob', true), message(1), typing('ann', false)];
    expect(compact(told)).toEqual([typing('bob', true), message(1), typing('ann', false)]);
  });
});

it('a single thing is as it is', () => {
  const told = [message(1), news({ joined: [ann] })];
  expect(compact(told)).toBe(told);
});

const who = fc.constantFrom('ann', 'bob', 'cleo');
const name = fc.constantFrom('A', 'B', 'C');
const change = fc.record({ id: who, name, does: fc.constantFrom('joins', 'leaves', 'renames') });

/** A room's news as it would tell them: nobody joins who is here, leaves or is renamed who is not. */
function newsOf(changes: readonly { id: string; name: string; does: string }[]): News[] {
  const here = new Map<string, Member>([['ann', ann]]);
  return changes.flatMap(({ id, name, does }) => {
    const present = here.get(id);
    if (does === 'joins' ? present : !present) return [];
    const was = present?.name ?? '';
    if (does === 'leaves') here.delete(id);
    else here.set(id, { id, name });
    const member = { id, name: does === 'leaves' ? was : name };
    const told =
      does === 'joins'
        ? { joined: [member] }
        : does === 'leaves'
          ? { left: [member] }
          : { changed: [{ ...member, was }] };
    return [news(told, here.size)];
  });
}

it('[P1] merged or one by one, news leave the same people here', () => {
  const apply = (told: readonly Delivery[]) =>
    told.reduce((members, each) => applyPresence(members, toWire(each) as Presence), [
      ann,
    ] as readonly Member[]);
  const sorted = (members: readonly Member[]) =>
    members.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  fc.assert(
    fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
      const told = newsOf(changes);
      const merged = compact(told);
      expect(merged.length).toBeLessThanOrEqual(2);
      expect(sorted(apply(merged))).toEqual(sorted(apply(told)));
      expect(merged.at(-1)).toMatchObject(told.length > 0 ? { count: told.at(-1)?.count } : {});
      const idsOf = (what: 'joined' | 'left') =>
        (merged as News[]).flatMap((each) => (each[what] ?? []).map(({ id }) => id));
      expect(new Set(idsOf('joined')).isDisjointFrom(new Set(idsOf('left')))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
