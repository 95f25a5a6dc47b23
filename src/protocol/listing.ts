import * as v from 'valibot';

const usage = v.object({ rowsRead: v.number(), rowsWritten: v.number(), requests: v.number() });

/** D2: what the platform bills. */
export type Usage = Readonly<v.InferOutput<typeof usage>>;

const dayUsage = v.object({
  /** YYYY-MM-DD, UTC. */
  day: v.string(),
  ...usage.entries,
});

export type DayUsage = Readonly<v.InferOutput<typeof dayUsage>>;

const listedRoom = v.object({
  room: v.string(),
  members: v.number(),
  head: v.number(),
  bytes: v.number(),
  isLocked: v.boolean(),
  /** Unix ms. */
  activeAt: v.number(),
  /** Of those days on which something happened, the last 30, ascending. */
  days: v.pipe(v.array(dayUsage), v.readonly()),
});

/** D2: how a room stood when it was last heard of. */
export type ListedRoom = Readonly<v.InferOutput<typeof listedRoom>>;

/** D2: what `GET /api/admin/rooms` answers. */
export const listing = v.object({
  /** Those asked for, the last active first. */
  rooms: v.pipe(v.array(listedRoom), v.readonly()),
  /** Whether there are more of them. */
  more: v.boolean(),
  /** Of all rooms there are. */
  total: v.object({ rooms: v.number(), members: v.number(), head: v.number(), bytes: v.number() }),
  days: v.pipe(v.array(dayUsage), v.readonly()),
});

export type Listing = Readonly<v.InferOutput<typeof listing>>;
