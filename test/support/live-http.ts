import { exports } from 'cloudflare:workers';

declare global {
  namespace Cloudflare {
    /** Lets `exports` know what the Worker exports. */
    interface GlobalProps {
      mainModule: typeof import('../../src/worker.ts');
    }
  }
}

export const ORIGIN = 'http://parlor.test';

/** A request to the Worker, by path. Redirects are shown, not followed. */
export function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(ORIGIN + path, { redirect: 'manual', ...init }));
}

/** The handshake of a room's socket, `headers` over the usual ones. */
export function upgrade(room: string, headers: Record<string, string> = {}): Promise<Response> {
  return ask(`/api/rooms/${encodeURIComponent(room)}/socket`, {
    headers: { Upgrade: 'websocket', 'Sec-WebSocket-Protocol': 'parlor.v1', ...headers },
  });
}
