import { call, type Raid } from './raid.ts';

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Frames that no client sends. */
const FRAMES: readonly (string | Buffer)[] = [
  '',
  '{',
  'null',
  '[]',
  '[[]]',
  '[null]',
  '"text"',
  '1e999',
  '{"type":1}',
  '{"type":"__proto__"}',
  '{"__proto__":{"type":"join"}}',
  '{"type":"constructor","constructor":{"prototype":{}}}',
  '{"type":"join","name":"\\ud800"}',
  '{"type":"join","after":-1}',
  '{"type":"join","after":1e308,"log":[]}',
  '{"type":"join","token":{"toString":1}}',
  `{"type":"join","token":"${'x'.repeat(60_000)}"}`,
  `{"type":"join","password":"${'x'.repeat(60_000)}"}`,
  '{"type":"send","text":"RAID"}',
  '{"type":"page","before":1,"after":2}',
  `[${'{"type":"page"},'.repeat(2_000)}{"type":"page"}]`,
  deep(20_000),
  'x'.repeat(65_537),
  '\u0000',
  Buffer.from([0, 1, 2, 255]),
];

/** Each before and after a join; what may come of it is a refusal, or the end of the connection. */
export async function malformed(raid: Raid): Promise<void> {
  for (const hasJoined of [false, true]) {
    await Promise.all(FRAMES.map((frame) => garble(raid, frame, hasJoined)));
  }
  await raid.ledger.try('the tenth bad frame', async () => {
    const caller = await call(raid, raid.square);
    for (let bad = 0; bad < 12; bad++) caller.says('{');
    return (await caller.isClosed()) === 4400 ? undefined : 'kept its connection';
  });
}

function garble(raid: Raid, frame: string | Buffer, hasJoined: boolean): Promise<void> {
  return raid.ledger.try('malformed frames', async () => {
    const caller = await call(raid, raid.square);
    if (hasJoined) await caller.joins({ name: 'Garbler' });
    caller.saysRaw(frame);
    caller.says({ type: 'typing', on: 'yes', id: 'last' });
    const isLast = (message: object) => 'id' in message && message.id === 'last';
    await caller.until(() => caller.messages.find(isLast));
    const failed = caller.messages.find((told) => told.type === 'error' && told.code === 'internal');
    caller.leaves();
    return failed && `the room failed at ${String(frame).slice(0, 60)}`;
  });
}
