import type { Member, Presence, ServerMessage } from '../protocol/server-message.ts';

/** Who came, went or changed name: members whole, for dialects that know no ids. */
export interface News extends Omit<Presence, 'left' | 'changed'> {
  /** Who has been here and comes into view: for those who know ids, as good as joined. */
  readonly shown?: readonly Member[];
  readonly left?: readonly Member[];
  readonly changed?: readonly (Member & { readonly was: string })[];
}

/** What the room tells a connection, before a dialect has put it into its words. */
export type Delivery = Exclude<ServerMessage, Presence> | News;
