import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from '../../../src/protocol/limits.ts';
import type { Caller } from '../caller.ts';
import { call, type Raid } from './raid.ts';

const ADDRESS = '203.0.113.77';
const WHAT = 'searches of the worst texts, by members of one address';
/** ms between two searches of a member, more than E1 bears. */
const PACE = 100;
/** Those that take longest to level for what they count (R7). */
const WORST = [`a${'\u094d\u093c'.repeat(14)}`, 'é\u094d\u093c', '\u{1D160}é', '👍🏽', '\uFDFA'];
const TEXTS = 4;

/** Fills the square with the worst texts, and lets all members that one address bears look for what stands nowhere in them. */
export async function searching(raid: Raid, seconds: number): Promise<void> {
  const callers = await Promise.all(
    Array.from({ length: limits.membersPerAddress }, () => call(raid, raid.square, { address: ADDRESS })),
  );
  for (const caller of callers) await caller.joins();
  for (const caller of callers) await fill(caller);
  await sleep(5_000);
  const startedAt = performance.now();
  await Promise.all(callers.map((caller) => look(caller, seconds)));
  const took = (performance.now() - startedAt) / 1_000;
  const found = callers.reduce((sum, { messages }) => sum + messages.filter(isFound).length, 0);
  const asked = callers.length * Math.ceil((seconds * 1_000) / PACE);
  raid.ledger.tried(WHAT, asked);
  // E1, E2: each has six at once and two a second.
  const most = callers.length * (6 + 2 * (took + 1));
  if (found === 0) raid.ledger.through(WHAT, 'were not answered at all: nothing was tried');
  if (found > most) raid.ledger.through(WHAT, `${found} were answered, of ${most}`);
  for (const caller of callers) caller.leaves();
}

async function fill(caller: Caller): Promise<void> {
  for (let sent = 0; sent < TEXTS; sent++) {
    const worst = WORST[sent % WORST.length] ?? '';
    await caller.asks({
      type: 'send',
      text: worst.repeat(Math.floor(limits.textLength / [...worst].length)),
    });
  }
}

async function look(caller: Caller, seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds * 1_000; passed += PACE) {
    caller.says({ type: 'search', query: 'nowhere' });
    await sleep(PACE);
  }
  await caller.asks({ type: 'page', limit: 1 });
}

const isFound = ({ type }: { readonly type: string }) => type === 'found';
