import { describe, expect, it } from 'vitest';
import { FOREVER, type Register, type Standing } from '../../src/room/register.ts';
import type { Transcript } from '../../src/room/transcript.ts';
import { aMessage } from './transcript-writer.ts';

/** A room's storage: asked again, each opens what is stored once more, as after a restart. */
export interface Kept {
  transcript(): Transcript;
  register(): Register;
}

export type WithinRoom = (check: (kept: Kept) => void) => void | Promise<void>;

/** What a room may rely on in its register, whatever stores it. */
export function describeRegister(name: string, within: WithinRoom): void {
  const begun = (check: (register: Register, again: () => Register, transcript: Transcript) => void) => () =>
    within((kept) => {
      const transcript = kept.transcript();
      transcript.begin('log-1');
      check(kept.register(), () => kept.register(), transcript);
    });

  describe(`${name} keeps the contract of a register`, () => {
    it('[R5] before the transcript has begun, it remembers nothing, and answers', () =>
      within((kept) => {
        const register = kept.register();
        expect(register.keeping).toEqual({ settings: {}, keyGeneration: 0 });
        expect([register.of('ann'), register.hosts, [...register.notable()]]).toEqual([undefined, {}, []]);
        expect(register.isBanned('home', 0)).toBe(false);
      }));

    it(
      '[H4] keeps how the room is kept',
      begun((register, again) => {
        const settings = { title: 'Garden', keepDays: 3 };
        const keeping = { settings, keyGeneration: 2, doorGeneration: 3, passwordHash: 'x.y' };
        register.keep(keeping);
        for (const kept of [register, again()]) expect(kept.keeping).toEqual(keeping);
      }),
    );

    it(
      '[H3] keeps a standing, field by field, and lets go of what is taken away',
      begun((register, again) => {
        const whole: Required<Standing> = {
          ...{ name: 'Eve', role: 'moderator', bannedUntil: FOREVER, mutedUntil: 5 },
          ...{ admitted: true, known: true, readsAfter: 0 },
        };
        for (const standing of [whole, { name: 'Eva' }]) {
          expect(register.of('ann')).toBeUndefined();
          register.set('eve', standing);
          for (const kept of [register, again()]) expect(kept.of('eve')).toStrictEqual(standing);
        }
      }),
    );

    it(
      '[H1] lists the hosts, as they are now',
      begun((register, again) => {
        register.set('mod', { name: 'Mod', role: 'moderator' });
        register.set('own', { name: 'Own', role: 'owner' });
        register.set('eve', { name: 'Eve', mutedUntil: 5 });
        expect(register.hosts).toEqual({ mod: 'moderator', own: 'owner' });
        register.set('mod', { name: 'Mod' });
        for (const kept of [register, again()]) expect(kept.hosts).toEqual({ own: 'owner' });
      }),
    );

    it(
      '[H8] lists who is not simply a member',
      begun((register) => {
        register.set('own', { name: 'Own', role: 'owner' });
        register.set('eve', { name: 'Eve', bannedUntil: 5 });
        register.set('bob', { name: 'Bob', mutedUntil: 5 });
        register.set('ned', { name: 'Ned' });
        register.banAddress('home', 'ned', 5);
        register.set('ann', { name: 'Ann', admitted: true, known: true, readsAfter: 3 });
        expect([...register.notable()].map(([member]) => member).sort()).toEqual([
          'bob',
          'eve',
          'ned',
          'own',
        ]);
      }),
    );

    it(
      '[H3] an address is banned until then, for each who was banned there',
      begun((register, again) => {
        register.banAddress('home', 'eve', 100);
        register.banAddress('home', 'bob', 200);
        register.banAddress('work', 'eve', FOREVER);
        const banned = (kept: Register) =>
          [99, 150, 200].map((now) => [kept.isBanned('home', now), kept.isBanned('work', now)]);
        for (const kept of [register, again()]) {
          expect(banned(kept)).toEqual([
            [true, true],
            [true, true],
            [false, true],
          ]);
        }
        register.unbanAddresses('bob');
        const has = (member: string, now: number) => register.hasBannedAddress(member, now);
        expect([has('bob', 0), has('eve', 0), has('eve', FOREVER)]).toEqual([false, true, false]);
        expect([register.isBanned('home', 99), register.isBanned('home', 150)]).toEqual([true, false]);
        register.unbanAddresses('eve');
        expect([again().isBanned('home', 99), again().isBanned('work', 99)]).toEqual([false, false]);
      }),
    );

    it(
      '[H3] an address that is banned once more is banned until the later order says',
      begun((register) => {
        register.banAddress('home', 'eve', 100);
        register.banAddress('home', 'eve', 50);
        expect([register.isBanned('home', 49), register.isBanned('home', 60)]).toEqual([true, false]);
      }),
    );

    it(
      '[H6] knows who wrote before then, whatever else is remembered of them',
      begun((register, again, transcript) => {
        transcript.append(aMessage({ seq: 1, at: 100 }));
        transcript.append(aMessage({ seq: 2, at: 120, from: { id: 'bob', name: 'Robert' } }));
        transcript.append(aMessage({ seq: 3, at: 150, from: { id: 'bob', name: 'Bob' }, to: ['ann'] }));
        transcript.append(aMessage({ seq: 4, at: 200, from: { id: 'eve', name: 'Eve' } }));
        transcript.append(aMessage({ seq: 5, at: 200, from: { id: 'dave', name: 'Dave' }, to: ['ann'] }));
        register.set('ann', { name: 'Anna', mutedUntil: 7 });
        expect(register.of('bob')).toBeUndefined();
        register.knowAuthors(200);
        for (const kept of [register, again()]) {
          expect(kept.of('ann')).toStrictEqual({ name: 'Anna', known: true, mutedUntil: 7 });
          expect(kept.of('bob')).toStrictEqual({ name: 'Bob', known: true });
          expect([kept.of('eve'), kept.of('dave')]).toEqual([undefined, undefined]);
        }
      }),
    );

    it(
      '[H4] opens the history to who has written, and who is here, and closes it to none whom it was open to',
      begun((register, again, transcript) => {
        transcript.append(aMessage({ seq: 1 }));
        transcript.append(aMessage({ seq: 2, from: { id: 'bob', name: 'Robert' } }));
        transcript.append(aMessage({ seq: 3, from: { id: 'bob', name: 'Bob' }, to: ['ann'] }));
        register.set('late', { name: 'Late', readsAfter: 9 });
        expect([register.of('bob'), register.of('here')]).toEqual([undefined, undefined]);
        register.openHistory([
          { id: 'ann', name: 'Anna' },
          { id: 'here', name: 'Here' },
          { id: 'late', name: 'Later' },
        ]);
        for (const kept of [register, again()]) {
          expect(['ann', 'bob', 'here', 'late', 'eve'].map((id) => kept.of(id))).toEqual([
            { name: 'Anna', readsAfter: 0 },
            { name: 'Bob', readsAfter: 0 },
            { name: 'Here', readsAfter: 0 },
            { name: 'Late', readsAfter: 9 },
            undefined,
          ]);
        }
      }),
    );

    it(
      '[H5] forgets who was let in, and nothing else of them',
      begun((register, again) => {
        register.set('ann', { name: 'Ann', admitted: true, known: true });
        register.forgetAdmitted();
        for (const kept of [register, again()]) {
          expect(kept.of('ann')).toStrictEqual({ name: 'Ann', known: true });
        }
      }),
    );
  });
}
