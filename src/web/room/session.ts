import { computed, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { RefusedError } from '../../client/refused-error.ts';
import type { HostAnswer, HostCommand, RoomClient } from '../../client/room-client.ts';
import { NOTHING_YET, type RoomState, type Slice } from '../../client/state.ts';
import { closeCodes, refusal } from '../../protocol/codes.ts';
import type { Member, Page } from '../../protocol/server-message.ts';
import type { HostSheetKind, HostVisit } from '../hosts/host-visit.ts';
import { kept, visited } from '../parts/kept.ts';
import { OnDemand } from '../parts/on-demand.ts';
import { whyNot } from '../parts/refusals.ts';
import { tabs } from '../parts/tabs.ts';
import { Composer } from './composer-state.ts';
import { Door } from './door.ts';
import { Mentions } from './mentions.ts';
import { Names } from './names.ts';
import { Notice } from './notice.ts';
import type { Target } from './purpose.ts';
import { isRenewed, renewPage } from './renewal.ts';
import { roomClient } from './room-client.ts';
import { type Entry, entryKey, isSent } from './rows.ts';
import { isShut, SeenKeeper } from './seen-keeper.ts';
import { Unread } from './unread.ts';
import { Way } from './way.ts';

const commands = new OnDemand(async () => (await import('../hosts/run-command.ts')).runCommand);

function newestKey({ messages, pending, self }: RoomState): string | undefined {
  const newest = pending.at(-1) ?? messages.at(-1);
  return newest && entryKey(newest, self?.id);
}

/** One visit to a room: what the client knows, and what only the page knows. Views read signals and call methods. */
export class RoomSession implements HostVisit {
  readonly room: string;
  readonly state: Signal<RoomState> = signal(NOTHING_YET);
  readonly door: Door;
  readonly way: Way;
  readonly composer: Composer;
  readonly unread: Unread;
  /** The message whose actions the keyboard reaches, by key; none means the newest. */
  readonly active = signal<string | undefined>(undefined);
  /** The message whose actions a tap has shown. */
  readonly tapped = signal<string | undefined>(undefined);
  readonly notice = new Notice();
  readonly names = new Names(this.state);
  readonly mentions = new Mentions(this.state);
  /** The messages to be shown: the newest, or a part of the past. */
  readonly shown = computed<Slice>(() => this.state.value.past ?? this.state.value);
  readonly isPast = computed(() => this.state.value.past !== undefined);
  readonly bySeq = computed(
    () =>
      new Map(
        [this.state.value, this.shown.value].flatMap(({ messages }) =>
          messages.map((message) => [message.seq, message] as const),
        ),
      ),
  );
  readonly selfId = computed(() => this.state.value.self?.id);
  /** Whether what is shown was not told by the room itself, which may have more to say. */
  readonly isPreview = computed(() => !this.state.value.self && this.#preview.value !== undefined);
  /** Whether it is known what the room holds. */
  readonly isRead = computed(() => this.state.value.self !== undefined || this.isPreview.value);
  /** Whether nothing more can be said here. */
  readonly isOver = computed(() => {
    const { line } = this.state.value;
    return line.state === 'ended' || (line.state === 'refused' && line.why.code !== 'bad_name');
  });
  /** Whether this person has joined, and can still say and do something here. */
  readonly takesPart = computed(() => this.selfId.value !== undefined && !this.isOver.value);
  readonly isHost = computed(() => (this.state.value.self?.role ?? 'member') !== 'member');
  /** Why the room takes no text of ours for now, in words; what knows them comes later, and sets it. */
  readonly whyNotWrite = signal<(() => string) | undefined>(undefined);
  /** What of a host's stands over the page. */
  readonly hostSheet = signal<HostSheetKind | undefined>(undefined);
  /** H4: until the room has said so itself, what it was called when we were last there. */
  readonly title = computed(() =>
    this.state.value.self ? this.state.value.settings.title : kept.title(this.room),
  );
  readonly activeKey = computed(() => this.active.value ?? newestKey(this.state.value));

  readonly #client = signal<RoomClient | undefined>(undefined);
  readonly #preview: Signal<Page | undefined> = signal(undefined);
  readonly #seen: SeenKeeper;

  constructor(room: string) {
    this.room = room;
    this.composer = new Composer(this);
    this.unread = new Unread(room, (message) => this.mentions.isForUs(message));
    tabs?.onWrite((key) => kept.isReadKey(key, room) && this.unread.lookElsewhere());
    this.#seen = new SeenKeeper(room);
    this.door = new Door(this.#client);
    this.way = new Way(this, this.#client);
  }

  /** Shows what a newcomer may read, or what was seen here last, until the room itself answers; at the message `seq`, where it is among it. */
  preview(page: Page, seq?: number): void {
    this.#preview.value = page;
    this.#take(this.state.value);
    if (seq !== undefined && this.bySeq.value.has(seq)) this.way.target.value = { seq };
  }

  join(name: string): void {
    this.leave();
    kept.keepName(name);
    const client = roomClient(this.room, name);
    client.subscribe((state) => this.#take(state));
    this.#client.value = client;
    client.open();
  }

  leave(): void {
    this.#client.value?.close();
  }

  wake(): void {
    this.#client.value?.wake();
  }

  /** Throws RefusedError where the text cannot be sent. */
  send(text: string, target: Target): void {
    this.#joined.send(text, target);
    this.unread.line.value = undefined;
    this.way.showLatest();
  }

  authorOf(entry: Entry): Member {
    return isSent(entry) ? entry.from : (this.state.value.self ?? { id: '', name: kept.name() ?? '' });
  }

  /** Section 9; rejects with a RefusedError. */
  async host<Command extends HostCommand>(command: Command): Promise<HostAnswer<Command>> {
    return this.#joined.host(command);
  }

  /** Does what a host has typed behind a slash; whether it was done. */
  async carryOut(text: string): Promise<boolean> {
    return (await (await commands.need())?.(this, text)) ?? false;
  }

  retry = (id: string) => this.#client.value?.retry(id);
  discard = (id: string) => this.#client.value?.discard(id);
  typing = (on: boolean): void => this.#client.value?.typing(on);
  /** Counts what is new as seen, where it is, or as missed. */
  see(isSeen: boolean): void {
    this.unread.update(this.state.value, isSeen);
    this.way.reachUnread();
  }

  /** R7; rejects with a RefusedError. Undefined where nobody has joined. */
  search = (query: string, before?: number) => this.#client.value?.search(query, before);
  edit = (seq: number, text: string) => this.#tell(this.#joined.edit(seq, text));
  remove = (seq: number) => this.#tell(this.#joined.remove(seq));
  react = (seq: number, emoji: string, on: boolean) => this.#tell(this.#joined.react(seq, emoji, on));

  /** Answers why it was not done. */
  rename = async (name: string): Promise<string | undefined> => {
    const problem = await whyNot(this.#joined.rename(name));
    if (problem === undefined) kept.keepName(name);
    return problem;
  };

  get #joined(): RoomClient {
    if (!this.#client.value) throw new RefusedError(refusal('not_joined'));
    return this.#client.value;
  }

  async #tell(doing: Promise<void>): Promise<boolean> {
    const problem = await whyNot(doing);
    if (problem !== undefined) this.notice.say(problem);
    return problem === undefined;
  }

  /** Of a room that was made here, once. */
  #showKey(): void {
    kept.keepIsNew(this.room, false);
    this.hostSheet.value = { kind: 'key' };
  }

  #take(state: RoomState): void {
    const { self, line } = this.state.value;
    const welcomed = self ? undefined : state.self;
    if (state.line.state === 'live' && line.state !== 'live') this.door.answer.value = undefined;
    if (isShut(state.line)) this.#preview.value = undefined;
    const preview = state.self ? undefined : this.#preview.value;
    this.state.value = preview ? { ...state, messages: preview.messages, hasOlder: preview.more } : state;
    if (welcomed) {
      kept.keepSelf(welcomed.id);
      kept.keepInvitation(this.room, '');
      if (kept.isNew(this.room)) this.#showKey();
      visited(this.room);
      isRenewed();
    }
    this.#seen.follow(state);
    if (state.line.state === 'ended' && state.line.code === closeCodes.outdated) renewPage();
  }
}

export const SessionContext = createContext<RoomSession | undefined>(undefined);

/** The visit that a view is part of. */
export function useSession(): RoomSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('This view belongs inside a room.');
  return session;
}
