import { DurableObject } from 'cloudflare:workers';
import { limits } from '../protocol/limits.ts';
import type { DayUsage, ListedRoom, Listing, Usage } from '../protocol/listing.ts';
import { DAY } from '../protocol/time.ts';
import { strike } from '../room/strikes.ts';
import { directorySteps } from './directory-steps.ts';
import { MESSAGE } from './meter.ts';
import type { Report } from './reporter.ts';
import { hasSchema, migrate } from './schema.ts';

type RoomRow = {
  room: string;
  members: number;
  head: number;
  bytes: number;
  is_locked: number;
  active_at: number;
};
type DayRow = { day: string; room: string; rows_read: number; rows_written: number; requests: number };

const DAYS = 30;
const ROOMS = 200;
/** Addresses whose wrong keys are remembered. */
const REMEMBERED = 10_000;

/**
 * Knows which rooms there are, by what they report. Rows written for a report: one of the room and one of its day. Reached by
 * our own Worker and rooms alone.
 */
export class DirectoryObject extends DurableObject {
  readonly #wrongKeys = new Map<string, readonly number[]>();

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env);
    if (hasSchema(ctx.storage.sql)) migrate(ctx.storage, directorySteps);
  }

  /** D2: usage is added to that of the day. */
  report(report: Report): void {
    const { storage } = this.ctx;
    if (!hasSchema(storage.sql)) migrate(storage, directorySteps);
    storage.transactionSync(() => {
      const used = atLeast(report, this.#headOf(report.room));
      this.#keepRoom(report);
      this.#addUsage(report.room, used);
      storage.sql.exec('DELETE FROM days WHERE day < ?', firstDay());
    });
  }

  /** D1: `search` is part of a room's name. Reads a row for each room, and for each of its days. */
  list(search = ''): Listing {
    const { sql } = this.ctx.storage;
    if (!hasSchema(sql)) return { rooms: [], more: false, total: NOTHING, days: [] };
    const query = 'SELECT * FROM rooms WHERE instr(room, ?) > 0 ORDER BY active_at DESC LIMIT ?';
    const rows = sql.exec<RoomRow>(query, search, ROOMS + 1).toArray();
    const { byRoom, days } = this.#usage(rows.map(({ room }) => room));
    return {
      rooms: rows.slice(0, ROOMS).map((row) => toListed(row, byRoom.get(row.room) ?? [])),
      more: rows.length > ROOMS,
      total: sql.exec<Listing['total']>(TOTAL).one(),
      days,
    };
  }

  /** The room was deleted. */
  forget(room: string): void {
    const { storage } = this.ctx;
    if (!hasSchema(storage.sql)) return;
    storage.transactionSync(() => {
      storage.sql.exec('DELETE FROM rooms WHERE room = ?', room);
      storage.sql.exec('DELETE FROM days WHERE room = ?', room);
    });
  }

  /** D1: notes a wrong key; answers the ms that this address has to wait, whichever it shows. */
  tries(address: string, isRight: boolean): number {
    const now = Date.now();
    const earlier = this.#wrongKeys.get(address) ?? [];
    const [oldest = 0] = earlier.slice(-limits.passwordTries);
    const isFull = earlier.length >= limits.passwordTries;
    if (isFull && now < oldest + limits.strikeWindow) return oldest + limits.strikeWindow - now;
    if (isRight) return 0;
    if (this.#wrongKeys.size >= REMEMBERED) this.#wrongKeys.clear();
    this.#wrongKeys.set(address, strike(earlier, now));
    return 0;
  }

  #headOf(room: string): number | undefined {
    return this.ctx.storage.sql
      .exec<{ head: number }>('SELECT head FROM rooms WHERE room = ?', room)
      .toArray()[0]?.head;
  }

  #keepRoom({ room, members, head, bytes, isLocked, activeAt }: Report): void {
    this.ctx.storage.sql.exec(
      `INSERT INTO rooms (room, members, head, bytes, is_locked, active_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (room) DO UPDATE SET members = excluded.members, head = excluded.head, bytes = excluded.bytes,
         is_locked = excluded.is_locked, active_at = max(active_at, excluded.active_at)`,
      ...[room, members, head, bytes, Number(isLocked), activeAt],
    );
  }

  #addUsage(room: string, { rowsRead, rowsWritten, requests }: Usage): void {
    this.ctx.storage.sql.exec(
      `INSERT INTO days (day, room, rows_read, rows_written, requests) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (day, room) DO UPDATE SET rows_read = rows_read + excluded.rows_read,
         rows_written = rows_written + excluded.rows_written, requests = requests + excluded.requests`,
      ...[dayOf(Date.now()), room, rowsRead, rowsWritten, requests],
    );
  }

  /** Of these rooms each, and of all together. */
  #usage(rooms: readonly string[]): { byRoom: ReadonlyMap<string, DayUsage[]>; days: readonly DayUsage[] } {
    const byRoom = new Map<string, DayUsage[]>(rooms.map((room) => [room, []]));
    const days: DayUsage[] = [];
    const query = 'SELECT * FROM days WHERE day >= ? ORDER BY day';
    for (const row of this.ctx.storage.sql.exec<DayRow>(query, firstDay())) {
      const used = toUsage(row);
      byRoom.get(row.room)?.push(used);
      const last = days.at(-1);
      if (last?.day === used.day) days[days.length - 1] = sum(last, used);
      else days.push(used);
    }
    return { byRoom, days };
  }
}

const TOTAL = `
  SELECT count(*) AS rooms, coalesce(sum(members), 0) AS members, coalesce(sum(head), 0) AS head,
    coalesce(sum(bytes), 0) AS bytes
  FROM rooms`;

const NOTHING = { rooms: 0, members: 0, head: 0, bytes: 0 };

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
/** Of the last 30 days, today among them. */
const firstDay = () => dayOf(Date.now() - (DAYS - 1) * DAY);

function toListed(
  { is_locked, active_at: activeAt, ...row }: RoomRow,
  days: readonly DayUsage[],
): ListedRoom {
  return { ...row, isLocked: is_locked === 1, activeAt, days };
}

function toUsage({ day, rows_read: rowsRead, rows_written: rowsWritten, requests }: DayRow): DayUsage {
  return { day, rowsRead, rowsWritten, requests };
}

function sum(one: DayUsage, other: Usage): DayUsage {
  return {
    day: one.day,
    rowsRead: one.rowsRead + other.rowsRead,
    rowsWritten: one.rowsWritten + other.rowsWritten,
    requests: one.requests + other.requests,
  };
}

/** With what a room that slept in between has forgotten to count: a seq is a row at least, and mostly a message that came in. */
function atLeast({ head, rowsRead, rowsWritten, requests }: Report, headBefore = head): Usage {
  const seqs = head - headBefore;
  return { rowsRead, rowsWritten: Math.max(rowsWritten, seqs), requests: Math.max(requests, seqs * MESSAGE) };
}
