import { Keyring } from './keyring.ts';

/** Where the secret comes from: the deployer, or an object that makes one on first use. */
export interface SecretSource {
  readonly AUTH_SECRET?: string;
  readonly KEYRING: { getByName(name: string): { secret(): Promise<Uint8Array> } };
}

let keyring: Keyring | undefined;

/**
 * The keyring of this deployment: asked for once, then in memory for as long as the isolate lives. Two who ask at once
 * both load it: a promise shared between requests would never settle for one if the other is cancelled.
 */
export async function keyringOf(source: SecretSource): Promise<Keyring> {
  keyring ??= await Keyring.from((await secretOf(source)).slice());
  return keyring;
}

async function secretOf({ AUTH_SECRET, KEYRING }: SecretSource): Promise<Uint8Array> {
  return AUTH_SECRET ? new TextEncoder().encode(AUTH_SECRET) : KEYRING.getByName('keyring').secret();
}
