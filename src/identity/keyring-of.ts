import { Keyring } from './keyring.ts';

/** Where the secret comes from: the deployer, or an object that makes one on first use. */
export interface SecretSource {
  readonly AUTH_SECRET?: string;
  readonly KEYRING: { getByName(name: string): { secret(): Promise<Uint8Array> } };
}

let loading: Promise<Keyring> | undefined;

/** The keyring of this deployment: asked for once, then in memory for as long as the isolate lives. */
export function keyringOf(source: SecretSource): Promise<Keyring> {
  loading ??= load(source).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load({ AUTH_SECRET, KEYRING }: SecretSource): Promise<Keyring> {
  const secret = AUTH_SECRET
    ? new TextEncoder().encode(AUTH_SECRET)
    : await KEYRING.getByName('keyring').secret();
  return Keyring.from(secret.slice());
}
