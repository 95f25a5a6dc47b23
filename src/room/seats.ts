import type { Member, MemberId } from '../protocol/server-message.ts';
import type { ConnectionStates } from './connection-states.ts';
import { type ConnectionId, type ConnectionState, type Effect, EVERYONE, tell } from './effect.ts';
import type { Roster } from './roster.ts';

/** Who sits on which connection, as it is kept for the time after hibernation. */
export class Seats {
  readonly #connections: ConnectionStates;
  readonly #roster: Roster;

  constructor(connections: ConnectionStates, roster: Roster) {
    this.#connections = connections;
    this.#roster = roster;
  }

  keep(connection: ConnectionId, state: ConnectionState): Effect {
    this.#connections.set(connection, state);
    return { do: 'keep', connection, state };
  }

  /** Seats a member who is here now on a connection. */
  take(connection: ConnectionId, state: ConnectionState, member: Member): Effect {
    const inView = this.#roster.placeInView(member.id);
    const seat = { member, ...(inView !== undefined && { inView }) };
    return this.keep(connection, { ...state, seat });
  }

  /** The seats of a member, where it goes by another name than they say, or has come into view. */
  update(id: MemberId): Effect[] {
    const member = this.#roster.find(id);
    return this.#roster.connectionsOf(id).flatMap((connection) => {
      const state = this.#connections.get(connection);
      const isAsKept = state?.seat?.member === member && state?.seat?.inView === this.#roster.placeInView(id);
      if (!member || !state?.seat || isAsKept) return [];
      return [this.take(connection, state, member)];
    });
  }

  /** P1: whoever has come into view in a crowd, for everybody to know, or those who are to be shown anyway. */
  shown(anyway: readonly Member[] = []): Effect[] {
    const fresh = this.#roster.takeShown();
    const shown = anyway.length > 0 ? anyway : fresh;
    if (shown.length === 0) return [];
    const seats = fresh.flatMap(({ id }) => this.update(id));
    return [...seats, tell(EVERYONE, { type: 'presence', shown, count: this.#roster.count })];
  }
}
