import type { ChangeEvent, DurableEvent, Message } from '../../src/protocol/server-message.ts';

/** What a member asks for; `since` means that it says it had nothing when it first sent this. */
export type Asking =
  | {
      readonly does: 'send';
      readonly text: string;
      readonly id?: string;
      readonly since?: boolean;
      readonly to?: readonly string[];
      readonly replyTo?: number;
    }
  | { readonly does: 'edit'; readonly target: number; readonly text: string }
  | { readonly does: 'delete'; readonly target: number }
  | { readonly does: 'react'; readonly target: number; readonly emoji: string; readonly on: boolean };

type Send = Extract<Asking, { does: 'send' }>;

/** Messages as they stand, by seq. */
export type View = ReadonlyMap<number, Message>;

/** A view once these events, or messages as they stand, were applied to it in order, as any client would. */
export function viewAfter(view: View, events: readonly DurableEvent[]): View {
  const after = new Map(view);
  for (const event of events) {
    if (event.type === 'message') {
      after.set(event.seq, event);
      continue;
    }
    if (event.type === 'moderation') continue;
    const message = after.get(event.target);
    if (message) after.set(event.target, messageAfter(message, event));
  }
  return after;
}

function messageAfter(message: Message, event: ChangeEvent): Message {
  if (message.deleted) return message;
  const { text: _, reactions = {}, ...bare } = message;
  switch (event.type) {
    case 'edit':
      return { ...message, text: event.text, edited: event.at };
    case 'delete':
      return { ...bare, deleted: true };
    case 'reaction': {
      const others = (reactions[event.emoji] ?? []).filter((id) => id !== event.by);
      const members = event.on ? [...others, event.by] : others;
      const { [event.emoji]: __, ...rest } = reactions;
      const all = members.length > 0 ? { ...rest, [event.emoji]: members } : rest;
      const { reactions: ___, ...plain } = message;
      return Object.keys(all).length > 0 ? { ...plain, reactions: all } : plain;
    }
  }
}

/** What a room is to do, said once more and plainly: events with those who may know of them. */
export class RoomModel {
  readonly events: DurableEvent[] = [];
  readonly #readers = new Map<number, readonly string[] | null>();

  viewOf(member: string | null, upTo = this.events.length): View {
    return viewAfter(
      new Map(),
      this.#seenBy(member).filter(({ seq }) => seq <= upTo),
    );
  }

  seqsFor(member: string): number[] {
    return this.#seenBy(member).map(({ seq }) => seq);
  }

  /** The seq of the event that answers, or the code that refuses; undefined where nothing changes. */
  obey(by: string, command: Asking, at: number): number | string | undefined {
    if (command.does === 'send') return this.#send(by, command, at);
    const { target } = command;
    const message = this.#visible(target, by);
    if (!message || (message.deleted && command.does !== 'delete')) return 'not_found';
    if (command.does !== 'react' && message.from.id !== by) return 'forbidden';
    const readers = this.#readers.get(target) ?? null;
    switch (command.does) {
      case 'delete':
        return message.deleted
          ? undefined
          : this.#add({ type: 'delete', seq: this.#next, target, at, by }, readers);
      case 'edit': {
        const text = command.text.trim();
        if (text === '') return 'empty';
        if (text === message.text) return undefined;
        return this.#add({ type: 'edit', seq: this.#next, target, text, at, by }, readers);
      }
      case 'react': {
        const { emoji, on } = command;
        if ((message.reactions?.[emoji] ?? []).includes(by) === on) return undefined;
        return this.#add({ type: 'reaction', seq: this.#next, target, emoji, by, on }, readers);
      }
    }
  }

  #send(by: string, { id, text: raw, to, replyTo }: Send, at: number): number | string {
    const earlier = this.events.find(
      (event) => event.type === 'message' && event.from.id === by && event.id === id,
    );
    if (id !== undefined && earlier) return earlier.seq;
    const readers = to ? [by, ...to] : null;
    if (replyTo !== undefined && !this.#mayReply(by, replyTo, readers)) return 'not_found';
    const text = raw.trim();
    if (text === '') return 'empty';
    const message: Message = {
      type: 'message',
      seq: this.#next,
      id: id ?? 'made',
      at,
      from: { id: by, name: by },
      text,
      ...(replyTo !== undefined && { replyTo }),
      ...(to && { to }),
    };
    return this.#add(message, readers);
  }

  #mayReply(by: string, replyTo: number, readers: readonly string[] | null): boolean {
    if (!this.#visible(replyTo, by)) return false;
    const original = this.#readers.get(replyTo) ?? null;
    return original === null || (readers?.every((id) => original.includes(id)) ?? false);
  }

  #visible(target: number, member: string): Message | undefined {
    return this.viewOf(member).get(target);
  }

  #seenBy(member: string | null): DurableEvent[] {
    return this.events.filter(({ seq }) => {
      const readers = this.#readers.get(seq) ?? null;
      return readers === null || (member !== null && readers.includes(member));
    });
  }

  #add(event: DurableEvent, readers: readonly string[] | null): number {
    this.events.push(event);
    this.#readers.set(event.seq, readers);
    return event.seq;
  }

  get #next(): number {
    return this.events.length + 1;
  }
}
