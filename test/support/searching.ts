import { aRoom, type Person } from './room-builders.ts';

/** What it answers; throws where it is refused. */
export function searches(reader: Person, query: string, before?: number) {
  const [answer] = reader.says({ type: 'search', query, before });
  if (answer?.type !== 'found') throw new Error(`Nothing found: ${JSON.stringify(answer)}`);
  return answer;
}

export const seqs = (reader: Person, query: string, before?: number) =>
  searches(reader, query, before).messages.map(({ seq }) => seq);

/** All that a search finds, asked on until there is no more; and how many questions that took. */
export function all(reader: Person, query: string): { found: number[]; asked: number } {
  const found: number[] = [];
  let before: number | undefined;
  for (let asked = 1; ; asked++) {
    const answer = searches(reader, query, before);
    found.unshift(...answer.messages.map(({ seq }) => seq));
    if (!answer.more) return { found, asked };
    before = answer.before;
  }
}

/** Somebody who has said this, alone. */
export function saying(...texts: readonly string[]): Person {
  const ann = aRoom().join('Ann');
  for (const text of texts) ann.sends(text);
  return ann;
}
