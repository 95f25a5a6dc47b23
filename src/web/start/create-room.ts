import { ROOMS_API } from '../../protocol/api.ts';
import { fieldsOf } from '../../protocol/fields.ts';
import { roomPath } from '../../protocol/room-name.ts';
import { kept } from '../parts/kept.ts';
import { refusalSentence } from '../parts/refusals.ts';
import { keyLink } from '../room/link-keys.ts';
import { words } from './words.ts';

export type Made = { readonly address: string } | { readonly problem: string };

/** A4: a new private room's address, or why there is none. The key that makes us its owner stays in this browser; where that keeps nothing, it goes with the address. */
export async function createPrivateRoom(): Promise<Made> {
  try {
    const answer = await fetch(ROOMS_API, { method: 'POST' });
    if (!answer.ok) return { problem: await problemOf(answer) };
    const { room, ownerKey } = fieldsOf(await answer.json());
    if (typeof room !== 'string' || typeof ownerKey !== 'string') throw new Error('No room was made.');
    kept.keepIsNew(room, true);
    const address = roomPath(room);
    return { address: kept.keepOwnerKey(room, ownerKey) ? address : keyLink(address, 'key', ownerKey) };
  } catch {
    return { problem: words.createFailed };
  }
}

/** A5: what a refused answer says of itself, where it says anything. */
async function problemOf(answer: Response): Promise<string> {
  const { code, detail } = fieldsOf(await answer.json());
  if (typeof code !== 'string' || typeof detail !== 'string') return words.createFailed;
  return refusalSentence({ code, message: detail });
}
