import type { KeyringObject } from './durable/keyring-object.ts';
import type { RoomObject } from './durable/room-object.ts';

declare global {
  namespace Cloudflare {
    /** Lets `exports` of cloudflare:workers know what the Worker exports. */
    interface GlobalProps {
      mainModule: typeof import('./worker.ts');
    }

    /** What wrangler.toml binds, and what a deployer may add as a secret. */
    interface Env {
      ASSETS: Fetcher;
      ROOMS: DurableObjectNamespace<RoomObject>;
      KEYRING: DurableObjectNamespace<KeyringObject>;
      /** E1. A figure set elsewhere than in wrangler.toml comes as text. */
      RATE_BURST: number | string;
      RATE_PER_SECOND: number | string;
      /** A6: origins whose pages are trusted like our own, separated by spaces. */
      ALLOWED_ORIGINS?: string;
      /** What all signatures are made with; without it one is made and kept on first use. */
      AUTH_SECRET?: string;
    }
  }
}

export type Env = Cloudflare.Env;
