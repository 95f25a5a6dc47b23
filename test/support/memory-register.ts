import type { Hosts, Member, MemberId } from '../../src/protocol/server-message.ts';
import type { Keeping, Register, Standing } from '../../src/room/register.ts';
import type { MemoryTranscript } from './memory-transcript.ts';

interface BannedAddress {
  readonly address: string;
  readonly member: MemberId;
  readonly until: number;
}

/** A register in plain maps. */
export class MemoryRegister implements Register {
  keeping: Keeping = { settings: {}, keyGeneration: 0 };
  readonly #standings = new Map<MemberId, Standing>();
  readonly #transcript: MemoryTranscript;
  #addresses: BannedAddress[] = [];

  constructor(transcript: MemoryTranscript) {
    this.#transcript = transcript;
  }

  keep(keeping: Keeping): void {
    this.keeping = keeping;
  }

  of(member: MemberId): Standing | undefined {
    return this.#standings.get(member);
  }

  set(member: MemberId, standing: Standing): void {
    this.#standings.set(member, standing);
  }

  notable(): Iterable<readonly [MemberId, Standing]> {
    return [...this.#standings].filter(
      ([member, { role, bannedUntil, mutedUntil }]) =>
        role || bannedUntil || mutedUntil || this.hasBannedAddress(member, 0),
    );
  }

  get hosts(): Hosts {
    const all = [...this.#standings].sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(all.flatMap(([member, { role }]) => (role ? [[member, role]] : [])));
  }

  isBanned(address: string, now: number): boolean {
    return this.#addresses.some((banned) => banned.address === address && banned.until > now);
  }

  banAddress(address: string, member: MemberId, until: number): void {
    const isSame = (banned: BannedAddress) => banned.address === address && banned.member === member;
    this.#addresses = [...this.#addresses.filter((banned) => !isSame(banned)), { address, member, until }];
  }

  hasBannedAddress(member: MemberId, now: number): boolean {
    return this.#addresses.some((banned) => banned.member === member && banned.until > now);
  }

  unbanAddresses(member: MemberId): void {
    this.#addresses = this.#addresses.filter((banned) => banned.member !== member);
  }

  knowAuthors(before: number): void {
    const early = this.#transcript.all().filter(({ at }) => at < before);
    for (const [id, name] of lastNames(early.map(({ from }) => from))) {
      this.#standings.set(id, { name, ...this.of(id), known: true });
    }
  }

  openHistory(present: readonly Member[]): void {
    const writers = this.#transcript.all().map(({ from }) => from);
    for (const [id, name] of lastNames([...writers, ...present])) {
      this.#standings.set(id, { name, readsAfter: 0, ...this.of(id) });
    }
  }

  forgetAdmitted(): void {
    for (const [member, { admitted: _, ...standing }] of this.#standings) {
      this.#standings.set(member, standing);
    }
  }
}

const lastNames = (members: readonly Member[]) => new Map(members.map(({ id, name }) => [id, name]));
