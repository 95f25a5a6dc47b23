import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RoomClient } from '../../client/room-client.ts';
import type { RoomState } from '../../client/state.ts';
import { strings } from '../strings/strings.ts';
import type { Notice } from './notice.ts';
import type { Unread } from './unread.ts';

/** Unread messages that are loaded in one go, so that the line stands where one left off. */
const MOST_UNREAD = 500;

/** What of a visit to a room a way through its messages needs. */
interface Visit {
  readonly state: ReadonlySignal<RoomState>;
  /** The messages that there are to show. */
  readonly bySeq: ReadonlySignal<ReadonlyMap<number, unknown>>;
  readonly unread: Unread;
  readonly notice: Notice;
  readonly active: Signal<string | undefined>;
}

/** Where the reader goes among the messages, and what is loaded for that. */
export class Way {
  /** Rises when the timeline has to show its end, wherever it stands. */
  readonly toEnd = signal(0);
  /** The message to go to; a new object each time. */
  readonly target = signal<{ readonly seq: number } | undefined>(undefined);
  /** Where the way back leads, the last step last. */
  readonly trail = signal<readonly number[]>([]);
  /** Whether all that is unread is loaded. */
  readonly hasAllUnread = computed(() => {
    const { messages, hasOlder } = this.#visit.state.value;
    const line = this.#visit.unread.line.value ?? Number.POSITIVE_INFINITY;
    return !hasOlder || (messages[0]?.seq ?? 0) <= line + 1;
  });
  /** Whether all that is unread is loaded, or as much as is loaded of it. */
  readonly reachesUnread = computed(
    () => this.hasAllUnread.value || this.#visit.state.value.messages.length >= MOST_UNREAD,
  );
  /** Whether the newest were what somebody wanted last. */
  wantsLatest = false;
  readonly #visit: Visit;
  /** Whether somebody wanted to be somewhere. */
  #isLed = false;
  readonly #client: ReadonlySignal<RoomClient | undefined>;

  /** `client`: none before somebody joins. */
  constructor(visit: Visit, client: ReadonlySignal<RoomClient | undefined>) {
    this.#visit = visit;
    this.#client = client;
  }

  /** Goes to a message, however far back; `from` is where the way back is to lead. What is on the screen needs no line. */
  async show(seq: number, from?: number): Promise<void> {
    const { bySeq, notice } = this.#visit;
    const { notHere, notNow } = strings.messages;
    this.#isLed = true;
    this.wantsLatest = false;
    const answer = await this.#client.value?.show(seq).catch(() => undefined);
    if (answer === 'overtaken') return;
    if (answer !== 'shown' && !bySeq.value.has(seq)) return notice.say(answer ? notHere : notNow);
    if (from !== undefined) this.trail.value = [...this.trail.value, from];
    this.target.value = { seq };
  }

  goBack(): void {
    const seq = this.trail.value.at(-1);
    this.trail.value = this.trail.value.slice(0, -1);
    if (seq !== undefined) void this.show(seq);
  }

  showLatest(): void {
    this.wantsLatest = true;
    this.#client.value?.showLatest();
    this.trail.value = [];
    this.#visit.active.value = undefined;
    this.toEnd.value++;
  }

  /** This and the next may be called at every turn of the wheel. Without a line they are of no use, and tried again at the next turn. */
  loadOlder(): void {
    const isLive = this.#visit.state.value.line.state === 'live';
    if (isLive) this.#client.value?.loadOlder().then(this.reachUnread, () => {});
  }

  loadNewer(): void {
    this.#client.value?.loadNewer().catch(() => {});
  }

  settle(): void {
    this.#client.value?.settle();
  }

  /** Goes into the past for the line, where it lies further back than is loaded, and nobody wanted to be elsewhere. */
  async loadLine(): Promise<void> {
    if (this.hasAllUnread.value || this.#isLed) return;
    await this.#client.value?.show(this.#visit.unread.line.value ?? 0).catch(() => {});
  }

  /** Loads what is unread, page by page: each asks for the next only once it is done. */
  readonly reachUnread = (): void => {
    if (!this.reachesUnread.value && !this.#visit.state.value.past) this.loadOlder();
  };
}
