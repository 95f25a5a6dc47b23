import { encodeBase64Url } from 'hono/utils/encode';
import { PRIVATE_PREFIX } from '../protocol/room-name.ts';
import type { MemberId } from '../protocol/server-message.ts';
import { Signer } from './signer.ts';

/** 128 bits as 25 lower-case letters and digits. */
const WORD = 25;

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

  static async from(secret: BufferSource): Promise<Keyring> {
    const purposes = ['parlor token', 'parlor private room', 'parlor owner key'];
    const [tokens, rooms, owners] = await Promise.all(
      purposes.map((purpose) => Signer.derive(secret, purpose)),
    );
    if (!tokens || !rooms || !owners) throw new Error('A key could not be derived.');
    return new Keyring(tokens, rooms, owners);
  }

  /** J3: a member nobody has been yet. */
  newMember(): MemberId {
    return encodeBase64Url(crypto.getRandomValues(new Uint8Array(16)).buffer);
  }

  /** J3: what proves to be `member`, in every room, without an end date. */
  async tokenOf(member: MemberId): Promise<string> {
    return `${member}.${encodeBase64Url((await this.#tokens.sign(member)).slice().buffer)}`;
  }

  /** J3: who shows this token, or undefined where nobody was given it. */
  async memberOf(token: string): Promise<MemberId | undefined> {
    const member = token.slice(0, Math.max(0, token.indexOf('.')));
    return (await this.#tokens.isSame(token, await this.tokenOf(member))) ? member : undefined;
  }

  /** A4. */
  async newPrivateRoom(): Promise<PrivateRoom> {
    const room = await this.#privateName(word(crypto.getRandomValues(new Uint8Array(16))));
    return { room, ownerKey: await this.#ownerKey(room) };
  }

  /** A4: whether a canonical name that starts like a private room's was issued here. */
  isIssued(room: string): Promise<boolean> {
    return this.#privateName(room.slice(PRIVATE_PREFIX.length, -WORD)).then((issued) =>
      this.#rooms.isSame(room, issued),
    );
  }

  async owns(room: string, ownerKey: string): Promise<boolean> {
    return this.#owners.isSame(ownerKey, await this.#ownerKey(room));
  }

  async #privateName(random: string): Promise<string> {
    const signature = await this.#rooms.sign(random);
    return PRIVATE_PREFIX + random + word(signature.subarray(0, 16));
  }

  async #ownerKey(room: string): Promise<string> {
    return encodeBase64Url((await this.#owners.sign(room)).slice().buffer);
  }
}

function word(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return BigInt(`0x${hex}`).toString(36).padStart(WORD, '0');
}
