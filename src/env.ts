import type { DirectoryObject } from './durable/directory-object.ts';
import type { KeyringObject } from './durable/keyring-object.ts';
import type { RateVars } from './durable/rates.ts';
import type { RoomObject } from './durable/room-object.ts';

declare global {
  namespace Cloudflare {
    /** What wrangler.toml binds, and what a deployer may add as a secret. */
    interface Env extends RateVars {
      ASSETS: Fetcher;
      ROOMS: DurableObjectNamespace<RoomObject>;
      DIRECTORY: DurableObjectNamespace<DirectoryObject>;
      KEYRING: DurableObjectNamespace<KeyringObject>;
      /** A6: origins whose pages are trusted like our own, separated by spaces. */
      ALLOWED_ORIGINS?: string;
      /** What all signatures are made with; without it one is made and kept on first use. */
      AUTH_SECRET?: string;
      /** H2: makes whoever shows it an owner of any room, and opens /admin. */
      ADMIN_KEY?: string;
      /** H7: of Cloudflare Turnstile; both, or none. */
      TURNSTILE_SITE_KEY?: string;
      TURNSTILE_SECRET?: string;
      /** E3: limits new connections and downloads by address, where it is bound. */
      CONNECTIONS?: RateLimit;
    }
  }
}

export type Env = Cloudflare.Env;
