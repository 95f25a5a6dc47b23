import type { Ceiling } from './measure/ceiling.ts';
import type { JoinCost } from './measure/join-cost.ts';
import type { Calm } from './measure/paired.ts';
import type { Reading } from './measure/reading.ts';
import type { RoomFigures } from './measure/room.ts';
import type { Rows } from './measure/rows.ts';
import type { Solo } from './measure/solo.ts';
import type { Machine } from './report/machine.ts';

/** All that one run has found out. */
export interface Figures {
  readonly machine: Machine;
  readonly seconds: number;
  readonly ceilings: readonly Ceiling[];
  readonly rooms: readonly RoomFigures[];
  readonly calm: readonly Calm[];
  readonly solo: readonly Solo[];
  readonly bigRoom: JoinCost | undefined;
  readonly reading: readonly Reading[];
  readonly rows: readonly Rows[];
}
