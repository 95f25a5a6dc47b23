import { computed, type ReadonlySignal } from '@preact/signals';
import type { RoomState } from '../../client/state.ts';
import type { Member, MemberId } from '../../protocol/server-message.ts';
import { strings } from '../strings/strings.ts';

/** What people are called: as they are here, else as they last wrote under, ourselves "you". */
export class Names {
  readonly #known: ReadonlySignal<ReadonlyMap<MemberId, string>>;

  constructor(state: ReadonlySignal<RoomState>) {
    this.#known = computed(() => {
      const { messages, members, self } = state.value;
      const known = new Map(messages.map(({ from }) => [from.id, from.name]));
      for (const { id, name } of members) known.set(id, name);
      return self ? known.set(self.id, strings.people.you) : known;
    });
  }

  of(id: MemberId, otherwise: string = strings.people.somebody): string {
    return this.#known.value.get(id) ?? otherwise;
  }

  /** `others` are people of whom no more is known than how many they are. */
  list(ids: readonly MemberId[], others = 0): string {
    const known = ids.map((id) => this.of(id));
    return strings.people.list(others > 0 ? [...known, strings.people.others(others)] : known);
  }

  /** Of people whom we know by name, should nothing newer be known. */
  listOf(people: readonly Member[]): string {
    return strings.people.list(people.map(({ id, name }) => this.of(id, name)));
  }
}
