import { computed, type ReadonlySignal } from '@preact/signals';
import type { RoomState } from '../../client/state.ts';
import { meantBy } from '../../protocol/address.ts';
import { nameKey } from '../../protocol/display-name.ts';
import { type Mention, mentionsIn } from '../../protocol/mentions.ts';
import type { MemberId, Message } from '../../protocol/server-message.ts';

/** What calls on this reader: by the name that they have now, as long as nobody else here is meant by it. */
export class Mentions {
  readonly #self: ReadonlySignal<MemberId | undefined>;
  readonly #holders: ReadonlySignal<ReadonlyMap<string, MemberId>>;

  constructor(state: ReadonlySignal<RoomState>) {
    const members = computed(() => state.value.members);
    this.#self = computed(() => state.value.self?.id);
    this.#holders = computed(() => new Map(members.value.map(({ id, name }) => [nameKey(name), id])));
  }

  /** Where a text does so. */
  inText(text: string): readonly Mention<MemberId>[] {
    const self = this.#self.value;
    if (self === undefined || !text.includes('@')) return [];
    return mentionsIn(text, (name) => this.#holders.value.get(meantBy(name))).filter(({ of }) => of === self);
  }

  /** Whether somebody else's message does. */
  isIn({ from, text = '' }: Message): boolean {
    return from.id !== this.#self.value && this.inText(text).length > 0;
  }

  /** Whether it is for us more than for others: by name, or in private. */
  isForUs(message: Message): boolean {
    const isPrivate = message.to !== undefined && message.from.id !== this.#self.value;
    return !message.deleted && (isPrivate || this.isIn(message));
  }
}
