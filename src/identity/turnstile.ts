import { fieldsOf } from '../protocol/fields.ts';

/** H7: what a deployer sets to have newcomers show that they are people. */
export interface TurnstileSettings {
  readonly TURNSTILE_SECRET?: string;
}

const VERIFY = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';
/** ms that Cloudflare may take: whoever joins waits for it. */
const PATIENCE = 5_000;

/** Whether Cloudflare's Turnstile says that `response` is a person's; true where the deployer does not ask. */
export async function isPerson(
  { TURNSTILE_SECRET: secret }: TurnstileSettings,
  response: string | undefined,
): Promise<boolean> {
  if (!secret) return true;
  if (!response) return false;
  const answer = await fetch(VERIFY, {
    method: 'POST',
    body: new URLSearchParams({ secret, response }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  return fieldsOf(await answer.json()).success === true;
}
