import { DurableObject } from 'cloudflare:workers';

/** Keeps the secret of a deployment that was given none, so that a plain `wrangler deploy` is safe as it is. */
export class KeyringObject extends DurableObject {
  /** 32 random bytes, the same for ever. Reached by our own Worker alone: objects have no address of their own. */
  secret(): Uint8Array {
    const { kv } = this.ctx.storage;
    const kept = kv.get<Uint8Array>('secret');
    if (kept) return kept;
    const made = crypto.getRandomValues(new Uint8Array(32));
    kv.put('secret', made);
    return made;
  }
}
