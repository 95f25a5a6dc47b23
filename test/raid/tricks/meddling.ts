import type { Caller } from '../caller.ts';
import { ask, call, type Raid } from './raid.ts';

/** What is a host's, tried by somebody who is none; and what is said between others, asked after. */
export async function meddling(raid: Raid): Promise<void> {
  await Promise.all([asHost(raid), afterWhispers(raid), replaying(raid)]);
}

async function asHost(raid: Raid): Promise<void> {
  const caller = await call(raid, raid.square);
  const welcome = await caller.joins({ name: 'Meddler' });
  const self = welcome?.type === 'welcome' ? welcome.self.id : '';
  const targets = [raid.host.id, raid.people[0]?.id ?? '', self, 'nobody'];
  const onMembers = ['kick', 'ban', 'unban', 'mute', 'unmute', 'admit'].flatMap((type) =>
    targets.map((member) => ({ type, member })),
  );
  const onRoom = [
    ...['owner', 'moderator'].map((role) => ({ type: 'appoint', member: self, role })),
    ...[
      { locked: true },
      { knownOnly: false },
      { access: 'password', password: 'x' },
      { title: 'RAIDED' },
    ].map((settings) => ({ type: 'settings', ...settings })),
    ...[{ type: 'destroy', room: raid.square }, { type: 'log' }, { type: 'standings' }],
    { type: 'delete', target: 1 },
    { type: 'edit', target: 1, text: 'RAIDED' },
  ];
  for (const command of [...onMembers, ...onRoom]) {
    await pace();
    await raid.ledger.try('what only hosts and authors may', () =>
      refusedWith(caller, command, ['forbidden', 'locked', 'muted']),
    );
  }
  caller.leaves();
}

async function afterWhispers(raid: Raid): Promise<void> {
  const caller = await call(raid, raid.square);
  await caller.joins({ name: 'Snoop', log: 'x', after: 0 });
  for (const target of raid.whispers) {
    const probes = [
      { type: 'edit', target, text: 'x' },
      { type: 'delete', target },
      { type: 'react', target, emoji: '👍', on: true },
      { type: 'send', text: 'x', replyTo: target },
    ];
    for (const probe of probes) {
      await pace();
      await raid.ledger.try('private messages of others, asked after', () =>
        refusedWith(caller, probe, ['not_found', 'locked']),
      );
    }
    for (const range of [{ around: target }, { before: target + 1 }, { after: target - 1 }]) {
      await pace();
      raid.ledger.tried('private messages of others, asked after');
      await caller.asks({ type: 'page', ...range });
    }
    for (const query of [`around=${target}`, `after=${target - 1}&limit=1`]) {
      raid.ledger.tried('private messages of others, asked after');
      await ask(raid, `/api/rooms/${raid.square}/messages?${query}`);
    }
  }
  caller.leaves();
}

/** What others have said, said again word for word: under the brake no raider's message is stored. */
async function replaying(raid: Raid): Promise<void> {
  const caller = await call(raid, raid.square);
  await caller.joins({ name: 'Parrot' });
  for (const { id, text } of raid.host.heard.slice(0, 10)) {
    await pace();
    raid.ledger.tried('messages of others, sent again');
    caller.says({ type: 'send', id, text });
  }
  if ((await caller.asks({ type: 'send', text: 'RAID' })) === 'message') {
    raid.ledger.through('messages of others, sent again', 'was not locked out');
  }
  caller.leaves();
}

async function refusedWith(
  caller: Caller,
  command: object,
  codes: readonly string[],
): Promise<string | undefined> {
  const answer = await caller.asks(command);
  return answer === undefined || codes.includes(answer) ? undefined : `${JSON.stringify(command)}: ${answer}`;
}

/** Below E1, so that it is the right that refuses. */
const pace = () => new Promise((resolve) => setTimeout(resolve, 110));
