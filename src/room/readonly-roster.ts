import type { Member, MemberId } from '../protocol/server-message.ts';

/** Who is here, for whoever may look but not touch. */
export interface ReadonlyRoster {
  find(id: MemberId): Member | undefined;
  /** J4: who goes by that name, compared as names are. */
  named(name: string): Member | undefined;
  /** At most 200; `self`, where given, among them. */
  list(self?: Member): readonly Member[];
}
