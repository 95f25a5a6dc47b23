import type { RoomClient } from '../../src/client/room-client.ts';
import type { Message } from '../../src/protocol/server-message.ts';
import type { Chance } from './chance.ts';

/** A change that is to be asked of the room: on which message, in the words of the reckoning, and how. */
export interface Asking {
  readonly seq: number;
  readonly what: string;
  readonly value: string;
  ask(): Promise<void>;
}

type Chooses = (client: RoomClient, recent: readonly Message[], chance: Chance) => Asking | undefined;

const EMOJI = ['👍', '🎉', '❤️'];

/** Changes to one of the messages in sight, by what is changed; undefined where there is none. */
export const messageChanges = {
  edit: (client, recent, chance) => {
    const message = ownAmong(client, recent, chance);
    if (!message) return undefined;
    const { seq } = message;
    const value = `${message.text?.replace(/ edited.*/, '')} edited ${chance.between(0, 1_000_000)}`;
    return { seq, what: 'edit', value, ask: () => client.edit(seq, value) };
  },
  delete: (client, recent, chance) => {
    const message = ownAmong(client, recent, chance);
    return message && { seq: message.seq, what: 'delete', value: '', ask: () => client.remove(message.seq) };
  },
  react: (client, recent, chance) => {
    const message = chance.pick(recent);
    const emoji = chance.pick(EMOJI) ?? '👍';
    const on = chance.next() < 0.7;
    if (!message) return undefined;
    const { seq } = message;
    return { seq, what: `react ${emoji}`, value: String(on), ask: () => client.react(seq, emoji, on) };
  },
} as const satisfies Record<string, Chooses>;

function ownAmong(client: RoomClient, recent: readonly Message[], chance: Chance): Message | undefined {
  const self = client.state.self?.id;
  return chance.pick(recent.filter(({ from, deleted }) => from.id === self && !deleted));
}
