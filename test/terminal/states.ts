import { NOTHING_YET, type RoomState } from '../../src/client/state.ts';
import type { Look } from '../../src/terminal/look.ts';
import { ann, ben } from '../client/fake-room.ts';

/** Ann in a room with Ben, where nothing was said. */
export function stateWith(more: Partial<RoomState> = {}): RoomState {
  return {
    ...NOTHING_YET,
    line: { state: 'live' },
    self: { ...ann, role: 'member' },
    members: [ann, ben],
    count: 2,
    ...more,
  };
}

/** Noon of one day, local time, so that a message's own time can be told. */
export const NOON = new Date(2026, 10, 20, 12, 0).getTime();

export const plainLook: Look = { paint: (_, text) => text, now: () => NOON };
