import { kept } from '../parts/kept.ts';
import { refusalSentence } from '../parts/refusals.ts';
import { strings } from '../strings/strings.ts';

export type Made = { readonly room: string } | { readonly problem: string };

/** A4: a new private room's name, or why there is none; the key that makes us its owner stays in this browser. */
export async function createPrivateRoom(): Promise<Made> {
  try {
    const answer = await fetch('/api/rooms', { method: 'POST' });
    if (!answer.ok) return { problem: await problemOf(answer) };
    const { room, ownerKey } = (await answer.json()) as { room: string; ownerKey: string };
    kept.keepOwnerKey(room, ownerKey);
    kept.keepIsNew(room, true);
    return { room };
  } catch {
    return { problem: strings.start.createFailed };
  }
}

/** A5: what a refused answer says of itself, where it says anything. */
async function problemOf(answer: Response): Promise<string> {
  const { code = '', detail = strings.start.createFailed } = (await answer.json()) as {
    code?: string;
    detail?: string;
  };
  return refusalSentence({ code, message: detail });
}
