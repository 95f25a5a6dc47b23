import type { Hosts, MemberId } from '../../src/protocol/server-message.ts';
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
        role || bannedUntil || mutedUntil || this.hasBannedAddress(member),
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

  hasBannedAddress(member: MemberId): boolean {
    return this.#addresses.some((banned) => banned.member === member);
  }

  unbanAddresses(member: MemberId): void {
    this.#addresses = this.#addresses.filter((banned) => banned.member !== member);
  }

  knowAuthors(before: number): void {
    for (const { from, at } of this.#transcript.all()) {
      if (at < before) this.#change(from.id, { name: from.name, known: true });
    }
  }

  openHistory(present: readonly MemberId[]): void {
    const writers = [...this.#transcript.all()].map(({ from }) => from.id);
    for (const id of new Set([...writers, ...present])) {
      this.#change(id, { name: '', ...this.of(id), readsAfter: this.of(id)?.readsAfter ?? 0 });
    }
  }

  forgetAdmitted(): void {
    for (const [member, { admitted: _, ...standing }] of this.#standings) {
      this.#standings.set(member, standing);
    }
  }

  #change(member: MemberId, standing: Standing): void {
    this.#standings.set(member, { ...this.of(member), ...standing });
  }
}
