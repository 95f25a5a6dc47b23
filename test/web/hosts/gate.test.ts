import { describe, expect, it } from 'vitest';
import { NOTHING_YET, type PendingMessage, type RoomState } from '../../../src/client/state.ts';
import { aheadAfter, gateOf } from '../../../src/web/hosts/gate.ts';
import { ann, bob, said } from '../people.ts';

const NOW = 1_000_000;
const SLOW = { settings: { slowMode: 30 } } as const;

/** The room as Bob has it before him, who is no host. */
const room = (more: Partial<RoomState>): RoomState => ({
  ...NOTHING_YET,
  self: { ...bob, role: 'member' },
  ...more,
});

const gate = (more: Partial<RoomState>, ahead = 0, isEdit = false) =>
  gateOf(room(more), isEdit, { now: NOW, ahead });

const waiting = (more: Partial<PendingMessage> = {}): PendingMessage => ({
  id: 'w',
  text: 'On its way',
  since: 0,
  at: NOW - 1_000,
  ...more,
});

describe('[H3] [H4] [H6] what holds somebody back', () => {
  it('is nothing before they are in the room, nor for a host', () => {
    expect(
      gateOf({ ...NOTHING_YET, settings: { locked: true } }, false, { now: NOW, ahead: 0 }),
    ).toBeUndefined();
    expect(gate({ self: { ...bob, role: 'moderator' }, settings: { locked: true } })).toBeUndefined();
  });

  it('is a mute before all else, until it ends', () => {
    const muted = (until?: number) =>
      ({ ...bob, role: 'member', muted: { ...(until && { until }) } }) as const;
    expect(gate({ self: muted(), settings: { locked: true } })).toEqual({ why: 'muted' });
    expect(gate({ self: muted(NOW + 1) })).toEqual({ why: 'muted', until: NOW + 1 });
    expect(gate({ self: muted(NOW), settings: { locked: true } })).toEqual({ why: 'locked' });
  });

  it('is slow mode since the last of their own, sent or on its way, but not to change what was said', () => {
    const messages = [said('One', { from: bob, at: NOW - 20_000 }), said('Two', { from: ann, at: NOW })];
    expect(gate({ ...SLOW, messages })).toEqual({ why: 'slow', until: NOW + 10_000 });
    expect(gate({ ...SLOW, messages, pending: [waiting()] })).toEqual({ why: 'slow', until: NOW + 29_000 });
    const failed = { code: 'slow_mode', message: 'Slow mode.' } as const;
    expect(gate({ ...SLOW, messages, pending: [waiting({ failed })] })).toMatchObject({
      until: NOW + 10_000,
    });
    expect(gate({ ...SLOW, messages }, 0, true)).toBeUndefined();
    expect(gate({ messages })).toBeUndefined();
  });

  it('may be the brake, of which the page does not know whom it stops', () => {
    expect(gate({ settings: { knownOnly: true } })).toEqual({ why: 'brake' });
  });
});

describe('a clock that is slow', () => {
  const late = 600_000;

  it('holds nobody back for longer than the room does: what the room has just said tells how slow it is', () => {
    const messages = [said('One', { from: bob, at: NOW + late })];
    const ahead = aheadAfter(room({ messages }), { now: NOW, ahead: 0 });
    expect(ahead).toBe(late);
    expect(gate({ ...SLOW, messages }, ahead)).toEqual({ why: 'slow', until: NOW + 30_000 });
    const self = { ...bob, role: 'member', muted: { until: NOW + late + 60_000 } } as const;
    expect(gate({ self }, ahead)).toEqual({ why: 'muted', until: NOW + 60_000 });
  });

  it('is told by what a host did as well; what is older than what was known tells nothing', () => {
    const moderation = { type: 'moderation', seq: 1, at: NOW + late, by: 'ann', action: 'mute' } as const;
    expect(aheadAfter(room({ moderation }), { now: NOW, ahead: 0 })).toBe(late);
    expect(aheadAfter(room({ moderation }), { now: NOW + 5_000, ahead: late })).toBe(late);
    expect(aheadAfter(room({}), { now: NOW, ahead: 0 })).toBe(0);
  });
});
