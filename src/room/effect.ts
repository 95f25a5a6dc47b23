import type { Refusal } from '../protocol/codes.ts';
import type { Member } from '../protocol/server-message.ts';
import type { Delivery } from './delivery.ts';

/** Names one live socket for as long as it lives, hibernation included. */
export type ConnectionId = string;

/** Who sits on a connection since its join. */
export interface Seat {
  readonly member: Member;
  /** Which number it has among those who came into view; none in a crowd for who is not. */
  readonly inView?: number;
}

/** All that a room knows of a connection, and all that must outlive hibernation with it. */
export interface ConnectionState {
  /** Unix time in ms. */
  readonly connectedAt: number;
  /** H3: a keyed hash of where it comes from, where the platform tells. */
  readonly address?: string;
  /** F5: Unix times in ms of its bad frames within the last minute. */
  readonly faults: readonly number[];
  readonly seat?: Seat;
}

/** To some connections, or to everybody who has joined except some. */
export type Recipients = readonly ConnectionId[] | { readonly except: readonly ConnectionId[] };

/** What the room wants done, in this order. It does nothing of it itself. */
export type Effect =
  | { readonly do: 'tell'; readonly to: Recipients; readonly message: Delivery }
  | {
      readonly do: 'close';
      readonly connection: ConnectionId;
      readonly code: number;
      readonly reason: string;
    }
  | { readonly do: 'keep'; readonly connection: ConnectionId; readonly state: ConnectionState }
  /** H10: all that is stored is to be deleted, and the room to begin anew. */
  | { readonly do: 'destroy' };

/** What comes of a command: its effects, or why it has none. */
export type Outcome = readonly Effect[] | Refusal;

/** Whether what was asked was refused; an outcome, a member or a message has no code. */
export const isRefusal = <Found extends object>(answer: Found | Refusal): answer is Refusal =>
  'code' in answer;

export function tell(to: Recipients, message: Delivery): Effect {
  return { do: 'tell', to, message };
}

export const EVERYONE: Recipients = { except: [] };
