import { isDeepStrictEqual } from 'node:util';
import type { Message, Page } from '../../src/protocol/server-message.ts';
import { mayRead, readersOf } from '../../src/room/readers.ts';
import type { ChaosPage } from './page.ts';
import type { Tables } from './tables.ts';
import type { Asked, Witness } from './witness.ts';

/** Everything that the room holds, as a newcomer reads it over HTTP, page by page. */
export async function readRoom(api: string): Promise<{ messages: Message[]; head: number }> {
  const messages: Message[] = [];
  for (;;) {
    const after = messages.at(-1)?.seq ?? 0;
    const response = await fetch(`${api}/messages?after=${after}&limit=100`);
    const page = (await response.json()) as Page & { head: number };
    messages.push(...page.messages);
    if (!page.more) return { messages, head: page.head };
  }
}

/** Compares what every page has, and what the room tells a newcomer, with what was said; answers all messages there are. */
export function reckon(
  witness: Witness,
  open: readonly Message[],
  pages: readonly ChaosPage[],
): readonly Message[] {
  const messages = [...open, ...privateAmong(pages)].sort((one, other) => one.seq - other.seq);
  nothingLost(witness, messages);
  nothingTwice(witness, messages);
  inOrder(witness, messages);
  changesStand(witness, messages);
  for (const page of pages) sameForAll(witness, messages, page);
  return messages;
}

/** The tables hold the messages that people see, and every seq from 1 to the head once (S1). */
export function reckonTables(
  witness: Witness,
  { messages, changes }: Tables,
  seen: readonly Message[],
  head: number,
): void {
  const rows = new Map(messages.map((row) => [row.seq, row]));
  for (const { seq, id, text } of seen) {
    const row = rows.get(seq);
    if (row?.id !== id || row.text !== (text ?? null)) {
      witness.differ(`People see ${id} as #${seq}, the tables hold ${JSON.stringify(row)}`, id);
    }
  }
  const seqs = [...rows.keys(), ...changes].sort((one, other) => one - other);
  const wrong = seqs.findIndex((seq, index) => seq !== index + 1);
  if (wrong >= 0)
    witness.differ(`The tables hold seq ${seqs[wrong]} where ${wrong + 1} belongs.`, `#${wrong + 1}:`);
  if (seqs.length !== head) witness.differ(`The head is ${head}, the tables hold ${seqs.length} events.`);
}

/** S2: every acknowledged message stands where it was acknowledged; every written one, acknowledged or not, has come. */
function nothingLost(witness: Witness, messages: readonly Message[]): void {
  const held = new Map(messages.map((message) => [`${message.from.id}/${message.id}`, message.seq]));
  for (const [key, seq] of witness.acknowledgements) {
    if (held.get(key) !== seq)
      witness.differ(`${key}, acknowledged as #${seq}, is missing.`, key.split('/')[1] ?? '');
  }
  const ids = new Set(messages.map(({ id }) => id));
  for (const { id, text } of [...witness.texts.values()].flat()) {
    if (!ids.has(id)) witness.differ(`"${text}" was written and never came.`, id);
  }
}

function nothingTwice(witness: Witness, messages: readonly Message[]): void {
  for (const [id, copies] of Map.groupBy(messages, (message) => message.id)) {
    if (copies.length > 1) witness.differ(`${id} stands ${copies.length} times.`, id);
  }
}

/** What one person wrote stands in the order of writing. */
function inOrder(witness: Witness, messages: readonly Message[]): void {
  const places = new Map(messages.map(({ id, seq }) => [id, seq]));
  for (const texts of witness.texts.values()) {
    let before = 0;
    for (const { id, text } of texts) {
      const seq = places.get(id) ?? before;
      if (seq < before) witness.differ(`"${text}" stands at #${seq}, before what was written earlier.`, id);
      before = Math.max(before, seq);
    }
  }
}

/** Of the changes of each kind one stands that may have come last: none that was done was asked after it was done. */
function changesStand(witness: Witness, messages: readonly Message[]): void {
  const bySeq = new Map(messages.map((message) => [message.seq, message]));
  for (const asks of Map.groupBy(witness.asks, ({ seq, by, what }) => `${seq} ${by} ${what}`).values()) {
    const lastDone = Math.max(...asks.filter(({ isDone }) => isDone).map(({ askedAt }) => askedAt));
    const [{ seq = 0, what = '' } = {}] = asks;
    const message = bySeq.get(seq);
    if (!message || !Number.isFinite(lastDone)) continue;
    const possible = asks.filter(({ doneAt }) => doneAt >= lastDone);
    if (possible.some((asked) => stands(message, asked))) continue;
    const values = possible.map(({ value }) => value).join(' or ');
    witness.differ(`#${seq} does not show: ${what} ${values}`, `#${seq}:`);
  }
}

function stands(message: Message, { what, value, by }: Asked): boolean {
  if (message.deleted || what === 'delete') return message.deleted === true;
  if (what === 'edit') return message.text === value;
  const holders = message.reactions?.[what.replace('react ', '')] ?? [];
  return holders.includes(by) === (value === 'true');
}

/** S6: every private message that anybody has, from the first page that has it. */
function privateAmong(pages: readonly ChaosPage[]): readonly Message[] {
  const found = new Map<number, Message>();
  for (const { state } of pages)
    for (const message of state.messages) if (message.to) found.set(message.seq, message);
  return [...found.values()];
}

/** Every page shows what its member may see, and nothing else. */
function sameForAll(witness: Witness, messages: readonly Message[], { name, id, state }: ChaosPage): void {
  const theirs = state.messages.map(normal);
  const ours = messages.filter((message) => mayRead(readersOf(message), id ?? null)).map(normal);
  ours.forEach((message, index) => {
    if (isDeepStrictEqual(theirs[index], message)) return;
    const [seen, held] = [JSON.stringify(theirs[index]), JSON.stringify(message)];
    witness.differ(`${name} sees ${seen}, the room holds ${held}`, `#${message.seq}:`, message.id);
  });
  if (theirs.length > ours.length) witness.differ(`${name} sees ${theirs.length - ours.length} too many.`);
}

/** Reactions are sets: their order tells nothing. */
function normal(message: Message): Message {
  const { reactions, ...rest } = message;
  if (!reactions) return rest;
  const sorted = Object.entries(reactions).map(([emoji, ids]) => [emoji, ids.toSorted()] as const);
  return {
    ...rest,
    reactions: Object.fromEntries(sorted.toSorted(([one], [other]) => (one < other ? -1 : 1))),
  };
}
