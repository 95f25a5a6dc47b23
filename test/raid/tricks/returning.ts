import type { Caller } from '../caller.ts';
import { ask, call, type Raid } from './raid.ts';

const HOME = '233.252.0.7';

/** Is banned, and comes back in every way that comes to mind. */
export async function returning(raid: Raid): Promise<void> {
  const banned = await call(raid, raid.square, { address: HOME });
  const welcome = await banned.joins({ name: 'Pest' });
  if (welcome?.type !== 'welcome') throw new Error('Whoever is to be banned did not get in.');
  const { token } = welcome;
  raid.host.caller.says({ type: 'ban', member: welcome.self.id, erase: true });
  await banned.isClosed();

  const names = ['Pest', 'Innocent', 'Host', 'P\u200best', 'Ｐｅｓｔ', undefined];
  const spoofed = ['Parlor-Address', 'X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'True-Client-IP'];
  for (const name of names) {
    await comeBack(raid, 'a banned member, under new names and tokens', { address: HOME }, (caller) =>
      caller.joins({ name }),
    );
    await comeBack(
      raid,
      'a banned member, by its token from elsewhere',
      { address: '233.252.0.8' },
      (caller) => caller.joins({ name, token }),
    );
  }
  for (const header of spoofed) {
    const headers = { [header]: '198.51.100.77' };
    await comeBack(raid, 'a banned address that says it is another', { address: HOME, headers }, (caller) =>
      caller.joins(),
    );
  }
  for (const frame of [
    { type: 'login', content: 'Innocent' },
    'a bare text',
    { type: 'user', content: 'hi' },
  ]) {
    await raid.ledger.try('a banned address, by the classic dialect', async () => {
      const caller = await call(raid, raid.square, { address: HOME, isClassic: true });
      caller.says(frame);
      await caller.isClosed();
      return caller.frames.find((heard) => heard.includes('user_list'));
    });
  }
  for (const rest of ['', '/messages', '/transcript']) {
    await raid.ledger.try('a banned member, reading over HTTP', async () => {
      const headers = { Authorization: `Bearer ${token}`, 'CF-Connecting-IP': '233.252.0.8' };
      const { status } = await ask(raid, `/api/rooms/${raid.square}${rest}`, { headers });
      return status === 403 ? undefined : `answered ${status}`;
    });
  }
}

async function comeBack(
  raid: Raid,
  what: string,
  calling: Parameters<typeof call>[2],
  join: (caller: Caller) => ReturnType<Caller['joins']>,
): Promise<void> {
  await raid.ledger.try(what, async () => {
    const caller = await call(raid, raid.square, calling);
    const answer = await join(caller);
    caller.leaves();
    return answer?.type === 'welcome' ? `was welcomed as ${answer.self.name}` : undefined;
  });
}
