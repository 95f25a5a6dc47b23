import { kept } from '../parts/kept.ts';

/** A4: a new private room's name; the key that makes us its owner stays in this browser. */
export async function createPrivateRoom(): Promise<string | undefined> {
  try {
    const answer = await fetch('/api/rooms', { method: 'POST' });
    if (!answer.ok) return undefined;
    const { room, ownerKey } = (await answer.json()) as { room: string; ownerKey: string };
    kept.keepOwnerKey(room, ownerKey);
    return room;
  } catch {
    return undefined;
  }
}
