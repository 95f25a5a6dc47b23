import { ROOMS_API } from '../../protocol/api.ts';
import { fieldsOf } from '../../protocol/fields.ts';
import { kept } from '../parts/kept.ts';
import { refusalSentence } from '../parts/refusals.ts';
import { words } from './words.ts';

export type Made = { readonly room: string } | { readonly problem: string };

/** A4: a new private room's name, or why there is none; the key that makes us its owner stays in this browser. */
export async function createPrivateRoom(): Promise<Made> {
  try {
    const answer = await fetch(ROOMS_API, { method: 'POST' });
    if (!answer.ok) return { problem: await problemOf(answer) };
    const { room, ownerKey } = fieldsOf(await answer.json());
    if (typeof room !== 'string' || typeof ownerKey !== 'string') throw new Error('No room was made.');
    kept.keepOwnerKey(room, ownerKey);
    kept.keepIsNew(room, true);
    return { room };
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
