import { PRIVATE_PREFIX } from '../protocol/room-name.ts';
import type { MemberId } from '../protocol/server-message.ts';
import { LAST_TIME } from '../protocol/time.ts';
import { BASE36_LENGTH, base36, base64Url } from './encoding.ts';
import { Signer } from './signer.ts';

export interface PrivateRoom {
  readonly room: string;
  /** Proves, to that room alone, that its holder made it. */
  readonly ownerKey: string;
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
    return { room, ownerKey: await this.ownerKey(room, 0) };
  }

  /** A4: whether a canonical name that starts like a private room's was issued here. */
  async isIssued(room: string): Promise<boolean> {
    const random = room.slice(PRIVATE_PREFIX.length, -BASE36_LENGTH);
    return this.#signers.rooms.isSame(room, await this.#privateName(random));
  }

  /** H2. `generation` counts how often ownership was passed on. */
  async owns(room: string, ownerKey: string, generation = 0): Promise<boolean> {
    return this.#signers.owners.isSame(ownerKey, await this.ownerKey(room, generation));
  }

  /** H2: proves, to that room alone and until ownership is passed on, that its holder owns it. */
  async ownerKey(room: string, generation: number): Promise<string> {
    const signed = generation === 0 ? room : `${room} ${generation}`;
    return base64Url(await this.#signers.owners.sign(signed));
  }

  /** H2: whether that is the deployer's own key; never where none is set. */
  async isAdmin(adminKey: string | undefined, given: string): Promise<boolean> {
    return adminKey ? this.#signers.owners.isSame(given, adminKey) : false;
  }

  /** H5: opens that room to whoever shows it until then, Unix ms. */
  async invitation(room: string, until: number): Promise<string> {
    const ending = until.toString(36);
    return `${ending}.${base64Url(await this.#signers.invitations.sign(`${room} ${ending}`))}`;
  }

  async isInvited(room: string, invitation: string, now: number): Promise<boolean> {
    const until = Number.parseInt(invitation.split('.', 1)[0] ?? '', 36);
    if (!(until > now && until < LAST_TIME)) return false;
    return this.#signers.invitations.isSame(invitation, await this.invitation(room, until));
  }

  /** H3: a name for where somebody comes from that says nothing of it, and another in each room. */
  async addressIn(room: string, address: string): Promise<string> {
    return base64Url((await this.#signers.addresses.sign(`${room} ${address}`)).subarray(0, 16));
  }

  /** 128 random bits and 128 of their signature: 54 characters, of the 64 that a name may have. */
  async #privateName(random: string): Promise<string> {
    const signature = await this.#signers.rooms.sign(random);
    return PRIVATE_PREFIX + random + base36(signature.subarray(0, 16));
  }
}

const random128 = () => crypto.getRandomValues(new Uint8Array(16));
