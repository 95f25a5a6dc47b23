import type { Message } from '../../src/protocol/server-message.ts';
import type { DevServer } from '../support/dev-server.ts';

/** One folder for each schema that was ever written down, named by its newest step. */
export const STATES = new URL('states/', import.meta.url).pathname;

/** What a kept room was known to hold when it was kept. */
export interface Account {
  readonly room: string;
  /** J3: what proves who somebody is, by name. */
  readonly tokens: Readonly<Record<string, string>>;
  /** What a newcomer could read (R5). */
  readonly newcomer: readonly Message[];
  /** What each member saw, private messages among it. */
  readonly timelines: Readonly<Record<string, readonly Message[]>>;
  /** Since step 4: who the hosts are, by name, what the room is called, and the token of somebody banned. */
  readonly hosts?: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly banned?: string;
}

/** R5. */
export async function readAsNewcomer(server: DevServer, room: string): Promise<readonly Message[]> {
  const response = await fetch(`${server.origin}/api/rooms/${room}/messages?limit=100`);
  const { messages } = (await response.json()) as { messages: readonly Message[] };
  return messages;
}
