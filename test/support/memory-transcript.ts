import { limits } from '../../src/protocol/limits.ts';
import type {
  ChangeEvent,
  DeleteEvent,
  DurableEvent,
  LogEntry,
  Member,
  MemberId,
  Message,
  ModerationEvent,
} from '../../src/protocol/server-message.ts';
import { mayRead, type Readers, readersOf, type Viewer } from '../../src/room/readers.ts';
import type { Erased, Note, Transcript } from '../../src/room/transcript.ts';

type Stored = { readonly event: DurableEvent; readonly readers: Readers };

/** Keeps what was written and works out everything else each time it is asked. */
export class MemoryTranscript implements Transcript {
  log: string | null = null;
  readonly #entries: Stored[] = [];
  readonly #changes = new Map<number, ChangeEvent[]>();
  readonly #log: LogEntry[] = [];
  #expired = 0;
  expiredHead = 0;

  get head(): number {
    return this.#entries.length;
  }

  begin(log: string): void {
    if (this.log !== null) throw new Error('This transcript has begun already.');
    this.log = log;
  }

  append(message: Message): void {
    this.#push(message, readersOf(message));
  }

  change(event: ChangeEvent, readers: Readers): void {
    const target = this.message(event.target);
    if (!target || target.deleted) throw new Error(`No message stands at ${event.target}.`);
    this.#push(event, readers);
    this.#changes.set(event.target, [...this.#changesOf(event.target), event]);
  }

  moderate(event: ModerationEvent, by: Member, readers: Readers, { reason, erased }: Note = {}): void {
    this.#push(event, readers);
    const { type: _, ...entry } = event;
    this.#log.push({ ...entry, by, ...(reason && { reason }), ...(erased !== undefined && { erased }) });
  }

  noteDeletion({ seq, at, target }: DeleteEvent, by: Member, member: Member): void {
    this.#log.push({ seq, at, by, action: 'delete', member, target });
  }

  erase(author: MemberId, by: MemberId, at: number): readonly Erased[] {
    const own = this.all().filter(({ from, deleted }) => from.id === author && !deleted);
    return own.map((message) => {
      const event: DeleteEvent = { type: 'delete', seq: this.head + 1, target: message.seq, at, by };
      const readers = readersOf(message);
      this.change(event, readers);
      return { event, readers };
    });
  }

  expire(at: number): number | undefined {
    const old = this.all().filter((message) => message.at < at);
    const upTo = old.at(-1)?.seq;
    if (upTo === undefined) return undefined;
    this.#expired = upTo;
    this.expiredHead = this.head;
    return upTo;
  }

  transaction<Answer>(write: () => Answer): Answer {
    const [head, changes, log] = [this.head, [...this.#changes], this.#log.length];
    const [expired, expiredHead] = [this.#expired, this.expiredHead];
    try {
      return write();
    } catch (error) {
      this.#entries.length = head;
      this.#log.length = log;
      this.#changes.clear();
      for (const [target, made] of changes) this.#changes.set(target, made);
      this.#expired = expired;
      this.expiredHead = expiredHead;
      throw error;
    }
  }

  logBefore(seq: number): Iterable<LogEntry> {
    return this.#log.filter((entry) => entry.seq < seq).reverse();
  }

  get oldestAt(): number | undefined {
    return this.all()[0]?.at;
  }

  nameOf(author: MemberId): string | undefined {
    return this.all().findLast(({ from }) => from.id === author)?.from.name;
  }

  lastSentAt(author: MemberId, since: number): number | undefined {
    return this.all().findLast(({ from, at }) => from.id === author && at > since)?.at;
  }

  /** Whoever may read them. */
  all(): readonly Message[] {
    return this.#entries.flatMap((_, index) => this.message(index + 1) ?? []);
  }

  message(seq: number): Message | undefined {
    if (seq <= this.#expired) return undefined;
    const event = this.#entries[seq - 1]?.event;
    return event?.type === 'message' ? this.#asItStands(event) : undefined;
  }

  *messagesBefore(seq: number, viewer: Viewer): Iterable<Message> {
    for (let at = Math.min(seq - 1, this.head); at > 0; at--) {
      const message = this.message(at);
      if (message && mayRead(readersOf(message), viewer)) yield message;
    }
  }

  *messagesAfter(seq: number, viewer: Viewer): Iterable<Message> {
    for (let at = Math.max(seq + 1, 1); at <= this.head; at++) {
      const message = this.message(at);
      if (message && mayRead(readersOf(message), viewer)) yield message;
    }
  }

  *eventsAfter(seq: number, viewer: Viewer): Iterable<DurableEvent> {
    for (const { event, readers } of this.#entries.slice(Math.max(seq, 0))) {
      const isGone = event.type !== 'moderation' && subjectOf(event) <= this.#expired;
      if (isGone || !mayRead(readers, viewer)) continue;
      if (event.type === 'message') {
        const { reactions: _, reactionCounts: __, ...message } = this.#asItStands(event);
        yield message;
      } else if (event.type === 'edit' && this.#isDeleted(event.target)) {
        yield { ...event, text: '' };
      } else {
        yield event;
      }
    }
  }

  hasReaction(target: number, emoji: string, member: MemberId): boolean {
    return this.#reactors(target).get(emoji)?.has(member) ?? false;
  }

  *sentBy(author: MemberId, floor: number, ceiling: number): Iterable<Pick<Message, 'id' | 'seq'>> {
    for (const { id, seq, from } of this.messagesBefore(ceiling + 1, author)) {
      if (seq <= floor) return;
      if (from.id === author) yield { id, seq };
    }
  }

  #push(event: DurableEvent, readers: Readers): void {
    if (this.log === null) throw new Error('This transcript has not begun.');
    if (event.seq !== this.head + 1) throw new Error(`After ${this.head} comes not ${event.seq}.`);
    this.#entries.push({ event, readers });
  }

  #changesOf(target: number): readonly ChangeEvent[] {
    return this.#changes.get(target) ?? [];
  }

  #isDeleted(target: number): boolean {
    return this.#changesOf(target).some(({ type }) => type === 'delete');
  }

  #asItStands(message: Message): Message {
    const { text, ...bare } = message;
    const edits = this.#changesOf(message.seq).filter((change) => change.type === 'edit');
    const last = edits.at(-1);
    const edited = last ? { edited: last.at } : {};
    if (this.#isDeleted(message.seq)) return { ...bare, ...edited, deleted: true };
    return { ...bare, ...edited, text: last?.text ?? text ?? '', ...this.#reactionsOf(message.seq) };
  }

  #reactionsOf(target: number): Pick<Message, 'reactions' | 'reactionCounts'> {
    const held = [...this.#reactors(target)].filter(([, members]) => members.size > 0);
    const most = limits.reactorsListed;
    const crowded = held.filter(([, members]) => members.size > most);
    return {
      ...(held.length > 0 && {
        reactions: Object.fromEntries(held.map(([emoji, members]) => [emoji, [...members].slice(0, most)])),
      }),
      ...(crowded.length > 0 && {
        reactionCounts: Object.fromEntries(crowded.map(([emoji, members]) => [emoji, members.size])),
      }),
    };
  }

  #reactors(target: number): Map<string, Set<MemberId>> {
    const reactors = new Map<string, Set<MemberId>>();
    for (const change of this.#changesOf(target)) {
      if (change.type === 'delete') reactors.clear();
      if (change.type !== 'reaction') continue;
      const members = reactors.get(change.emoji) ?? new Set();
      if (change.on) members.add(change.by);
      else members.delete(change.by);
      reactors.set(change.emoji, members);
    }
    return reactors;
  }
}

const subjectOf = (event: DurableEvent) => ('target' in event ? event.target : event.seq);
