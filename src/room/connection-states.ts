import { limits } from '../protocol/limits.ts';
import type { ConnectionId, ConnectionState } from './effect.ts';

/** What a room knows of each of its connections, and which of them have not joined. */
export class ConnectionStates {
  readonly #states = new Map<ConnectionId, ConnectionState>();
  readonly #strangers = new Set<ConnectionId>();

  get(connection: ConnectionId): ConnectionState | undefined {
    return this.#states.get(connection);
  }

  ids(): readonly ConnectionId[] {
    return [...this.#states.keys()];
  }

  set(connection: ConnectionId, state: ConnectionState): void {
    this.#states.set(connection, state);
    if (state.seat) this.#strangers.delete(connection);
    else this.#strangers.add(connection);
  }

  delete(connection: ConnectionId): void {
    this.#states.delete(connection);
    this.#strangers.delete(connection);
  }

  /** J1: those that have not joined in time. */
  overdue(now: number): readonly ConnectionId[] {
    return [...this.#strangers].filter((connection) => this.#dueAt(connection) <= now);
  }

  /** J1: when the next one will be, in Unix ms; undefined where all have joined. */
  nextOverdue(): number | undefined {
    if (this.#strangers.size === 0) return undefined;
    return Math.min(...[...this.#strangers].map((connection) => this.#dueAt(connection)));
  }

  #dueAt(connection: ConnectionId): number {
    return (this.#states.get(connection)?.connectedAt ?? 0) + limits.joinWithin;
  }
}
