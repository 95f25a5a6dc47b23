import { aRoom, hibernate, type JoinFields, joinRoom } from './live-client.ts';
import { Eyes } from './live-eyes.ts';
import { ask } from './live-http.ts';

/** What nobody is to learn besides those whom it is for. */
export const secrets = {
  first: 'secret-as-first-said',
  edited: 'secret-as-edited',
  reply: 'secret-reply-to-a-secret',
  comment: 'secret-reply-to-what-is-public',
  reaction: '🦜',
  gone: 'secret-then-deleted',
  classic: 'secret-from-a-classic-client',
  unsent: 'secret-to-nobody-here',
  last: 'secret-at-the-very-end',
} as const;

export type Secret = keyof typeof secrets;

/** What everybody may read. */
export const PUBLIC = 'good-morning-all';

/** The ids under which Ann sent what is secret. */
export const SECRET_IDS = ['hidden-1', 'hidden-2', 'hidden-3'] as const;

/** Ann, Bob and Cleo talk aside; Cleo and Fred speak the classic dialect. */
export type Insider = 'ann' | 'bob' | 'cleo';
export type Outsider = 'eve' | 'owner' | 'guest' | 'fred' | 'newcomer' | 'anybody';

const NAMES = { ann: 'Annabel', bob: 'Bobadil', cleo: 'Cleopatra' } as const;

/**
 * A private room in which some talk aside while others look on. What is private comes first and last, so that it would
 * show in every `more`; among it is a message that was edited, answered and reacted on, and one that was deleted.
 */
export class Aside {
  readonly room: string;
  readonly #claims = new Map<string, JoinFields>();
  /** The eyes of those who were there throughout; of Ann and Bob those on a second device. */
  readonly #live = new Map<string, Eyes>();
  /** What only those who talk aside are to be told of, by seq: private messages, and what happened to them. */
  readonly hidden: readonly number[] = [1, 3, 4, 5, 7, 8, 9, 10, 12, 13, 18];
  /** Public messages that stand, a tombstone among them. */
  readonly messages: readonly number[] = [2, 6, 11, 16];
  readonly head = 18;
  log = '';
  /** Ids of those who talk aside; and of one whom they write to who has never been here. */
  ids: readonly string[] = [];
  absent = '';
  /** How many are here. */
  count = 0;

  private constructor(room: string) {
    this.room = room;
  }

  static async told({ thenHibernates = false } = {}): Promise<Aside> {
    const response = await ask('/api/rooms', { method: 'POST' });
    const { room, ownerKey } = await response.json<{ room: string; ownerKey: string }>();
    const aside = new Aside(room);
    await aside.#happens(ownerKey);
    if (thenHibernates) await hibernate(room);
    return aside;
  }

  get names(): readonly string[] {
    return Object.values(NAMES);
  }

  /** What this person shows to come back as who they are; nothing for who has never been here. */
  claims(who: Insider | Outsider): JoinFields {
    return this.#claims.get(who) ?? {};
  }

  /** New eyes. */
  eyes(): Eyes {
    return new Eyes(this.room);
  }

  /** The eyes of somebody who was there throughout. */
  live(who: Insider | Outsider): Eyes {
    const eyes = this.#live.get(who);
    if (!eyes) throw new Error(`${who} was not there.`);
    return eyes;
  }

  async #happens(ownerKey: string): Promise<void> {
    const absent = await joinRoom(aRoom());
    this.absent = absent.id;
    const ann = await this.#comes('ann', { name: NAMES.ann });
    const bob = await this.#comes('bob', { name: NAMES.bob });
    const eve = await this.#comes('eve', { name: 'Eve' });
    const owner = await this.#comes('owner', { name: 'Olga', ownerKey });
    await this.#comes('guest', {});
    const fred = await this.#watching('fred').logsIn('Fred');
    const cleo = await this.#watching('cleo').logsIn(NAMES.cleo);
    const { members, room, count } = (await this.eyes().joins(this.claims('ann'))).welcome;
    const cleoId = members.find(({ name }) => name === NAMES.cleo)?.id ?? '';
    this.ids = [ann.id, bob.id, cleoId];
    this.log = room.log;
    this.count = count;

    const to = [bob.id, cleoId, absent.id];
    await ann.posts(secrets.first, { id: SECRET_IDS[0], to }); // 1
    ann.says({ type: 'typing', on: true });
    await eve.posts(PUBLIC); // 2
    await bob.posts(secrets.reply, { to: [ann.id], replyTo: 1 }); // 3
    ann.says({ type: 'edit', target: 1, text: secrets.edited }); // 4
    await bob.hears({ type: 'edit', seq: 4 });
    bob.says({ type: 'react', target: 1, emoji: secrets.reaction, on: true }); // 5
    await bob.hears({ type: 'reaction', seq: 5 });
    fred.says('from a terminal'); // 6
    await ann.hears({ type: 'message', seq: 6 });
    await ann.posts(secrets.gone, { id: SECRET_IDS[1], to: [bob.id] }); // 7
    bob.says({ type: 'react', target: 7, emoji: secrets.reaction, on: true }); // 8
    await ann.hears({ type: 'reaction', seq: 8 });
    ann.says({ type: 'delete', target: 7 }); // 9
    await ann.hears({ type: 'delete', seq: 9 });
    cleo.says(`@${NAMES.ann} ${secrets.classic}`); // 10
    await ann.hears({ type: 'message', seq: 10 });
    cleo.says(`@Nobody ${secrets.unsent}`);
    await cleo.hears({ type: 'error' });
    await owner.posts('as you all know'); // 11
    await bob.posts(secrets.comment, { to: [ann.id], replyTo: 2 }); // 12
    await ann.posts(secrets.last, { id: SECRET_IDS[2], to }); // 13
    eve.says({ type: 'edit', target: 2, text: `${PUBLIC}!` }); // 14
    eve.says({ type: 'react', target: 6, emoji: '👍', on: true }); // 15
    await eve.posts('a slip'); // 16
    eve.says({ type: 'delete', target: 16 }); // 17
    await eve.hears({ type: 'delete', seq: 17 });
    ann.says({ type: 'react', target: 13, emoji: secrets.reaction, on: true }); // 18
    await ann.hears({ type: 'reaction', seq: 18 });
  }

  /** Somebody native: what it shows later, and a second connection that only watches. */
  async #comes(who: Insider | Outsider, fields: JoinFields) {
    const acting = await this.eyes().joins(fields);
    const claims = {
      token: acting.token,
      ...(fields.ownerKey !== undefined && { ownerKey: fields.ownerKey }),
    };
    this.#claims.set(who, claims);
    await this.#watching(who).joins(claims);
    return acting;
  }

  #watching(who: Insider | Outsider): Eyes {
    const eyes = this.eyes();
    this.#live.set(who, eyes);
    return eyes;
  }
}

/** Keys under which anybody is told who is here, and frames that are about somebody. */
const PRESENT = ['members', 'joined', 'left', 'changed', 'user_list'];
const SIGNALS = ['presence', 'typing', 'login', 'logout', 'rename'];
const POINTERS = ['seq', 'target', 'replyTo'];
/** Seqs in a transcript of text or HTML. */
const MENTION = /(?:id="m|"#m|\] #|re #)(?<seq>\d+)/g;

/** What in something that came before an outsider's eyes tells of the aside. */
export function leaksIn(seen: string, { hidden, ids, names, absent }: Aside): string[] {
  const leaks: string[] = [...Object.values(secrets), absent].filter((secret) => seen.includes(secret));
  const note = (key: string, value: unknown): unknown => {
    if (POINTERS.includes(key) && hidden.includes(value as number)) leaks.push(`${key}: ${value}`);
    if (key === 'to' || key === 'private') leaks.push(`${key}: ${JSON.stringify(value)}`);
    return PRESENT.includes(key) ? undefined : withoutSubject(value);
  };
  let bare = seen;
  try {
    bare = JSON.stringify(JSON.parse(seen), note) ?? '';
  } catch {
    for (const { groups } of seen.matchAll(MENTION)) note('seq', Number(groups?.seq));
  }
  leaks.push(...[...ids, ...names].filter((who) => bare.includes(who)));
  return leaks.map((leak) => `${leak} in ${seen.slice(0, 200)}`);
}

/** A signal without whom it is about: that somebody is here, or types, is told to all. */
function withoutSubject(value: unknown): unknown {
  if (!SIGNALS.includes((value as { type?: string } | null)?.type ?? '')) return value;
  const { id: _, content: __, from: ___, ...rest } = value as Record<string, unknown>;
  return rest;
}
