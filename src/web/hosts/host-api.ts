import { roomApi } from '../room/api.ts';
import { bearer } from '../room/preview.ts';

interface Invitation {
  readonly url: string;
  /** Unix time in ms. */
  readonly until: number;
}

/** H5: a link that opens the room until it runs out; rejects where it cannot be had. */
export function makeInvitation(room: string, minutes: number): Promise<Invitation> {
  return post(`${roomApi(room)}/invitations`, { minutes });
}

/** H2. */
export async function fetchOwnerKey(room: string): Promise<string> {
  return (await post<{ ownerKey: string }>(`${roomApi(room)}/owner-key`)).ownerKey;
}

async function post<Answer>(path: string, body?: object): Promise<Answer> {
  const headers = { ...bearer(), ...(body && { 'Content-Type': 'application/json' }) };
  const answer = await fetch(path, { method: 'POST', headers, ...(body && { body: JSON.stringify(body) }) });
  if (!answer.ok) throw new Error(`The room answered ${answer.status}.`);
  return answer.json() as Promise<Answer>;
}
