import type { Environment } from './environment.ts';
import type { OutboxStorage } from './outbox-files.ts';
import type { Tabs } from './tabs.ts';

/** What opens a room that is closed, makes its owner, or shows that one is a person (A4, H5, H7). */
export interface Keys {
  readonly ownerKey?: string | undefined;
  readonly password?: string | undefined;
  readonly invitation?: string | undefined;
  readonly turnstile?: string | undefined;
}

export interface RoomClientOptions extends Keys {
  /** The room's socket: ws(s)://host/api/rooms/<room>/socket */
  readonly url: string;
  /** The canonical name (A3); the outbox is kept under it. */
  readonly room: string;
  /** The name to ask for; after the first welcome it is the one that the room gave. */
  readonly name?: string;
  /** J3: who we are, if that is known. */
  readonly token?: string;
  /** Keeps what is not sent over a reload, such as `localStorage`. Where it throws, memory alone keeps it. */
  readonly storage: OutboxStorage;
  /** The pages that share the storage: each sends what was written in it, and what one leaves behind another sends. Absent: everything in it is ours to send. */
  readonly tabs?: Tabs;
  /** Messages that stay loaded of a long history; by default all that were. */
  readonly mostLoaded?: number;
  /** Told at each welcome, mostly the same one. */
  readonly onToken?: (token: string) => void;
  /** For tests. */
  readonly environment?: Partial<Environment>;
}
