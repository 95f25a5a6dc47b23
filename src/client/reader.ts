import type {
  DurableEvent,
  ExpiredSignal,
  HostsSignal,
  Message,
  ModerationEvent,
  PageAnswer,
  Presence,
  Self,
  ServerMessage,
  Typing,
  Welcome,
} from '../protocol/server-message.ts';
import type { Cursor } from './cursor.ts';
import type { Requests } from './requests.ts';
import { applyPresence } from './roster.ts';
import type { Sender } from './sender.ts';
import type { RoomState, Slice } from './state.ts';
import type { Store } from './store.ts';
import { applyChanges, applyEvents, applyResume, refresh, type Timeline } from './timeline.ts';
import type { Typists } from './typists.ts';

interface Parts {
  readonly store: Store<RoomState>;
  readonly cursor: Cursor;
  readonly sender: Sender;
  readonly requests: Requests;
  readonly typists: Typists;
}

/** What everything that the room says means for what is shown, for the outbox and for what was asked. */
export class Reader {
  readonly #store: Store<RoomState>;
  readonly #cursor: Cursor;
  readonly #sender: Sender;
  readonly #requests: Requests;
  readonly #typists: Typists;

  constructor({ store, cursor, sender, requests, typists }: Parts) {
    this.#store = store;
    this.#cursor = cursor;
    this.#sender = sender;
    this.#requests = requests;
    this.#typists = typists;
  }

  /** J2, R1, R2. */
  welcome(welcome: Welcome): void {
    const { self, members, count, room, hosts = {} } = welcome;
    this.#cursor.welcomed(room);
    const { log, settings = {} } = room;
    this.#store.set({ self, log, members, count, hosts, settings });
    if (welcome.resumed) {
      this.#show(applyResume(this.#store.state.messages, welcome.events), welcome.events);
      this.#acknowledge(welcome.events);
    } else {
      this.#store.set({ messages: welcome.messages, hasOlder: welcome.more, past: undefined });
      this.#acknowledge(welcome.messages);
    }
  }

  /** The newest messages as `events` leave them; those change what is shown of the past as well. */
  #show(messages: Timeline, events: readonly DurableEvent[]): void {
    const { past } = this.#store.state;
    const changed = past && { past: { ...past, messages: applyChanges(past.messages, events) } };
    this.#store.set({ messages, ...changed });
  }

  /** Anything but a welcome or an error; what this version does not know is passed over (F3). */
  take(message: ServerMessage): void {
    switch (message.type) {
      case 'message':
      case 'edit':
      case 'delete':
      case 'reaction':
        this.#event(message);
        break;
      case 'presence':
        this.#presence(message);
        break;
      case 'typing':
        this.#typing(message);
        break;
      case 'page':
        this.#page(message);
        break;
      case 'moderation':
        this.#moderation(message);
        break;
      case 'hosts':
        this.#hosts(message);
        break;
      case 'expired':
        this.#expired(message);
        break;
      case 'done':
      case 'found':
      case 'log':
      case 'standings':
        this.#requests.answered(message);
        break;
      case 'welcome':
      case 'error':
        break;
      default:
        message satisfies never;
    }
  }

  /** H3: what was done to us changes what we may; the roles are told apart (H1). */
  #moderation(event: ModerationEvent): void {
    if (!this.#cursor.advance(event.seq)) return;
    const { self } = this.#store.state;
    const isOurs = self !== undefined && event.member?.id === self.id;
    this.#store.set({
      moderation: event,
      ...(event.settings && { settings: event.settings }),
      ...(isOurs && { self: withMute(self, event) }),
    });
  }

  /** H1. */
  #hosts({ hosts }: HostsSignal): void {
    const { self } = this.#store.state;
    this.#store.set({ hosts, ...(self && { self: { ...self, role: hosts[self.id] ?? 'member' } }) });
  }

  /** H9: nothing older can be loaded either. A past of which nothing is left is left. */
  #expired({ upTo }: ExpiredSignal): void {
    const { messages, hasOlder, past } = this.#store.state;
    const rest = (slice: Slice): Slice =>
      (slice.messages[0]?.seq ?? 0) > upTo
        ? slice
        : { messages: slice.messages.filter(({ seq }) => seq > upTo), hasOlder: false };
    const kept = past && rest(past);
    this.#store.set({ ...rest({ messages, hasOlder }), past: kept?.messages.length ? kept : undefined });
  }

  #event(event: DurableEvent): void {
    const isNews = this.#cursor.advance(event.seq);
    const { messages } = this.#store.state;
    this.#acknowledge([event]);
    if (isNews) {
      this.#show(applyEvents(messages, [event]), [event]);
      if (event.type === 'message') this.#typists.stopped(event.from.id);
      else this.#requests.answered(event);
    } else if (event.type === 'message') {
      this.#store.set({ messages: refresh(messages, event) });
    }
  }

  #presence(presence: Presence): void {
    const { self, members } = this.#store.state;
    const renamed = presence.changed?.find(({ id }) => id === self?.id);
    this.#store.set({
      members: applyPresence(members, presence, self?.id),
      count: presence.count,
      ...(self && renamed && { self: { ...self, name: renamed.name } }),
    });
    this.#typists.stopped(...(presence.left ?? []));
    // Two renames of one beat are told as one.
    while (this.#requests.answered(presence));
  }

  #typing({ id, on }: Typing): void {
    if (on && id !== this.#store.state.self?.id) this.#typists.started(id);
    else this.#typists.stopped(id);
  }

  #page(page: PageAnswer): void {
    if (this.#requests.answered(page)) this.#acknowledge(page.messages);
  }

  /** S1: our own copies, wherever they turn up. */
  #acknowledge(events: readonly (DurableEvent | Message)[]): void {
    const self = this.#store.state.self?.id;
    for (const event of events) {
      if (event.type === 'message' && event.from.id === self) this.#sender.acknowledged(event.id);
    }
  }
}

function withMute({ muted, ...self }: Self, { action, until }: ModerationEvent): Self {
  if (action === 'mute') return { ...self, muted: until === undefined ? {} : { until } };
  return muted && action !== 'unmute' ? { ...self, muted } : self;
}
