import { beforeEach, expect, it, vi } from 'vitest';

const object = (secret: () => Promise<Uint8Array>) => ({ getByName: () => ({ secret }) });
const bytes = (text: string) => new TextEncoder().encode(text);

/** Each test an isolate of its own. */
let keyringOf: typeof import('../../src/identity/keyring-of.ts').keyringOf;
beforeEach(async () => {
  vi.resetModules();
  ({ keyringOf } = await import('../../src/identity/keyring-of.ts'));
});

it('[J3] the keyring is made of the deployer’s secret, where there is one', async () => {
  const secret = vi.fn(async () => bytes('made on first use'));
  const keyring = await keyringOf({ AUTH_SECRET: 'deployed', KEYRING: object(secret) });
  const { Keyring } = await import('../../src/identity/keyring.ts');
  const same = await Keyring.from(bytes('deployed'));
  expect(await same.memberOf(await keyring.tokenOf('ann'))).toBe('ann');
  expect(secret).not.toHaveBeenCalled();
});

it('[J3] the keyring is made of the secret that an object keeps, asked for once', async () => {
  const secret = vi.fn(async () => bytes('made on first use'));
  const source = { KEYRING: object(secret) };
  expect(await keyringOf(source)).toBe(await keyringOf(source));
  expect(secret).toHaveBeenCalledOnce();
});

it('[J3] a keyring asked for twice at once is the same to whoever shows a token', async () => {
  const source = { KEYRING: object(async () => bytes('made on first use')) };
  const [one, two] = await Promise.all([keyringOf(source), keyringOf(source)]);
  expect(await one.memberOf(await two.tokenOf('ann'))).toBe('ann');
});

it('[J3] a keyring that could not be made is asked for again', async () => {
  const secret = vi.fn(async () => bytes('made on first use'));
  secret.mockRejectedValueOnce(new Error('overloaded'));
  await expect(keyringOf({ KEYRING: object(secret) })).rejects.toThrow('overloaded');
  const keyring = await keyringOf({ KEYRING: object(secret) });
  expect(await keyring.memberOf(await keyring.tokenOf('ann'))).toBe('ann');
});
