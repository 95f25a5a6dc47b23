import type { ReadonlySignal } from '@preact/signals';
import type { HostAnswer, HostCommand } from '../../client/room-client.ts';
import type { RoomState } from '../../client/state.ts';
import type { Member } from '../../protocol/server-message.ts';
import type { Notice } from '../room/notice.ts';

/** What of a visit to a room a host's tools need. */
export interface HostVisit {
  readonly room: string;
  readonly state: ReadonlySignal<RoomState>;
  readonly notice: Notice;
  /** Rejects with a RefusedError. */
  host<Command extends HostCommand>(command: Command): Promise<HostAnswer<Command>>;
}

/** What of a host's stands over the page: what can be done with a member, how the room is kept, or the key to be saved. */
export type HostSheetKind =
  | { readonly kind: 'manage'; readonly member: Member }
  | { readonly kind: 'room' }
  | { readonly kind: 'key' };
