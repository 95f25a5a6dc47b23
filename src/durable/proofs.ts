import { keyringOf, type SecretSource } from '../identity/keyring-of.ts';
import { hashPassword, isPassword } from '../identity/password.ts';
import { isPerson, type TurnstileSettings } from '../identity/turnstile.ts';
import type { ClientMessage, ClientMessageOf } from '../protocol/client-message.ts';
import type { Fault } from '../protocol/codec.ts';
import { refusal } from '../protocol/codes.ts';
import type { Command } from '../room/commands/dispatch.ts';
import type { Admission, Join } from '../room/commands/join.ts';
import type { ConnectionId } from '../room/effect.ts';
import { needed } from '../room/gate.ts';
import type { Room } from '../room/room.ts';

/** Whether something that was said holds no secrets, and may be told to the room as it stands. */
export function isOpen(command: ClientMessage | Fault): command is Exclude<Command, Join> | Fault {
  return command.type !== 'join' && (command.type !== 'settings' || command.password === undefined);
}

/** What secrets are checked by. */
export interface ProofVars extends SecretSource, TurnstileSettings {
  readonly ADMIN_KEY?: string;
}

/** The edge of a room: exchanges the secrets that a client shows for what they prove. The only step that waits. */
export class Proofs {
  readonly #env: ProofVars;
  readonly #room: () => Room;

  constructor(env: ProofVars, room: () => Room) {
    this.#env = env;
    this.#room = room;
  }

  async all(
    connection: ConnectionId,
    commands: readonly (ClientMessage | Fault)[],
    now: number,
  ): Promise<readonly (Command | Fault)[]> {
    const exchanged: (Command | Fault)[] = [];
    for (const command of commands) exchanged.push(await this.#exchange(connection, command, now));
    return exchanged;
  }

  async #exchange(
    connection: ConnectionId,
    command: ClientMessage | Fault,
    now: number,
  ): Promise<Command | Fault> {
    try {
      if (command.type === 'join') return await this.#join(connection, command, now);
      if (command.type === 'settings') return await this.#settings(connection, command);
      return command;
    } catch (error) {
      console.error('What was shown could not be checked:', error);
      return refusal('internal', command.id === undefined ? {} : { id: command.id });
    }
  }

  async #join(
    connection: ConnectionId,
    join: ClientMessageOf<'join'>,
    now: number,
  ): Promise<Command | Fault> {
    const { token, ownerKey, password, invitation, turnstile, ...rest } = join;
    const keyring = await keyringOf(this.#env);
    const known = token === undefined ? undefined : await keyring.memberOf(token);
    const member = known ?? keyring.newMember();
    const wait = this.#waitAtTheDoor(connection, join, known === undefined, now);
    if (wait > 0) return refusal('rate_limited', { retryAfter: wait, ...(join.id && { id: join.id }) });
    const admission: Admission = {
      member,
      token: await keyring.tokenOf(member),
      isOwner: await this.#isOwner(connection, ownerKey, now),
      hasPassword: await this.#knowsPassword(password),
      hasInvitation: invitation !== undefined && (await keyring.isInvited(this.room.epoch, invitation, now)),
      ...(!known && !(await isPerson(this.#env, turnstile)) && { refused: needed('turnstile') }),
    };
    return { ...rest, admission };
  }

  /** Nothing that was tried too often is looked at: it would cost, and could be guessed. */
  #waitAtTheDoor(
    connection: ConnectionId,
    { ownerKey, password, turnstile }: ClientMessageOf<'join'>,
    isNew: boolean,
    now: number,
  ): number {
    const { room } = this;
    const asksPerson = isNew && turnstile !== undefined && this.#env.TURNSTILE_SECRET;
    return (
      (ownerKey === undefined ? 0 : room.keyWait(connection, now)) ||
      (password === undefined || !room.passwordHash ? 0 : room.tryAt('password', connection, now)) ||
      (asksPerson ? room.tryAt('person', connection, now) : 0)
    );
  }

  async #isOwner(connection: ConnectionId, ownerKey: string | undefined, now: number): Promise<boolean> {
    if (ownerKey === undefined) return false;
    const keyring = await keyringOf(this.#env);
    const isRight =
      (await keyring.isAdmin(this.#env.ADMIN_KEY, ownerKey)) ||
      (await keyring.owns(this.room.epoch, ownerKey));
    if (!isRight) this.room.tryAt('key', connection, now);
    return isRight;
  }

  /** H5: a slow hash is made of each that is tried. */
  async #knowsPassword(password: string | undefined): Promise<boolean> {
    const hash = this.room.passwordHash;
    return password !== undefined && hash !== undefined && isPassword(password, hash);
  }

  /** H4: for those who may not set one, nothing is hashed. */
  async #settings(
    connection: ConnectionId,
    { password, ...settings }: ClientMessageOf<'settings'>,
  ): Promise<Command> {
    if (password === undefined || this.room.roleOn(connection) !== 'owner') return settings;
    return { ...settings, passwordHash: await hashPassword(password) };
  }

  get room(): Room {
    return this.#room();
  }
}
