import { ask, call, type Raid } from './raid.ts';

const random = (length: number) =>
  Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'[Math.floor(Math.random() * 36)]).join(
    '',
  );

/** Tokens, keys, invitations and rooms that nobody has given out. */
export async function forging(raid: Raid): Promise<void> {
  await Promise.all([tokens(raid), ownerKeys(raid), invitations(raid), rooms(raid)]);
}

async function tokens(raid: Raid): Promise<void> {
  const own = await call(raid, raid.square);
  const welcome = await own.joins();
  const signature = welcome?.type === 'welcome' ? (welcome.token.split('.')[1] ?? '') : '';
  for (const { id } of [raid.host, ...raid.people.slice(0, 5)]) {
    for (const forged of [id, `${id}.`, `${id}.${signature}`, `${id}.${random(43)}`, `${id}.${signature}.`]) {
      await raid.ledger.try('forged tokens', async () => {
        const caller = await call(raid, raid.square);
        const answer = await caller.joins({ token: forged });
        caller.leaves();
        return answer?.type === 'welcome' && answer.self.id === id ? `was taken for ${id}` : undefined;
      });
    }
  }
  own.leaves();
}

async function ownerKeys(raid: Raid): Promise<void> {
  const { ownerKey } = (await (await ask(raid, '/api/rooms', { method: 'POST' })).json()) as {
    ownerKey: string;
  };
  const forged = ['', 'undefined', 'null', raid.square, ownerKey, raid.host.token, random(43), random(200)];
  for (const key of forged) {
    for (const room of [raid.square, raid.vault, raid.oldKey.room]) {
      await raid.ledger.try('forged and stolen owner keys', () => isOwner(raid, room, key));
    }
  }
  await raid.ledger.try('an owner key from before ownership was passed on', () =>
    isOwner(raid, raid.oldKey.room, raid.oldKey.ownerKey),
  );
}

async function isOwner(raid: Raid, room: string, ownerKey: string): Promise<string | undefined> {
  const caller = await call(raid, room);
  const answer = await caller.joins({ ownerKey });
  caller.leaves();
  return answer?.type === 'welcome' && answer.self.role !== 'member'
    ? `became ${answer.self.role}`
    : undefined;
}

async function invitations(raid: Raid): Promise<void> {
  const soon = (Date.now() + 60_000).toString(36);
  for (const forged of [
    '',
    '.',
    soon,
    `${soon}.`,
    `${soon}.${random(43)}`,
    `zzzzzzzz.${random(43)}`,
    random(60),
  ]) {
    await raid.ledger.try('forged invitations', async () => {
      const caller = await call(raid, raid.vault);
      const answer = await caller.joins({ invitation: forged });
      caller.leaves();
      return answer?.type === 'welcome' ? 'was let in' : undefined;
    });
  }
}

async function rooms(raid: Raid): Promise<void> {
  const altered = raid.vault.slice(0, -1) + (raid.vault.endsWith('a') ? 'b' : 'a');
  for (const name of ['prv-', 'prv-admin', 'PRV-x', `prv-${random(50)}`, `prv-${random(50)}`, altered]) {
    await raid.ledger.try('invented private rooms', async () => {
      const { status } = await call(raid, name);
      const read = await ask(raid, `/api/rooms/${name}/messages`);
      return status === 404 && read.status === 404 ? undefined : `answered ${status} and ${read.status}`;
    });
  }
}
