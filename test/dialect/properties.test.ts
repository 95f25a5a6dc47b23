import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClassicFrame } from '../support/room-devices.ts';
import type { View } from '../support/room-model.ts';
import { step } from './deeds.ts';
import { type Expected, House } from './house.ts';

/** The server's own ids and the order within a list of reactions are its own business. */
const shown = (view: View) =>
  [...view.values()]
    .sort((one, other) => one.seq - other.seq)
    .map(({ id, reactions, ...message }) => ({
      ...message,
      id: id.startsWith('made') ? 'made' : id,
      ...(reactions && {
        reactions: Object.fromEntries(
          Object.entries(reactions).map(([emoji, ids]) => [emoji, [...ids].sort()]),
        ),
      }),
    }));

/** Sentences are for people. */
const withoutLists = ({ user_list: _, content, ...frame }: ClassicFrame): Expected => ({
  ...frame,
  content: frame.type === 'error' ? 'any' : content,
});

/** What devices show adds up while they are connected: it is looked at before any goes, and at the end. */
const any = (check: (house: House) => void) =>
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), (steps) => {
      const house = new House();
      for (const taken of steps) {
        if (taken.does === 'come' || taken.does === 'go') check(house);
        house.takes(taken);
      }
      check(house);
    }),
    { numRuns: 250 },
  );

describe('whatever members of both dialects do', () => {
  it('[S6] each native timeline shows what its member may see, and nothing else', () => {
    any((house) => {
      for (const { member, view, delivered, startedAt } of house.natives) {
        if (member === undefined) continue;
        expect(shown(view)).toEqual(shown(house.seenBy(member)));
        expect(delivered).toEqual(house.model.seqsFor(member).filter((seq) => seq > startedAt));
      }
    });
  });

  it('[S6] [C3] [C6] each classic client has heard what its member may hear, and nothing else', () => {
    any((house) => {
      for (const device of house.classics) {
        if (!device.isThere) continue;
        expect(device.heard.map(withoutLists)).toEqual(house.expected.get(device));
      }
    });
  });

  it('[C2] [C4] [P1] each client of either dialect knows who is here', () => {
    any((house) => {
      for (const { member, people, count } of house.natives) {
        if (member === undefined) continue;
        expect(people).toEqual(house.people);
        expect(count).toBe(house.people.size);
      }
      const names = [...house.people.values()].sort();
      for (const { member, heard } of house.classics) {
        if (member === undefined) continue;
        const list = heard.findLast(({ user_list }) => user_list !== undefined)?.user_list ?? [];
        expect([...list].sort()).toEqual(names);
      }
    });
  });
});
