import type { HostRole, Hosts, Member, MemberId } from '../protocol/server-message.ts';
import type { Keeping, Register, Standing } from '../room/register.ts';
import type { Sql, Tables } from './meter.ts';

type StandingRow = {
  member: string;
  name: string;
  role: HostRole | null;
  banned_until: number | null;
  muted_until: number | null;
  admitted: number | null;
  known: number | null;
  reads_after: number | null;
};

/** Members whose standing, or lack of one, is held in memory. */
const REMEMBERED = 10_000;
/** SQLite takes the name out of the row that the greatest seq stands in. */
const LAST_NAMES = 'SELECT author, name, max(seq) FROM named GROUP BY author';

/**
 * The register in the object's SQLite; see schema-steps.ts. What is asked for at every message is held in memory. Rows
 * read: one for each member who is first asked for since the room woke. Rows written: those that are set.
 */
export class SqliteRegister implements Register {
  readonly #sql: Sql;
  readonly #hasBegun: () => boolean;
  readonly #standings = new Map<MemberId, Standing | undefined>();
  #keeping: Keeping | undefined;
  #hosts: Hosts | undefined;

  constructor({ sql }: Tables, hasBegun: () => boolean) {
    this.#sql = sql;
    this.#hasBegun = hasBegun;
  }

  /** To be called where a transaction failed: memory is not to be ahead of what is stored. */
  reload(): void {
    this.#standings.clear();
    this.#keeping = undefined;
    this.#hosts = undefined;
  }

  get keeping(): Keeping {
    this.#keeping ??= this.#readKeeping();
    return this.#keeping;
  }

  keep(keeping: Keeping): void {
    this.#sql.exec('UPDATE room SET keeping = ?', JSON.stringify(keeping));
    this.#keeping = keeping;
  }

  of(member: MemberId): Standing | undefined {
    if (!this.#hasBegun()) return undefined;
    if (!this.#standings.has(member)) this.#remember(member, this.#read(member));
    return this.#standings.get(member);
  }

  set(member: MemberId, standing: Standing): void {
    const { name, role, bannedUntil, mutedUntil, admitted, known, readsAfter } = standing;
    this.#sql.exec(
      `INSERT OR REPLACE INTO standings
         (member, name, role, banned_until, muted_until, admitted, known, reads_after)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[member, name, role ?? null, bannedUntil ?? null, mutedUntil ?? null],
      ...[admitted ? 1 : null, known ? 1 : null, readsAfter ?? null],
    );
    if (role !== this.hosts[member]) this.#hosts = undefined;
    this.#remember(member, standing);
  }

  *notable(): Iterable<readonly [MemberId, Standing]> {
    if (!this.#hasBegun()) return;
    const query = `
      SELECT * FROM standings
      WHERE role IS NOT NULL OR banned_until IS NOT NULL OR muted_until IS NOT NULL
        OR member IN (SELECT member FROM banned_addresses)`;
    for (const row of this.#sql.exec<StandingRow>(query)) yield [row.member, toStanding(row)];
  }

  get hosts(): Hosts {
    this.#hosts ??= this.#readHosts();
    return this.#hosts;
  }

  isBanned(address: string, now: number): boolean {
    if (!this.#hasBegun()) return false;
    return this.#has('SELECT 1 FROM banned_addresses WHERE address = ? AND until > ?', address, now);
  }

  banAddress(address: string, member: MemberId, until: number): void {
    const query = 'INSERT OR REPLACE INTO banned_addresses (address, member, until) VALUES (?, ?, ?)';
    this.#sql.exec(query, address, member, until);
  }

  hasBannedAddress(member: MemberId, now: number): boolean {
    return this.#has('SELECT 1 FROM banned_addresses WHERE member = ? AND until > ?', member, now);
  }

  unbanAddresses(member: MemberId): void {
    this.#sql.exec('DELETE FROM banned_addresses WHERE member = ?', member);
  }

  knowAuthors(before: number): void {
    this.#sql.exec(
      `WITH named AS (
         SELECT seq, author, name FROM messages WHERE at < ?1 UNION ALL
         SELECT seq, author, name FROM private_messages WHERE at < ?1
       )
       INSERT INTO standings (member, name, known)
       SELECT author, name, 1 FROM (${LAST_NAMES}) WHERE true
       ON CONFLICT (member) DO UPDATE SET known = 1 WHERE known IS NULL`,
      before,
    );
    this.reload();
  }

  openHistory(present: readonly Member[]): void {
    this.#sql.exec(
      `WITH named AS (
         SELECT seq, author, name FROM messages UNION ALL
         SELECT seq, author, name FROM private_messages UNION ALL
         SELECT ?2, value ->> 'id', value ->> 'name' FROM json_each(?1)
       )
       INSERT INTO standings (member, name, reads_after)
       SELECT author, name, 0 FROM (${LAST_NAMES}) WHERE true
       ON CONFLICT (member) DO UPDATE SET reads_after = 0 WHERE reads_after IS NULL`,
      JSON.stringify(present),
      Number.MAX_SAFE_INTEGER,
    );
    this.reload();
  }

  forgetAdmitted(): void {
    this.#sql.exec('UPDATE standings SET admitted = NULL WHERE admitted = 1');
    this.reload();
  }

  #readKeeping(): Keeping {
    const row = this.#hasBegun()
      ? this.#sql.exec<{ keeping: string | null }>('SELECT keeping FROM room').one()
      : undefined;
    return row?.keeping ? JSON.parse(row.keeping) : { settings: {}, keyGeneration: 0 };
  }

  #readHosts(): Hosts {
    if (!this.#hasBegun()) return {};
    const query = 'SELECT member, role FROM standings WHERE role IS NOT NULL ORDER BY member';
    const rows = this.#sql.exec<{ member: string; role: HostRole }>(query).toArray();
    return Object.fromEntries(rows.map(({ member, role }) => [member, role]));
  }

  #read(member: MemberId): Standing | undefined {
    const [row] = this.#sql.exec<StandingRow>('SELECT * FROM standings WHERE member = ?', member);
    return row && toStanding(row);
  }

  #remember(member: MemberId, standing: Standing | undefined): void {
    if (this.#standings.size >= REMEMBERED) this.#standings.clear();
    this.#standings.set(member, standing);
  }

  #has(query: string, ...bindings: SqlStorageValue[]): boolean {
    return this.#sql.exec(query, ...bindings).toArray().length > 0;
  }
}

function toStanding(row: StandingRow): Standing {
  return {
    name: row.name,
    ...(row.role !== null && { role: row.role }),
    ...(row.banned_until !== null && { bannedUntil: row.banned_until }),
    ...(row.muted_until !== null && { mutedUntil: row.muted_until }),
    ...(row.admitted !== null && { admitted: true }),
    ...(row.known !== null && { known: true }),
    ...(row.reads_after !== null && { readsAfter: row.reads_after }),
  };
}
