import { roomApi } from '../../protocol/api.ts';
import { fieldsOf } from '../../protocol/fields.ts';
import { bearer } from '../room/preview.ts';

interface Invitation {
  readonly url: string;
  /** Unix time in ms. */
  readonly until: number;
}

/** H5: a link that opens the room until it runs out; rejects where it cannot be had. */
export async function makeInvitation(room: string, minutes: number): Promise<Invitation> {
  const { url, until } = await post(`${roomApi(room)}/invitations`, { minutes });
  if (typeof url !== 'string' || typeof until !== 'number') throw new Error('No invitation came.');
  return { url, until };
}

/** H2. */
export async function fetchOwnerKey(room: string): Promise<string> {
  const { ownerKey } = await post(`${roomApi(room)}/owner-key`);
  if (typeof ownerKey !== 'string') throw new Error('No key came.');
  return ownerKey;
}

async function post(path: string, body?: object): Promise<Readonly<Record<string, unknown>>> {
  const headers = { ...bearer(), ...(body && { 'Content-Type': 'application/json' }) };
  const answer = await fetch(path, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`The room answered ${answer.status}.`);
  return fieldsOf(await answer.json());
}
