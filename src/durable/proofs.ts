import { keyringOf, type SecretSource } from '../identity/keyring-of.ts';
import { hashPassword, isPassword } from '../identity/password.ts';
import { isPerson, type TurnstileSettings } from '../identity/turnstile.ts';
import type { ClientMessage, ClientMessageOf } from '../protocol/client-message.ts';
import type { Fault } from '../protocol/codec.ts';
import { refusal, withId } from '../protocol/codes.ts';
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

interface Frame {
  readonly connection: ConnectionId;
  /** Whether it holds a join. */
  readonly isJoining: boolean;
  /** Unix time in ms at which it came. */
  readonly now: number;
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
    const isJoining = commands.some(({ type }) => type === 'join');
    for (const command of commands)
      exchanged.push(await this.#exchange({ connection, isJoining, now }, command));
    return exchanged;
  }

  async #exchange(frame: Frame, command: ClientMessage | Fault): Promise<Command | Fault> {
    if (isOpen(command)) return command;
    const exchanged = await this.#exchangeSecrets(frame, command);
    return 'code' in exchanged ? withId(exchanged, command.id) : exchanged;
  }

  async #exchangeSecrets(
    frame: Frame,
    command: ClientMessageOf<'join' | 'settings'>,
  ): Promise<Command | Fault> {
    try {
      if (command.type === 'join') return await this.#join(frame, command);
      return await this.#settings(frame, command);
    } catch (error) {
      console.error('What was shown could not be checked:', error);
      return refusal('internal');
    }
  }

  async #join({ connection, now }: Frame, join: ClientMessageOf<'join'>): Promise<Command | Fault> {
    const { token, ownerKey, password, invitation, turnstile, ...rest } = join;
    const keyring = await keyringOf(this.#env);
    const known = token === undefined ? undefined : await keyring.memberOf(token);
    const member = known ?? keyring.newMember();
    const wait = this.#waitAtTheDoor(connection, join, known === undefined, now);
    if (wait > 0) return refusal('rate_limited', { retryAfter: wait });
    const isStranger = !known && !(await isPerson(this.#env, turnstile));
    // Cloudflare took its time, in which others may have tried from there.
    const keyWait = ownerKey === undefined ? 0 : this.room.keyWait(connection, Date.now());
    if (keyWait > 0) return refusal('rate_limited', { retryAfter: keyWait });
    const admission: Admission = {
      member,
      token: await keyring.tokenOf(member),
      ...(isStranger && { refused: needed('turnstile') }),
      ...(await this.#proved(join, now)),
    };
    if (ownerKey !== undefined && !admission.isOwner) this.room.tryAt('key', connection, Date.now());
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

  /** What holds of the room as it is at the end: where it has come to ask for something else meanwhile, all is proved anew. */
  async #proved(
    join: ClientMessageOf<'join'>,
    now: number,
  ): Promise<Required<Pick<Admission, 'isOwner' | 'hasPassword' | 'hasInvitation'>>> {
    const { ownerKey, password, invitation } = join;
    const { epoch, passwordHash } = this.room;
    const keyring = await keyringOf(this.#env);
    const proved = {
      isOwner:
        ownerKey !== undefined &&
        ((await keyring.isAdmin(this.#env.ADMIN_KEY, ownerKey)) || (await keyring.owns(epoch, ownerKey))),
      hasInvitation: invitation !== undefined && (await keyring.isInvited(epoch, invitation, now)),
      hasPassword:
        password !== undefined && passwordHash !== undefined && (await isPassword(password, passwordHash)),
    };
    const isSame = JSON.stringify(this.room.epoch) === JSON.stringify(epoch);
    return isSame ? proved : this.#proved(join, now);
  }

  /** H4, H5: a slow hash is made for those alone who may set a password, and as often as one may be tried. */
  async #settings(
    { connection, isJoining, now }: Frame,
    { password, ...settings }: ClientMessageOf<'settings'>,
  ): Promise<Command | Fault> {
    if (password === undefined) return settings;
    const role = this.room.roleOn(connection);
    // What one is by a join in the same frame, the room will know.
    if (role ? role !== 'owner' : !isJoining) return refusal(role ? 'forbidden' : 'not_joined');
    const wait = this.room.tryAt('change', connection, now);
    if (wait > 0) return refusal('rate_limited', { retryAfter: wait });
    return { ...settings, passwordHash: await hashPassword(password) };
  }

  get room(): Room {
    return this.#room();
  }
}
