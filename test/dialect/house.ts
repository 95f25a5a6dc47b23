import { expect } from 'vitest';
import type { Message } from '../../src/protocol/server-message.ts';
import { type Arrival, ClassicDevice, type ClassicFrame, NativeDevice } from '../support/room-devices.ts';
import { type Asking, RoomModel, type View } from '../support/room-model.ts';
import { RoomOfTongues } from '../support/room-tongues.ts';
import { type Aim, type Deed, SLOTS, type Slot, type Step } from './deeds.ts';

const isClassic = (slot: Slot) => slot.startsWith('classic');
const memberOf = (slot: Slot) => slot.split(' ')[0] ?? slot;

/** What a classic client is to have heard, lists of names apart. */
export type Expected = Omit<ClassicFrame, 'user_list'>;

const ERROR: Expected = { type: 'error', content: 'any' };
const HANDSHAKE: Expected = { type: 'handshake', content: 'done' };

/** Whom chance, which is 0 throughout, makes of who gives no name. */
const GUEST = 'Amber Badger';

/** The room, and beside it, said plainly, what is to come of what is done there. */
export class House {
  readonly room = new RoomOfTongues();
  readonly model = new RoomModel();
  readonly #natives: ReadonlyMap<Slot, NativeDevice>;
  readonly #classics: ReadonlyMap<Slot, ClassicDevice>;
  /** Everybody here: the name, by id. */
  readonly people = new Map<string, string>();
  /** S1: the name under which each message was sent. */
  readonly #authors = new Map<number, string>();
  /** What each classic connection is to have heard. */
  readonly expected = new Map<ClassicDevice, Expected[]>();

  constructor() {
    const [classic, native] = [SLOTS.filter(isClassic), SLOTS.filter((slot) => !isClassic(slot))];
    this.#natives = new Map(native.map((slot) => [slot, new NativeDevice(this.room, memberOf(slot))]));
    this.#classics = new Map(classic.map((slot) => [slot, new ClassicDevice(this.room)]));
    for (const slot of SLOTS) this.#come(slot, { name: 'Ann', kept: undefined, silent: false });
    this.#listen();
  }

  get natives(): readonly NativeDevice[] {
    return [...this.#natives.values()];
  }

  get classics(): readonly ClassicDevice[] {
    return [...this.#classics.values()];
  }

  get #devices(): readonly (NativeDevice | ClassicDevice)[] {
    return [...this.natives, ...this.classics];
  }

  takes({ slot, bare, ...deed }: Step): void {
    const device = this.#device(slot);
    if (deed.does === 'hibernate') this.room.hibernates();
    if (deed.does === 'come') this.#come(slot, deed);
    if (deed.does === 'go') this.#go(slot);
    if (deed.does === 'type' && device.dialect === 'native') device.types();
    if (deed.does === 'rename' && device.dialect === 'native') this.#rename(device, deed.name);
    if (deed.does === 'ask') this.#ask(device, deed, bare);
    this.room.now += 1;
    this.#listen();
  }

  /** What the member is to see: the model's view, under the names of then. */
  seenBy(member: string): View {
    const named = [...this.model.viewOf(member)].map(
      ([seq, message]) =>
        [seq, { ...message, from: { ...message.from, name: this.#authors.get(seq) ?? '' } }] as const,
    );
    return new Map(named);
  }

  #listen(): void {
    for (const device of this.#devices) device.listens();
  }

  #device(slot: Slot): NativeDevice | ClassicDevice {
    const device = this.#natives.get(slot) ?? this.#classics.get(slot);
    if (!device) throw new Error(`No device: ${slot}`);
    return device;
  }

  #come(slot: Slot, arrival: Arrival): void {
    this.#go(slot);
    const device = this.#device(slot);
    device.comes(arrival);
    if (device.dialect === 'classic') this.expected.set(device, [HANDSHAKE]);
    if (device.dialect === 'native' || !arrival.silent) this.#enter(device, arrival.name);
  }

  /** J4, J7: whoever was not here is told of, whoever goes by another name too. A classic client gets the history. */
  #enter(device: NativeDevice | ClassicDevice, wanted: string): void {
    const { member = '' } = device;
    const was = this.people.get(member);
    const name = this.#freeName(wanted, member);
    this.people.set(member, name);
    if (was === undefined) this.#announce({ type: 'login', content: name });
    else if (was !== name) this.#announce({ type: 'rename', content: name, from: was });
    if (device.dialect === 'native') return;
    for (const message of this.seenBy(member).values()) this.#expectMessage(device, message);
  }

  #go(slot: Slot): void {
    const device = this.#device(slot);
    const { member } = device;
    device.goes();
    if (device.dialect === 'classic') this.expected.delete(device);
    if (member === undefined || this.#isHere(member)) return;
    const name = this.people.get(member) ?? '';
    this.people.delete(member);
    this.#announce({ type: 'logout', content: name });
  }

  #isHere(member: string): boolean {
    return this.#devices.some((device) => device.member === member);
  }

  #rename(device: NativeDevice, wanted: string): void {
    const { member } = device;
    if (member === undefined) return;
    const was = this.people.get(member) ?? '';
    const name = this.#freeName(wanted, member);
    device.renames(wanted);
    this.people.set(member, name);
    if (name !== was) this.#announce({ type: 'rename', content: name, from: was });
  }

  #ask(
    device: NativeDevice | ClassicDevice,
    { asking, toSlots, aim }: Extract<Deed, { does: 'ask' }>,
    bare: boolean,
  ): void {
    const to = toSlots?.map((slot) => this.#memberAt(slot));
    const target = aim && this.#aimed(device.member, aim);
    if (device.dialect === 'native') this.#askNatively(device, completed(asking, to, target));
    else if (asking.does === 'send' && device.isThere) this.#say(device, asking.text, to?.[0], bare);
  }

  #aimed(member: string | undefined, { back, own }: Aim): number {
    const { events } = this.model;
    const messages = events.filter((event) => event.type === 'message');
    const meant = own ? messages.filter(({ from }) => from.id === member) : messages;
    return (back === 0 ? events.length : meant.at(-back)?.seq) ?? 0;
  }

  #askNatively(device: NativeDevice, asking: Asking): void {
    if (device.member === undefined) return;
    const before = this.model.events.length;
    const outcome = this.model.obey(device.member, asking, this.room.now);
    device.asks({ asking, bare: false });
    expect(device.answer).toBe(outcome);
    this.#tellSince(before);
  }

  /** C5, C6. */
  #say(device: ClassicDevice, text: string, recipient: string | undefined, bare: boolean): void {
    const address = recipient === undefined ? undefined : (this.people.get(recipient) ?? 'Nobody');
    const isEmpty = bare && address === undefined && text.trim() === '';
    device.asks({ asking: { does: 'send', text }, bare, ...(address !== undefined && { address }) });
    if (isEmpty) return;
    if (!this.people.has(device.member ?? '')) this.#enter(device, GUEST);
    const isLost = recipient !== undefined && address === 'Nobody';
    const before = this.model.events.length;
    const to = recipient === undefined ? {} : { to: [recipient] };
    const outcome = isLost
      ? 'not_found'
      : this.model.obey(device.member ?? '', { does: 'send', text, ...to }, this.room.now);
    if (typeof outcome === 'string') this.expected.get(device)?.push(ERROR);
    this.#tellSince(before);
  }

  /** Whoever sits there, or is to be thought of as sitting there: ids of somebody who is not here are taken, too. */
  #memberAt(slot: Slot | 'nobody'): string {
    return slot === 'nobody' ? 'nobody' : (this.#device(slot).member ?? slot);
  }

  #tellSince(before: number): void {
    for (const event of this.model.events.slice(before)) {
      if (event.type !== 'message') continue;
      this.#authors.set(event.seq, this.people.get(event.from.id) ?? '');
      for (const device of this.classics) {
        const message = this.seenBy(device.member ?? '').get(event.seq);
        if (message && this.people.has(device.member ?? '')) this.#expectMessage(device, message);
      }
    }
  }

  /** C3, C6. */
  #expectMessage(device: ClassicDevice, { from, text, to }: Message): void {
    if (text === undefined) return;
    const names = to?.map((id) => this.people.get(id) ?? 'somebody');
    const aside = names ? { private: true as const, to: names } : {};
    this.expected.get(device)?.push({ type: 'user', from: from.name, content: text, ...aside });
  }

  #announce(frame: Expected): void {
    for (const device of this.classics) {
      if (this.people.has(device.member ?? '')) this.expected.get(device)?.push(frame);
    }
  }

  #freeName(wanted: string, self: string): string {
    const taken = [...this.people].filter(([id]) => id !== self).map(([, name]) => name.toLowerCase());
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? wanted : `${wanted} ${number}`;
      if (!taken.includes(candidate.toLowerCase())) return candidate;
    }
  }
}

function completed(asking: Asking, to: readonly string[] | undefined, target: number | undefined): Asking {
  const aimed = target === undefined ? {} : asking.does === 'send' ? { replyTo: target } : { target };
  return { ...asking, ...aimed, ...(to && { to: [...new Set(to)] }) } as Asking;
}
