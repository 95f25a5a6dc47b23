import type { MemberId, ServerMessage } from '../../src/protocol/server-message.ts';
import { type Asking, type View, viewAfter } from './room-model.ts';
import type { Line, RoomOfTongues } from './room-tongues.ts';

/** How a device comes: under a name; silently, where its dialect lets it. */
export interface Arrival {
  readonly name: string;
  /** How many events less than it had its cursor stands for; undefined where it has kept nothing. */
  readonly kept: number | undefined;
  readonly silent: boolean;
}

/** What is said, and, where that is private, in which words a dialect without ids is to name the first recipient. */
export interface Saying {
  readonly asking: Asking;
  readonly address?: string;
  readonly bare: boolean;
}

/** Frames of the classic dialect, as far as they tell of messages and of who is here. */
export interface ClassicFrame {
  readonly type: string;
  readonly content: string;
  readonly from?: string;
  readonly private?: true;
  readonly to?: readonly string[];
  readonly user_list?: readonly string[];
}

/** A client of the native dialect: keeps a timeline by its events, and comes back with a cursor. */
export class NativeDevice {
  readonly dialect = 'native';
  readonly #room: RoomOfTongues;
  readonly #member: MemberId;
  #line: Line | undefined;
  #cursor: number | undefined;
  view: View = new Map();
  people = new Map<MemberId, string>();
  count = 0;
  /** The cursor that this connection began with, and the seqs of what came over it since. */
  startedAt = 0;
  delivered: number[] = [];
  /** The code or the seq that answered the newest asking. */
  answer: number | string | undefined;

  constructor(room: RoomOfTongues, member: MemberId) {
    this.#room = room;
    this.#member = member;
  }

  /** Who sits here, joined. */
  get member(): MemberId | undefined {
    return this.#line?.member;
  }

  comes({ name, kept }: Arrival): void {
    const cursor = this.#cursor;
    this.#cursor = kept === undefined || cursor === undefined ? undefined : Math.max(0, cursor - kept);
    const log = this.#room.transcript.log;
    const claims = this.#cursor === undefined ? {} : { log, after: this.#cursor };
    this.#line = this.#room.opens('native');
    this.#line.says({ type: 'join', token: this.#member, name, ...claims });
  }

  goes(): void {
    this.#line?.closes();
    this.#line = undefined;
  }

  asks({ asking }: Saying): void {
    const { does, ...fields } = asking;
    const { since, ...rest } = { since: false, ...fields };
    this.listens();
    this.#line?.says({ type: does, ...rest, ...(since && { since: 0 }) });
    this.answer = answerIn(this.#line?.frames[0]);
  }

  renames(name: string): void {
    this.#line?.says({ type: 'rename', name });
  }

  types(): void {
    this.#line?.says({ type: 'typing', on: true });
  }

  listens(): void {
    for (const message of this.#line?.hears() ?? []) this.#takes(message as ServerMessage);
  }

  #takes(message: ServerMessage): void {
    if ('seq' in message) {
      if (message.seq > (this.#cursor ?? 0)) {
        this.delivered.push(message.seq);
        this.#cursor = message.seq;
      }
      this.view = viewAfter(this.view, [message]);
    }
    if (message.type === 'welcome') this.#begins(message);
    if (message.type === 'presence') this.#meets(message);
  }

  #begins({ resumed, events, messages, room, members, count }: Extract<ServerMessage, { type: 'welcome' }>) {
    if (resumed !== (this.#cursor !== undefined)) throw new Error('Resumed, or not, against expectation.');
    this.view = viewAfter(resumed ? this.view : new Map(), events ?? messages ?? []);
    this.startedAt = this.#cursor ?? room.head;
    this.delivered = (events ?? []).map(({ seq }) => seq);
    this.#cursor = room.head;
    this.people = new Map(members.map(({ id, name }) => [id, name]));
    this.count = count;
  }

  #meets({ joined = [], left = [], changed = [], count }: Extract<ServerMessage, { type: 'presence' }>) {
    for (const id of left) this.people.delete(id);
    for (const { id, name } of [...joined, ...changed]) this.people.set(id, name);
    this.count = count;
  }
}

function answerIn(frame: string | undefined): number | string | undefined {
  const answer: ServerMessage | undefined = frame === undefined ? undefined : JSON.parse(frame);
  if (answer?.type === 'error') return answer.code;
  return answer && 'seq' in answer ? answer.seq : undefined;
}

/** A classic client: keeps what it heard, and is somebody new each time. */
export class ClassicDevice {
  readonly dialect = 'classic';
  readonly #room: RoomOfTongues;
  #line: Line | undefined;
  /** What this connection heard, in order. */
  heard: ClassicFrame[] = [];

  constructor(room: RoomOfTongues) {
    this.#room = room;
  }

  get member(): MemberId | undefined {
    return this.#line?.member;
  }

  /** Whether it could speak. */
  get isThere(): boolean {
    return this.#line !== undefined;
  }

  comes({ name, silent }: Arrival): void {
    this.heard = [];
    this.#line = this.#room.opens('classic');
    if (!silent) this.#line.says({ type: 'login', content: name });
  }

  goes(): void {
    this.#line?.closes();
    this.#line = undefined;
  }

  /** C5, C6. */
  asks({ asking, address, bare }: Saying): void {
    if (asking.does !== 'send') throw new Error('A classic client can but send.');
    const text = address === undefined ? asking.text : `${addressed(address)} ${asking.text}`;
    this.#line?.says(bare ? text : { type: 'user', content: text });
  }

  listens(): void {
    this.heard.push(...((this.#line?.hears() ?? []) as ClassicFrame[]));
  }
}

const addressed = (name: string) => (/\s/.test(name) ? `@"${name}"` : `@${name}`);
