import { isPrivateRoom, PRIVATE_PREFIX } from '../protocol/room-name.ts';
import type { MemberId } from '../protocol/server-message.ts';
import { LAST_TIME } from '../protocol/time.ts';
import { BASE36_LENGTH, base36, base64Url } from './encoding.ts';
import { Signer } from './signer.ts';

export interface PrivateRoom {
  readonly room: string;
  /** Proves, to that room alone, that its holder made it. */
  readonly ownerKey: string;
}

/** What of a room is signed with all that is given out for it, which is worth nothing once that is another. */
export interface Epoch {
  /** Canonical (A3). */
  readonly room: string;
  /** R2: made anew after the room was deleted; null where nobody has joined. */
  readonly log: string | null;
  /** H2: counts how often ownership was passed on. */
  readonly keyGeneration: number;
  /** H5: counts how often the room came to ask for something else of whoever enters. */
  readonly doorGeneration: number;
}

interface Signers {
  readonly tokens: Signer;
  readonly rooms: Signer;
  readonly owners: Signer;
  readonly invitations: Signer;
  readonly addresses: Signer;
}

/**
 * Issues and checks everything that Parlor signs; nothing of it is stored anywhere. What is shown is checked by
 * making it again and comparing in constant time, so that a single character makes another thing of it.
 */
export class Keyring {
  readonly #signers: Signers;

  private constructor(signers: Signers) {
    this.#signers = signers;
  }

  /** Each purpose has a key of its own, derived from the secret of the deployment. */
  static async from(secret: BufferSource): Promise<Keyring> {
    return new Keyring({
      tokens: await Signer.derive(secret, 'parlor token'),
      rooms: await Signer.derive(secret, 'parlor private room'),
      owners: await Signer.derive(secret, 'parlor owner key'),
      invitations: await Signer.derive(secret, 'parlor invitation'),
      addresses: await Signer.derive(secret, 'parlor address'),
    });
  }

  /** J3: a member nobody has been yet. */
  newMember(): MemberId {
    return base36(random128());
  }

  /** J3: what proves to be `member`, in every room, without an end date. */
  async tokenOf(member: MemberId): Promise<string> {
    return `${member}.${base64Url(await this.#signers.tokens.sign(member))}`;
  }

  /** J3: who shows this token, or undefined where nobody was given it. */
  async memberOf(token: string): Promise<MemberId | undefined> {
    const [member = ''] = token.split('.', 1);
    return (await this.#signers.tokens.isSame(token, await this.tokenOf(member))) ? member : undefined;
  }

  /** A4. */
  async newPrivateRoom(): Promise<PrivateRoom> {
    const room = await this.#privateName(base36(random128()));
    return { room, ownerKey: await this.#firstKey(room) };
  }

  /** A4: whether a canonical name that starts like a private room's was issued here. */
  async isIssued(room: string): Promise<boolean> {
    const random = room.slice(PRIVATE_PREFIX.length, -BASE36_LENGTH);
    return this.#signers.rooms.isSame(room, await this.#privateName(random));
  }

  /** A4, H2. */
  async owns(epoch: Epoch, ownerKey: string): Promise<boolean> {
    const { room, keyGeneration } = epoch;
    const mayBeFirst = isPrivateRoom(room) && keyGeneration === 0;
    const { owners } = this.#signers;
    if (mayBeFirst && (await owners.isSame(ownerKey, await this.#firstKey(room)))) return true;
    return owners.isSame(ownerKey, await this.ownerKey(epoch));
  }

  /** H2: proves, to that room alone and until ownership is passed on or the room deleted, that its holder owns it. */
  async ownerKey({ room, log, keyGeneration }: Epoch): Promise<string> {
    return base64Url(await this.#signers.owners.sign(`${room} ${log} ${keyGeneration}`));
  }

  /** H2: whether that is the deployer's own key; never where none is set. */
  async isAdmin(adminKey: string | undefined, given: string): Promise<boolean> {
    return adminKey ? this.#signers.owners.isSame(given, adminKey) : false;
  }

  /** H5: opens that room to whoever shows it until then, Unix ms, while it asks for what it asks for now. */
  async invitation({ room, log, doorGeneration }: Epoch, until: number): Promise<string> {
    const ending = until.toString(36);
    const signature = await this.#signers.invitations.sign(`${room} ${log} ${doorGeneration} ${ending}`);
    return `${ending}.${base64Url(signature)}`;
  }

  async isInvited(epoch: Epoch, invitation: string, now: number): Promise<boolean> {
    const until = Number.parseInt(invitation.split('.', 1)[0] ?? '', 36);
    if (!(until > now && until < LAST_TIME)) return false;
    return this.#signers.invitations.isSame(invitation, await this.invitation(epoch, until));
  }

  /** H3: a name for where somebody comes from that says nothing of it, and another in each room. */
  async addressIn(room: string, address: string): Promise<string> {
    return base64Url((await this.#signers.addresses.sign(`${room} ${address}`)).subarray(0, 16));
  }

  /** A4: made before there is anything of the room but its name. */
  async #firstKey(room: string): Promise<string> {
    return base64Url(await this.#signers.owners.sign(room));
  }

  /** 128 random bits and 128 of their signature: 54 characters, of the 64 that a name may have. */
  async #privateName(random: string): Promise<string> {
    const signature = await this.#signers.rooms.sign(random);
    return PRIVATE_PREFIX + random + base36(signature.subarray(0, 16));
  }
}

const random128 = () => crypto.getRandomValues(new Uint8Array(16));
