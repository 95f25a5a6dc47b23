import { DurableObject } from 'cloudflare:workers';
import type { Dialect } from '../dialect/dialect.ts';
import { dialectFor, dialects } from '../dialect/dialects.ts';
import { ADDRESS_HEADER } from '../identity/address-header.ts';
import type { Epoch } from '../identity/keyring.ts';
import type { ClientMessage, PageRange } from '../protocol/client-message.ts';
import { type Fault, isTooLarge } from '../protocol/codec.ts';
import { closeCodes, refusal } from '../protocol/codes.ts';
import { limits, PING, PONG } from '../protocol/limits.ts';
import type { MemberId, Role } from '../protocol/server-message.ts';
import { type Command, joinedAlready } from '../room/commands/dispatch.ts';
import type { ConnectionId, Effect } from '../room/effect.ts';
import type { Visitor } from '../room/gate.ts';
import { type Act, Room } from '../room/room.ts';
import { Beat } from './beat.ts';
import { closeSocket } from './connection.ts';
import { Connections } from './connections.ts';
import type { DirectoryObject } from './directory-object.ts';
import { ExpiryAlarm } from './expiry-alarm.ts';
import { JoinTimer } from './join-timer.ts';
import { Lanes } from './lanes.ts';
import { Meter } from './meter.ts';
import { Outbox } from './outbox.ts';
import { isOpen, Proofs, type ProofVars } from './proofs.ts';
import { type RateVars, ratesOf } from './rates.ts';
import { Reporter } from './reporter.ts';
import { SqliteRegister } from './sqlite-register.ts';
import { SqliteTranscript } from './sqlite-transcript.ts';

/** Close codes that stand for the absence of a Close frame and cannot be sent. */
const NO_STATUS = 1005;
const ABNORMAL = [1006, 1015];

/** E1: where too much waits already for a join. */
const TOO_MANY = refusal('rate_limited', { retryAfter: 1_000 });

/** P1: ms without a ping or a word after which whoever has pinged before is taken for dead; pings come every 30 s. */
const SILENCE = 120_000;
const SWEEP_EVERY = 30_000;

interface RoomVars extends ProofVars, RateVars {
  readonly DIRECTORY: DurableObjectNamespace<DirectoryObject>;
}

/** The object of one room: hands frames to the room and carries out what it says. Decides nothing itself. */
export class RoomObject extends DurableObject<RoomVars> {
  #room: Room;
  readonly #proofs: Proofs;
  readonly #connections = new Connections();
  #outbox: Outbox;
  readonly #beat: Beat;
  readonly #lanes = new Lanes<ConnectionId>();
  readonly #meter: Meter;
  readonly #reporter: Reporter;
  readonly #joinTimer = new JoinTimer(() => this.#perform(this.#room.endOverdue(Date.now())));
  readonly #expiryAlarm: ExpiryAlarm;
  #sweptAt = 0;

  constructor(ctx: DurableObjectState, env: RoomVars) {
    super(ctx, env);
    // F6: answered without waking the object, so that an idle room costs nothing.
    ctx.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
    this.#meter = new Meter(ctx.storage);
    this.#room = this.#open();
    this.#expiryAlarm = new ExpiryAlarm(ctx.storage, () => this.#room);
    this.#reporter = new Reporter(ctx, {
      room: this.#room.name,
      meter: this.#meter,
      figures: () => this.#room.figures,
      directory: () => env.DIRECTORY.getByName('directory'),
    });
    this.#proofs = new Proofs(env, () => this.#room);
    for (const socket of ctx.getWebSockets()) this.#restore(socket);
    this.#outbox = new Outbox(this.#connections, this.#room.roster);
    this.#beat = new Beat(
      (most) => this.#tell(most),
      () => this.#connections.joined.size,
    );
    this.#joinTimer.setFor(this.#room.nextOverdue());
  }

  #open(): Room {
    const { tables } = this.#meter;
    const transcript: SqliteTranscript = new SqliteTranscript(tables, () => register.reload());
    const register = new SqliteRegister(tables, () => transcript.log !== null);
    return new Room({
      name: this.ctx.id.name ?? '',
      transcript,
      register,
      rates: ratesOf(this.env),
      chance: { id: () => crypto.randomUUID(), random: () => Math.random() },
      report: (error) => console.error('A command failed:', error),
    });
  }

  /** An upgrade that the Worker has found right (A2, A6). */
  override fetch(request: Request): Response {
    this.#meter.request();
    const dialect = dialectFor(request.headers.get('Sec-WebSocket-Protocol')) ?? 'native';
    const { subprotocol }: Dialect = dialects[dialect];
    const { 0: client, 1: server } = new WebSocketPair();
    const connection = crypto.randomUUID();
    this.ctx.acceptWebSocket(server);
    this.#connections.add(connection, server, dialect);
    const address = request.headers.get(ADDRESS_HEADER) ?? undefined;
    this.#perform(this.#room.connect(connection, Date.now(), address));
    return new Response(null, {
      status: 101,
      webSocket: client,
      headers: subprotocol === undefined ? {} : { 'Sec-WebSocket-Protocol': subprotocol },
    });
  }

  /** R5. */
  summary(visitor: Visitor): ReturnType<Room['summary']> {
    return this.#asked(() => this.#room.summary(visitor, Date.now()));
  }

  /** R5. */
  messages(range: PageRange, visitor: Visitor): ReturnType<Room['read']> {
    return this.#asked(() => this.#room.read(range, visitor, Date.now()));
  }

  /** H2, H5: what decides what a member is given over HTTP. */
  standingOf(member: MemberId): { readonly role: Role; readonly epoch: Epoch } {
    return this.#asked(() => ({ role: this.#room.roleOf(member), epoch: this.#room.epoch }));
  }

  /** D2: tells the directory now how the room stands. */
  report(): Promise<void> {
    return this.#asked(() => this.#reporter.report(Date.now()));
  }

  /** D3: answers whether there is such a room. */
  async lock(locked: boolean): Promise<boolean> {
    const isThere = this.#administer({ type: 'settings', locked });
    await this.#reporter.report(Date.now());
    return isThere;
  }

  /** D3: answers whether there was such a room. */
  async destroy(): Promise<boolean> {
    const wasThere = this.#administer({ type: 'destroy', room: this.#room.name });
    // Of one that is not there the directory may know all the same.
    await (wasThere ? this.#reporter.told : this.#reporter.forget());
    return wasThere;
  }

  /** H9. */
  override alarm(): void {
    this.#meter.request();
    this.#expiryAlarm.rang();
    this.#perform(this.#room.expire(Date.now()));
  }

  override webSocketMessage(socket: WebSocket, frame: string | ArrayBuffer): void | Promise<void> {
    const connection = this.#connections.idOf(socket);
    const now = Date.now();
    this.#connections.heard(connection, now);
    this.#meter.message();
    this.#sweep(now);
    const ahead = this.#lanes.lengthOf(connection);
    // What has to wait lies in memory until then.
    if (ahead > 0 && isTooLarge(frame)) return this.#refuse(connection, refusal('too_large'));
    if (ahead > limits.framesWaiting) return this.#refuse(connection, TOO_MANY);
    return this.#lanes.run(connection, () => this.#take(connection, frame));
  }

  override webSocketClose(socket: WebSocket, code: number, reason: string): void | Promise<void> {
    return this.#gone(socket, () => {
      if (!ABNORMAL.includes(code)) closeSocket(socket, code === NO_STATUS ? closeCodes.done : code, reason);
    });
  }

  override webSocketError(socket: WebSocket): void | Promise<void> {
    return this.#gone(socket, () => {});
  }

  #take(connection: ConnectionId, frame: string | ArrayBuffer): void | Promise<void> {
    // What was on its way when the connection was closed is nobody's to read.
    if (!this.#connections.find(connection)) return;
    const hasJoined = this.#room.hasJoined(connection);
    const situation = { hasJoined, roster: this.#room.roster };
    const decoded = this.#connections.dialectOf(connection).read(frame, situation);
    if ('fault' in decoded) return this.#refuse(connection, decoded.fault);
    const commands = onlyOneJoin(decoded.commands, hasJoined);
    if (commands.every(isOpen)) return this.#receive(connection, commands);
    return this.#proofs
      .all(connection, commands, Date.now())
      .then((exchanged) => this.#receive(connection, exchanged));
  }

  #refuse(connection: ConnectionId, why: Fault): void {
    this.#perform(this.#room.refuse(connection, why, Date.now()));
  }

  #receive(connection: ConnectionId, commands: readonly (Command | Fault)[]): void {
    this.#perform(this.#room.receive(connection, commands, Date.now()));
  }

  /** A call: counted, and no sign of life of the room. */
  #asked<Answer>(answer: () => Answer): Answer {
    this.#meter.request();
    const answered = answer();
    this.#meter.settle();
    return answered;
  }

  #administer(act: Act): boolean {
    const outcome = this.#asked(() => this.#room.administer(act, Date.now()));
    if ('code' in outcome) return false;
    this.#perform(outcome);
    return true;
  }

  #restore(socket: WebSocket): void {
    const state = this.#connections.restore(socket);
    if (state) this.#room.restore(this.#connections.idOf(socket), state);
  }

  /** A close may be what woke the object, and the closing socket is not always among those it is given back. */
  #gone(socket: WebSocket, then: () => void): void | Promise<void> {
    this.#restore(socket);
    const connection = this.#connections.idOf(socket);
    return this.#lanes.run(connection, () => {
      this.#connections.forget(connection);
      this.#perform(this.#room.leave(connection));
      then();
    });
  }

  /** Carries out what the room wants done, in order. What is to be told waits for the beat. */
  #perform(effects: readonly Effect[]): void {
    for (const effect of effects) this.#carryOut(effect);
    if (!this.#outbox.isEmpty) this.#beat.due();
    this.#joinTimer.setFor(this.#room.nextOverdue());
    this.#expiryAlarm.set();
    this.#meter.settle();
    this.#reporter.heed(Date.now());
  }

  #carryOut(effect: Effect): void {
    switch (effect.do) {
      case 'keep':
        if (this.#connections.keep(effect.connection, effect.state)) this.#outbox.arrived(effect.connection);
        break;
      case 'tell':
        this.#outbox.add(effect.to, effect.message);
        break;
      case 'close':
        this.#outbox.close(effect.connection, effect.code, effect.reason);
        this.#connections.retire(effect.connection);
        break;
      case 'destroy':
        this.#destroy();
    }
  }

  /** H10: those who were here have been closed; whoever comes finds a room that nobody has used. */
  #destroy(): void {
    this.#outbox.flush();
    void this.ctx.storage.deleteAll();
    this.#room = this.#open();
    this.#outbox = new Outbox(this.#connections, this.#room.roster);
    this.ctx.waitUntil(this.#reporter.forget());
  }

  #tell(most: number): boolean {
    const isUnderWay = this.#outbox.flush(most);
    this.#end(this.#connections.takeSlow(), 'Too slow a reader.');
    return isUnderWay;
  }

  /** 4503: whoever is there after all comes back and resumes. */
  #end(connections: readonly ConnectionId[], reason: string): void {
    for (const connection of connections) {
      this.#perform(this.#room.end(connection, closeCodes.restarting, reason));
    }
  }

  /** P1. Only while the room is awake anyway: it wakes for nobody's death. */
  #sweep(now: number): void {
    if (now - this.#sweptAt < SWEEP_EVERY) return;
    this.#sweptAt = now;
    const pingedAt = (socket: WebSocket) => this.ctx.getWebSocketAutoResponseTimestamp(socket);
    this.#end(this.#connections.silentSince(now - SILENCE, pingedAt), 'No sign of life.');
  }
}

/** J1: a second join is answered in the place of the first. */
function onlyOneJoin(commands: readonly (ClientMessage | Fault)[], hasJoined: boolean) {
  const first = hasJoined ? undefined : commands.find(({ type }) => type === 'join');
  return commands.map((command) =>
    command.type === 'join' && command !== first ? joinedAlready(command) : command,
  );
}
