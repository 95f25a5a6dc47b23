import { ask, type Raid } from './raid.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const RESTS = ['', '/', '/messages', '/messages?before=9&after=1', '/transcript', '/transcript?format=json'];
const MORE = ['/socket', '/owner-key', '/invitations', '/..%2fadmin', '/log', '/standings', '/secret'];
const PATHS = [
  '/admin',
  '/api',
  '/api/admin',
  '/api/rooms/%00',
  '/api/rooms/%ff',
  '/api/rooms/..%2f..',
  '/.env',
];

/** Every path by every method, as nobody, with tokens that are none, and as a page of another site. */
export async function probing(raid: Raid): Promise<void> {
  const rooms = [raid.vault, raid.square, 'prv-forged'];
  const inRooms = rooms.flatMap((room) => [...RESTS, ...MORE].map((rest) => `/api/rooms/${room}${rest}`));
  for (const path of [...inRooms, ...PATHS]) {
    await Promise.all(
      METHODS.map((method) => raid.ledger.try('paths and methods', () => probe(raid, path, method))),
    );
  }
  for (const path of [
    '/api/rooms',
    `/api/rooms/${raid.square}/owner-key`,
    `/api/rooms/${raid.square}/invitations`,
  ]) {
    await raid.ledger.try('requests by pages of other sites', async () => {
      const headers = { Origin: 'https://evil.test', Authorization: `Bearer ${raid.host.token}` };
      const { status } = await ask(raid, path, { method: 'POST', headers, body: '{"minutes":5}' });
      return status === 403 ? undefined : `answered ${status}`;
    });
  }
}

async function probe(raid: Raid, path: string, method: string): Promise<string | undefined> {
  const headers = { Authorization: `Bearer ${raid.host.id}.AAAA`, 'CF-Connecting-IP': '198.51.100.201' };
  const { status } = await ask(raid, path, { method, headers });
  if (status >= 500) return `${method} ${path} answered ${status}`;
  const isClosed = path.includes(raid.vault) || path.includes('prv-forged');
  const isRight = status >= 300 || method === 'OPTIONS' || !isClosed;
  return isRight ? undefined : `${method} ${path} answered ${status}`;
}
