import { computed, type ReadonlySignal } from '@preact/signals';
import type { RoomState } from '../../client/state.ts';
import { meantBy } from '../../protocol/address.ts';
import { nameKey } from '../../protocol/display-name.ts';
import { type Mention, mentionsIn } from '../../protocol/mentions.ts';
import type { MemberId, Message } from '../../protocol/server-message.ts';

/** What calls on people, and on this reader: by the names that they have now, while they are here. */
export class Mentions {
  readonly #self: ReadonlySignal<MemberId | undefined>;
  readonly #holders: ReadonlySignal<ReadonlyMap<string, MemberId>>;

  constructor(state: ReadonlySignal<RoomState>) {
    const members = computed(() => state.value.members);
    this.#self = computed(() => state.value.self?.id);
    this.#holders = computed(() => new Map(members.value.map(({ id, name }) => [nameKey(name), id])));
  }

  /** Where a text calls on whom. */
  inText(text: string): readonly Mention<MemberId>[] {
    return text.includes('@') ? mentionsIn(text, (name) => this.#holders.value.get(meantBy(name))) : [];
  }

  /** Whether somebody else's message calls on us. */
  isIn({ from, text = '' }: Message): boolean {
    const self = this.#self.value;
    return from.id !== self && this.inText(text).some(({ of }) => of === self);
  }

  /** Whether it is for us more than for others: by name, or in private. */
  isForUs(message: Message): boolean {
    const isPrivate = message.to !== undefined && message.from.id !== this.#self.value;
    return !message.deleted && (isPrivate || this.isIn(message));
  }
}
