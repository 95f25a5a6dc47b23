import { meantBy } from '../protocol/address.ts';
import { freeName, nameKey } from '../protocol/display-name.ts';
import { limits } from '../protocol/limits.ts';
import type { Member, MemberId } from '../protocol/server-message.ts';
import type { ConnectionId } from './effect.ts';
import type { ReadonlyRoster } from './readonly-roster.ts';

interface Present {
  member: Member;
  readonly connections: Set<ConnectionId>;
}

/**
 * Who is here: each member once, however many connections it holds (J7). Up to 200 are in view, which is everybody where
 * there are no more; in a crowd it is those who came first and those who have a part in the talk since. The others are
 * a number.
 */
export class Roster implements ReadonlyRoster {
  readonly #present = new Map<MemberId, Present>();
  readonly #holders = new Map<string, MemberId>();
  /** By id, the number that each got when it came into view. */
  readonly #view = new Map<MemberId, number>();
  #lastInView = 0;
  #shown: MemberId[] = [];

  get count(): number {
    return this.#present.size;
  }

  find(id: MemberId): Member | undefined {
    return this.#present.get(id)?.member;
  }

  ids(): readonly MemberId[] {
    return [...this.#present.keys()];
  }

  all(): readonly Member[] {
    return [...this.#present.values()].map(({ member }) => member);
  }

  connectionsOf(id: MemberId): readonly ConnectionId[] {
    return [...(this.#present.get(id)?.connections ?? [])];
  }

  named(name: string): Member | undefined {
    const id = this.#holders.get(meantBy(name));
    return id === undefined ? undefined : this.find(id);
  }

  get isCrowd(): boolean {
    return this.count > limits.rosterMost;
  }

  /** The number that it got when it came into view; undefined where it is not. */
  placeInView(id: MemberId): number | undefined {
    return this.#view.get(id);
  }

  /** J6: everybody, or in a crowd those who came into view last; `self`, if given, among them, be it here yet or not. */
  list(self?: Member): readonly Member[] {
    const own = self ? [self] : [];
    const inOrder = [...this.#view].sort(([, one], [, other]) => one - other).map(([id]) => id);
    const others = inOrder.filter((id) => id !== self?.id).slice(own.length - limits.rosterMost);
    return [...others.flatMap((id) => this.find(id) ?? []), ...own];
  }

  /** J4: `wanted`, or with a number where somebody other than `self` holds it. */
  freeName(wanted: string, self: MemberId): string {
    return freeName(wanted, (name) => {
      const holder = this.#holders.get(nameKey(name));
      return holder !== undefined && holder !== self;
    });
  }

  /** Seats a member. A name that differs renames it. It comes into view where there is room. */
  enter(connection: ConnectionId, member: Member): void {
    const present = this.#present.get(member.id);
    if (present) {
      present.connections.add(connection);
      this.rename(member);
      return;
    }
    this.#present.set(member.id, { member, connections: new Set([connection]) });
    this.#holders.set(nameKey(member.name), member.id);
    if (this.#view.size < limits.rosterMost) this.#view.set(member.id, ++this.#lastInView);
  }

  /** Seats a member as it was kept: with the number that it had in view, or out of it. */
  restore(connection: ConnectionId, member: Member, place: number | undefined): void {
    this.enter(connection, member);
    if (place === undefined) this.#view.delete(member.id);
    else this.#view.set(member.id, place);
    this.#lastInView = Math.max(this.#lastInView, place ?? 0);
  }

  /** Shows everybody a member who is here and out of view. */
  bringIntoView(id: MemberId): void {
    if (this.#view.has(id) || !this.#present.has(id)) return;
    this.#view.set(id, ++this.#lastInView);
    this.#shown.push(id);
  }

  /** Those who were brought into view since this was last asked: the others are to be told. */
  takeShown(): readonly Member[] {
    const shown = this.#shown;
    this.#shown = [];
    return shown.flatMap((id) => this.find(id) ?? []);
  }

  rename(member: Member): void {
    const present = this.#present.get(member.id);
    if (!present) return;
    this.#holders.delete(nameKey(present.member.name));
    this.#holders.set(nameKey(member.name), member.id);
    present.member = member;
  }

  /** Frees one connection; tells whether it was the member's last. Somebody else may come into view for it. */
  exit(connection: ConnectionId, id: MemberId): boolean {
    const present = this.#present.get(id);
    if (!present?.connections.delete(connection) || present.connections.size > 0) return false;
    this.#present.delete(id);
    this.#holders.delete(nameKey(present.member.name));
    this.#view.delete(id);
    if (this.#view.size < limits.rosterMost) this.#showNext();
    return true;
  }

  #showNext(): void {
    if (this.#view.size === this.count) return;
    const next = this.#present.keys().find((id) => !this.#view.has(id));
    if (next !== undefined) this.bringIntoView(next);
  }
}
