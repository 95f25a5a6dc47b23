import type { Figures } from '../figures.ts';
import type { RoomFigures } from '../measure/room.ts';
import { peers } from '../peers/peers.ts';
import { dollarsPerMillion } from './prices.ts';

export const titleOf = (name: RoomFigures['peer']) => peers.find((peer) => peer.name === name)?.title ?? name;

/** Sizes that were measured, rising. */
export const sizesOf = ({ rooms }: Figures) =>
  [...new Set(rooms.map(({ members }) => members))].sort((a, b) => a - b);

/** What one server did at one size, beside the naive room in the same run. */
export interface Held extends RoomFigures {
  /** Deliveries a second at the highest rate that held; 0 where none did. */
  readonly deliveries: number;
  readonly toNaive: number | undefined;
  /** Of a million messages; undefined for what is no Durable Object. */
  readonly dollars: number | undefined;
}

export function heldAt(figures: Figures, members: number): readonly Held[] {
  const rooms = figures.rooms.filter((room) => room.members === members);
  const naive = rooms.find(({ peer }) => peer === 'naive')?.best?.deliveriesPerSecond;
  return rooms.map((room) => {
    const rows = figures.rows.find(({ peer }) => peer === room.peer);
    const deliveries = room.best?.deliveriesPerSecond ?? 0;
    return {
      ...room,
      deliveries,
      toNaive: naive && deliveries / naive,
      dollars: rows && room.best && dollarsPerMillion(rows, room.best.cpuPerMessage),
    };
  });
}
