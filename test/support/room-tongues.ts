import type { DialectName } from '../../src/dialect/dialects.ts';
import { dialects } from '../../src/dialect/dialects.ts';
import type { ClientMessage, ClientMessageOf } from '../../src/protocol/client-message.ts';
import type { Fault } from '../../src/protocol/codec.ts';
import type { MemberId } from '../../src/protocol/server-message.ts';
import { type Command, joinedAlready } from '../../src/room/commands/dispatch.ts';
import type { ConnectionId, ConnectionState, Effect, Recipients } from '../../src/room/effect.ts';
import { Room } from '../../src/room/room.ts';
import { MemoryRegister } from './memory-register.ts';
import { MemoryTranscript } from './memory-transcript.ts';
import { NOON } from './room-builders.ts';

/** What rides on a socket, as text, so that nothing else outlives hibernation. */
type Attachment = { readonly dialect: DialectName; readonly state?: ConnectionState };

/** A room with lines to it that speak either dialect, frames being text, as the room's object has it. */
export class RoomOfTongues {
  readonly transcript = new MemoryTranscript();
  now = NOON;
  readonly #attachments = new Map<ConnectionId, string>();
  readonly #lines = new Map<ConnectionId, Line>();
  #made = 0;
  #room = this.#open();

  opens(dialect: DialectName): Line {
    const line = new Line(this, `socket-${++this.#made}`);
    this.#lines.set(line.connection, line);
    this.#attach(line.connection, { dialect });
    line.frames.push(...dialects[dialect].greeting);
    this.#perform(this.#room.connect(line.connection, this.now));
    return line;
  }

  /** Forgets all but the transcript and what rides on the sockets. */
  hibernates(): void {
    this.#room = this.#open();
    for (const connection of this.#attachments.keys()) {
      const { state } = this.#attachment(connection);
      if (state) this.#room.restore(connection, state);
    }
  }

  takes(line: Line, frame: string): void {
    const { connection } = line;
    const hasJoined = this.#room.hasJoined(connection);
    const dialect = dialects[this.#attachment(connection).dialect];
    const decoded = dialect.read(frame, { hasJoined, roster: this.#room.roster });
    if ('fault' in decoded) this.#perform(this.#room.refuse(connection, decoded.fault, this.now));
    else this.#perform(this.#room.receive(connection, this.#admitted(line, decoded.commands), this.now));
  }

  drops({ connection }: Line): void {
    this.#attachments.delete(connection);
    this.#lines.delete(connection);
    this.#perform(this.#room.leave(connection));
  }

  /** The first join gets in, as whom its token says or as somebody new. */
  #admitted(line: Line, commands: readonly (ClientMessage | Fault)[]): readonly (Command | Fault)[] {
    return commands.map((command) => {
      if (command.type !== 'join') return command;
      return line.member === undefined ? this.#admit(line, command) : joinedAlready(command);
    });
  }

  #admit(line: Line, { token, ownerKey: _, ...join }: ClientMessageOf<'join'>): Command {
    line.member = token ?? `guest-${++this.#made}`;
    return { ...join, admission: { member: line.member, token: line.member } };
  }

  #perform(effects: readonly Effect[]): void {
    for (const effect of effects) {
      if (effect.do === 'tell') this.#tell(effect);
      if (effect.do === 'keep') this.#keep(effect.connection, effect.state);
      if (effect.do === 'close') throw new Error(`Closed: ${effect.code} ${effect.reason}`);
    }
  }

  #tell({ to, message }: Extract<Effect, { do: 'tell' }>): void {
    for (const id of this.#recipients(to)) {
      const dialect = dialects[this.#attachment(id).dialect];
      this.#lines.get(id)?.frames.push(...dialect.write(message, this.#room.roster));
    }
  }

  #recipients(to: Recipients): readonly ConnectionId[] {
    if (!('except' in to)) return to;
    const joined = [...this.#attachments.keys()].filter((id) => this.#attachment(id).state?.seat);
    return joined.filter((id) => !to.except.includes(id));
  }

  #keep(connection: ConnectionId, state: ConnectionState): void {
    this.#attach(connection, { dialect: this.#attachment(connection).dialect, state });
  }

  #attach(connection: ConnectionId, attachment: Attachment): void {
    this.#attachments.set(connection, JSON.stringify(attachment));
  }

  #attachment(connection: ConnectionId): Attachment {
    return JSON.parse(this.#attachments.get(connection) ?? '{"dialect":"native"}');
  }

  #open(): Room {
    return new Room({
      name: 'lobby',
      transcript: this.transcript,
      register: ownedBySomebody(this.transcript),
      rates: { burst: 1_000_000, perSecond: 10 },
      chance: { id: () => `made-${++this.#made}`, random: () => 0 },
      report: (error) => {
        throw error;
      },
    });
  }
}

/** H1: whoever speaks first here is nobody in particular. */
function ownedBySomebody(transcript: MemoryTranscript): MemoryRegister {
  const register = new MemoryRegister(transcript);
  register.set('founder', { name: 'Founder', role: 'owner' });
  return register;
}

/** One socket, seen from its client. */
export class Line {
  readonly connection: ConnectionId;
  readonly frames: string[] = [];
  /** Who has joined on it. */
  member: MemberId | undefined;
  readonly #room: RoomOfTongues;

  constructor(room: RoomOfTongues, connection: ConnectionId) {
    this.#room = room;
    this.connection = connection;
  }

  says(frame: object | string): void {
    this.#room.takes(this, typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** What has come since it was last asked. */
  hears(): readonly unknown[] {
    return this.frames.splice(0).flatMap((frame) => JSON.parse(frame));
  }

  closes(): void {
    this.#room.drops(this);
  }
}
