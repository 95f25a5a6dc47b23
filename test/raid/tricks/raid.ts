import { Caller, type Calling } from '../caller.ts';
import type { Ledger } from '../ledger.ts';
import type { Talker } from '../people.ts';

/** What raiders find: a public square with people in it, and a room of the host's that is closed to them. */
export interface Raid {
  readonly port: number;
  readonly ledger: Ledger;
  readonly square: string;
  readonly vault: string;
  readonly host: Talker;
  readonly people: readonly Talker[];
  /** Seqs of private messages in the square, between others. */
  readonly whispers: readonly number[];
  /** What stands where no raider may read. */
  readonly secrets: readonly string[];
  /** Worth nothing any more: of a room whose ownership was passed on, and an invitation that ran out. */
  readonly oldKey: { readonly room: string; readonly ownerKey: string };
}

let called = 0;

/** A raider's socket, from some address of many where none is given; whatever it hears is searched for secrets. */
export function call(raid: Raid, room: string, calling: Partial<Calling> = {}): Promise<Caller> {
  const address = `198.51.100.${++called % 200}`;
  return Caller.call(raid.port, room, { address, ...calling, onFrame: (frame) => overhear(raid, frame) });
}

/** A raider's request, whose answer is searched for secrets. */
export async function ask(raid: Raid, path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`http://127.0.0.1:${raid.port}${path}`, { redirect: 'manual', ...init });
  overhear(raid, await response.clone().text());
  return response;
}

function overhear({ ledger, secrets }: Raid, text: string): void {
  ledger.tried('words heard by raiders, searched for secrets');
  for (const secret of secrets) {
    if (text.includes(secret)) {
      ledger.through(
        'words heard by raiders, searched for secrets',
        `heard "${secret}" in ${text.slice(0, 200)}`,
      );
    }
  }
}
