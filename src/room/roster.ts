import { meantBy } from '../protocol/address.ts';
import { freeName, nameKey } from '../protocol/display-name.ts';
import { limits } from '../protocol/limits.ts';
import type { Member, MemberId } from '../protocol/server-message.ts';
import type { Directory } from './directory.ts';
import type { ConnectionId } from './effect.ts';

interface Present {
  member: Member;
  readonly connections: Set<ConnectionId>;
}

/** Who is here: each member once, however many connections it holds (J7). */
export class Roster implements Directory {
  readonly #present = new Map<MemberId, Present>();
  readonly #holders = new Map<string, MemberId>();

  get count(): number {
    return this.#present.size;
  }

  find(id: MemberId): Member | undefined {
    return this.#present.get(id)?.member;
  }

  connectionsOf(id: MemberId): readonly ConnectionId[] {
    return [...(this.#present.get(id)?.connections ?? [])];
  }

  named(name: string): Member | undefined {
    const id = this.#holders.get(meantBy(name));
    return id === undefined ? undefined : this.find(id);
  }

  /** J6: everybody, or in a crowd as many as are listed; `self`, if given, among them, be it here yet or not. */
  list(self?: Member): readonly Member[] {
    const own = self ? [self] : [];
    const listed: Member[] = [];
    for (const { member } of this.#present.values()) {
      if (listed.length + own.length === limits.rosterMost) break;
      if (member.id !== self?.id) listed.push(member);
    }
    return [...listed, ...own];
  }

  /** J4: `wanted`, or with a number where somebody other than `self` holds it. */
  freeName(wanted: string, self: MemberId): string {
    return freeName(wanted, (name) => {
      const holder = this.#holders.get(nameKey(name));
      return holder !== undefined && holder !== self;
    });
  }

  /** Seats a member; tells whether it was not here before. A name that differs renames it. */
  enter(connection: ConnectionId, member: Member): boolean {
    const present = this.#present.get(member.id);
    if (present) {
      present.connections.add(connection);
      this.rename(member);
      return false;
    }
    this.#present.set(member.id, { member, connections: new Set([connection]) });
    this.#holders.set(nameKey(member.name), member.id);
    return true;
  }

  rename(member: Member): void {
    const present = this.#present.get(member.id);
    if (!present) return;
    this.#holders.delete(nameKey(present.member.name));
    this.#holders.set(nameKey(member.name), member.id);
    present.member = member;
  }

  /** Frees one connection; tells whether it was the member's last. */
  exit(connection: ConnectionId, id: MemberId): boolean {
    const present = this.#present.get(id);
    if (!present?.connections.delete(connection) || present.connections.size > 0) return false;
    this.#present.delete(id);
    this.#holders.delete(nameKey(present.member.name));
    return true;
  }
}
