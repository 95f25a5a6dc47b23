const HMAC = { name: 'HMAC', hash: 'SHA-256' };
const encoder = new TextEncoder();

/** HMAC-SHA-256 under a key of its own for one purpose, so that what is signed for one is nothing to another. */
export class Signer {
  readonly #key: CryptoKey;

  private constructor(key: CryptoKey) {
    this.#key = key;
  }

  /** Derives the key from a secret by HKDF. */
  static async derive(secret: BufferSource, purpose: string): Promise<Signer> {
    const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
    const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode(purpose) };
    const usages: KeyUsage[] = ['sign', 'verify'];
    return new Signer(await crypto.subtle.deriveKey(hkdf, base, { ...HMAC, length: 256 }, false, usages));
  }

  /** 32 bytes. */
  async sign(text: string): Promise<Uint8Array> {
    return new Uint8Array(await crypto.subtle.sign('HMAC', this.#key, encoder.encode(text)));
  }

  /** Whether two texts are the same, in a time that does not tell where they differ. */
  async isSame(given: string, expected: string): Promise<boolean> {
    const proof = await crypto.subtle.sign('HMAC', this.#key, encoder.encode(expected));
    return crypto.subtle.verify('HMAC', this.#key, proof, encoder.encode(given));
  }
}

type KeyUsage = 'sign' | 'verify';
