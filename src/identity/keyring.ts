import { PRIVATE_PREFIX } from '../protocol/room-name.ts';
import type { MemberId } from '../protocol/server-message.ts';
import { BASE36_LENGTH, base36, base64Url } from './encoding.ts';
import { Signer } from './signer.ts';

export interface PrivateRoom {
  readonly room: string;
  /** Proves, to that room alone, that its holder made it. */
  readonly ownerKey: string;
}

/**
 * Issues and checks everything that Parlor signs; nothing of it is stored anywhere. What is shown is checked by
 * making it again and comparing in constant time, so that a single character makes another thing of it.
 */
export class Keyring {
  readonly #tokens: Signer;
  readonly #rooms: Signer;
  readonly #owners: Signer;

  private constructor(tokens: Signer, rooms: Signer, owners: Signer) {
    this.#tokens = tokens;
    this.#rooms = rooms;
    this.#owners = owners;
  }

  /** Each purpose has a key of its own, derived from the secret of the deployment. */
  static async from(secret: BufferSource): Promise<Keyring> {
    return new Keyring(
      await Signer.derive(secret, 'parlor token'),
      await Signer.derive(secret, 'parlor private room'),
      await Signer.derive(secret, 'parlor owner key'),
    );
  }

  /** J3: a member nobody has been yet. */
  newMember(): MemberId {
    return base36(random128());
  }

  /** J3: what proves to be `member`, in every room, without an end date. */
  async tokenOf(member: MemberId): Promise<string> {
    return `${member}.${base64Url(await this.#tokens.sign(member))}`;
  }

  /** J3: who shows this token, or undefined where nobody was given it. */
  async memberOf(token: string): Promise<MemberId | undefined> {
    const [member = ''] = token.split('.', 1);
    return (await this.#tokens.isSame(token, await this.tokenOf(member))) ? member : undefined;
  }

  /** A4. */
  async newPrivateRoom(): Promise<PrivateRoom> {
    const room = await this.#privateName(base36(random128()));
    return { room, ownerKey: await this.#ownerKey(room) };
  }

  /** A4: whether a canonical name that starts like a private room's was issued here. */
  async isIssued(room: string): Promise<boolean> {
    const random = room.slice(PRIVATE_PREFIX.length, -BASE36_LENGTH);
    return this.#rooms.isSame(room, await this.#privateName(random));
  }

  async owns(room: string, ownerKey: string): Promise<boolean> {
    return this.#owners.isSame(ownerKey, await this.#ownerKey(room));
  }

  /** 128 random bits and 128 of their signature: 54 characters, of the 64 that a name may have. */
  async #privateName(random: string): Promise<string> {
    const signature = await this.#rooms.sign(random);
    return PRIVATE_PREFIX + random + base36(signature.subarray(0, 16));
  }

  async #ownerKey(room: string): Promise<string> {
    return base64Url(await this.#owners.sign(room));
  }
}

const random128 = () => crypto.getRandomValues(new Uint8Array(16));
