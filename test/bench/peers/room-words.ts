/** Who sits on a socket; ids are as long as Parlor's. */
export interface Member {
  readonly id: string;
  readonly name: string;
}

/** What is stored of a message, and told. */
export interface Message {
  readonly type: 'message';
  readonly seq: number;
  readonly id: string;
  readonly at: number;
  readonly from: Member;
  readonly text: string;
}

export function newMember(url: string): Member {
  const id = crypto.randomUUID().replaceAll('-', '').slice(0, 25);
  return { id, name: new URL(url, 'http://room').searchParams.get('name') ?? 'Guest' };
}

/** The words of Parlor's welcome that say who one is; without roster and history. */
export function welcome(self: Member): string {
  return JSON.stringify({ type: 'welcome', self });
}

export function messageOf(frame: string, from: Member, seq: number): Message {
  const { id, text } = JSON.parse(frame);
  return { type: 'message', seq, id, at: Date.now(), from, text };
}
