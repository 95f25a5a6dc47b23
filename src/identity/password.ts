import { base64Url } from './encoding.ts';

/** Rounds of PBKDF2: the most that Workers' WebCrypto allows. */
const ROUNDS = 100_000;
const encoder = new TextEncoder();

/** H5: what a password is kept as: salted, and slow to guess. */
export async function hashPassword(password: string): Promise<string> {
  return hashWith(base64Url(crypto.getRandomValues(new Uint8Array(16))), password);
}

/** Whether `hash` was made of this password. Takes as long for a wrong one. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [salt = ''] = hash.split('.', 1);
  const given = encoder.encode(await hashWith(salt, password));
  const kept = encoder.encode(hash);
  let difference = given.length ^ kept.length;
  for (const [index, byte] of given.entries()) difference |= byte ^ (kept[index] ?? 0);
  return difference === 0;
}

async function hashWith(salt: string, password: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    'raw',
    encoder.encode(password.normalize('NFKC')),
    'PBKDF2',
    false,
    ['deriveBits'],
  );
  const pbkdf2 = { name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(salt), iterations: ROUNDS };
  return `${salt}.${base64Url(new Uint8Array(await crypto.subtle.deriveBits(pbkdf2, key, 256)))}`;
}
