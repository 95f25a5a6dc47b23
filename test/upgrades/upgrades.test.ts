import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { steps } from '../../src/durable/schema-steps.ts';
import { DevServer } from '../support/dev-server.ts';
import { Guest } from './guest.ts';
import { type Account, readAsNewcomer, STATES } from './state.ts';

const kept = readdirSync(STATES).sort((one, other) => Number(one) - Number(other));

it('what each schema left on disk is kept: `npx node test/upgrades/write-state.ts` after a new step', () => {
  expect(kept.at(-1)).toBe(String(steps.length));
});

describe.each(kept)('a room on disk since step %s of the schema', (step) => {
  const account: Account = JSON.parse(readFileSync(join(STATES, step, 'account.json'), 'utf8'));
  const { room, tokens, timelines } = account;
  let server: DevServer;
  beforeAll(async () => {
    server = await DevServer.start({ kept: join(STATES, step, 'state') });
  });
  afterAll(() => server?.stop());

  it('[R5] shows a newcomer what it showed then', async () => {
    expect(await readAsNewcomer(server, room)).toEqual(account.newcomer);
  });

  it.each(Object.keys(timelines))(
    '[J3] [S6] shows %s what it showed then, private messages among it',
    async (name) => {
      const guest = await Guest.join(server, room, name, tokens[name]);
      expect(guest.timeline).toEqual(timelines[name]);
      guest.client.close();
    },
  );

  it('[H1] [H3] [H4] is kept by its hosts as it was', async () => {
    const ann = await Guest.join(server, room, 'Ann', tokens.Ann);
    expect(ann.client.state.self?.role).toBe(account.hosts?.Ann ?? 'member');
    expect(ann.client.state.settings?.title).toBe(account.title);
    ann.client.close();
    if (account.banned === undefined) return;
    expect(await Guest.isKeptOut(server, room, account.banned)).toBe('banned');
  });

  it('[S1] goes on where it was: with the next seq, edits, reactions and private answers', async () => {
    const ann = await Guest.join(server, room, 'Ann', tokens.Ann);
    const ben = await Guest.join(server, room, 'Ben', tokens.Ben);
    const newest = Math.max(...(timelines.Ann ?? []).map(({ seq }) => seq));
    const { seq } = await ann.says('Here I am again');
    expect(seq).toBe(newest + 1);
    const whisper = ben.timeline.find(({ to, deleted }) => to && !deleted);
    const reply = await ben.says('Me too', { to: [ann.id], replyTo: whisper?.seq ?? 0 });
    await ann.until(({ messages }) => messages.some((message) => message.seq === reply.seq));
    await ann.client.edit(1, 'Good night');
    await ben.until(({ messages }) => messages[0]?.text === 'Good night');
    await ben.client.react(whisper?.seq ?? 0, '👍', true);
    ann.client.close();
    ben.client.close();
  });
});
