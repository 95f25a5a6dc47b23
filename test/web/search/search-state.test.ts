import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RefusedError } from '../../../src/client/refused-error.ts';
import { type ErrorCode, refusal } from '../../../src/protocol/codes.ts';
import type { FoundAnswer, Message } from '../../../src/protocol/server-message.ts';
import { SearchState } from '../../../src/web/search/search-state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const message = (seq: number): Message => ({
  type: 'message',
  seq,
  id: `m${seq}`,
  at: seq,
  from: { id: 'ann', name: 'Ann' },
  text: 'x',
});

interface Question {
  readonly query: string;
  readonly before: number | undefined;
  finds(seqs: readonly number[], before?: number): Promise<void>;
  fails(code: ErrorCode, retryAfter?: number): Promise<void>;
}

/** A search, and a room that is asked and answers when it is told to. */
function aSearch() {
  const asked: Question[] = [];
  const search = new SearchState((query, before) => {
    const { promise, resolve, reject } = Promise.withResolvers<FoundAnswer>();
    const settled = () => vi.advanceTimersByTimeAsync(0).then(() => {});
    asked.push({
      query,
      before,
      finds: (seqs, next) => {
        const more = next !== undefined ? { more: true, before: next, at: next } : { more: false };
        resolve({ type: 'found', messages: seqs.map(message), ...more });
        return settled();
      },
      fails: (code, retryAfter) => {
        reject(new RefusedError(refusal(code, retryAfter === undefined ? {} : { retryAfter })));
        return settled();
      },
    });
    return promise;
  });
  const last = () => {
    const question = asked.at(-1);
    if (!question) throw new Error('Nothing was asked.');
    return question;
  };
  const found = () => search.results.value.messages.map(({ seq }) => seq);
  return { search, asked, last, found };
}

const fromTo = (first: number, end: number) =>
  Array.from({ length: end - first + 1 }, (_, index) => first + index);

/** Typed, and waited for. */
async function typing(search: SearchState, text: string): Promise<void> {
  search.type(text);
  await vi.advanceTimersByTimeAsync(250);
}

describe('what is typed', () => {
  test('is searched for a quarter of a second after the last key', async () => {
    const { search, asked } = aSearch();
    search.type('ta');
    await vi.advanceTimersByTimeAsync(249);
    search.type(' table ');
    await vi.advanceTimersByTimeAsync(249);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toMatchObject([{ query: 'table', before: undefined }]);
  });

  test('is searched for at once on Enter, and not once more after the pause', async () => {
    const { search, asked, last } = aSearch();
    search.type('table');
    search.enter();
    search.enter();
    await last().finds([1]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(1);
  });

  test('is searched for again by another Enter, and not by typing what stands there', async () => {
    const { search, asked, last } = aSearch();
    await typing(search, 'table');
    await last().finds([1]);
    await typing(search, 'table ');
    expect(asked).toHaveLength(1);
    search.enter();
    expect(asked).toHaveLength(2);
  });

  test('is nothing where it is empty: nothing is asked, and nothing more shown', async () => {
    const { search, asked, last, found } = aSearch();
    await typing(search, '  ');
    await typing(search, '\uFE0F');
    search.enter();
    expect(asked).toEqual([]);
    await typing(search, 'table');
    await last().finds([1]);
    search.type('');
    expect([found(), search.progress.value.state]).toEqual([[], 'idle']);
    await typing(search, 'table');
    expect(asked).toHaveLength(2);
  });
});

describe('what was found', () => {
  test('is shown newest first, with the words that were searched for', async () => {
    const { search, last, found } = aSearch();
    await typing(search, 'Été 1');
    expect(search.progress.value.state).toBe('searching');
    await last().finds([1, 5, 9]);
    expect(found()).toEqual([9, 5, 1]);
    expect(search.results.value.words).toEqual(['ete', '1']);
    expect(search.progress.value).toEqual({ state: 'rests', reach: undefined });
  });

  test('of an older query never takes the place of what a newer one has found', async () => {
    const { search, asked, found } = aSearch();
    await typing(search, 'one');
    await typing(search, 'two');
    await asked[1]?.finds([2]);
    await asked[0]?.finds([1], 1);
    expect(found()).toEqual([2]);
    expect(asked).toHaveLength(2);
  });

  test('of an older query is no failure of a newer one', async () => {
    const { search, asked } = aSearch();
    await typing(search, 'one');
    await typing(search, 'two');
    await asked[0]?.fails('internal');
    expect(search.progress.value.state).toBe('searching');
  });

  test('stays until there is an answer to what is typed next', async () => {
    const { search, last, found } = aSearch();
    await typing(search, 'one');
    await last().finds([1]);
    await typing(search, 'two');
    expect(found()).toEqual([1]);
    await last().finds([]);
    expect(found()).toEqual([]);
  });

  test('is nothing any more to who has stopped looking', async () => {
    const { search, last, found } = aSearch();
    await typing(search, 'one');
    search.stop();
    await last().finds([1], 1);
    expect(found()).toEqual([]);
  });
});

describe('what is typed asks one question', () => {
  test('and no more, however little that finds', async () => {
    const { search, asked, last, found } = aSearch();
    await typing(search, 'x');
    await last().finds([95], 90);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([asked.length, found()]).toEqual([1, [95]]);
    expect(search.progress.value).toEqual({ state: 'rests', reach: { before: 90, at: 90 } });
  });

  test('which goes on where Enter is pressed meanwhile', async () => {
    const { search, asked, last } = aSearch();
    await typing(search, 'x');
    search.enter();
    await last().finds([95], 90);
    expect(asked.map(({ before }) => before)).toEqual([undefined, 90]);
  });
});

/** Typed, and Enter pressed. */
function entering(search: SearchState, text: string): void {
  search.type(text);
  search.enter();
}

describe('a search goes on by itself', () => {
  test('until twenty are found, each question from where the one before has ended', async () => {
    const { search, asked, last, found } = aSearch();
    entering(search, 'x');
    await last().finds(fromTo(91, 99), 90);
    await last().finds([], 80);
    await last().finds(fromTo(50, 60), 49);
    expect(asked.map(({ before }) => before)).toEqual([undefined, 90, 80]);
    expect(found()).toEqual([...fromTo(91, 99).reverse(), ...fromTo(50, 60).reverse()]);
    expect(search.progress.value).toEqual({ state: 'rests', reach: { before: 49, at: 49 } });
  });

  test('for five questions where it finds little, then as far again when asked to', async () => {
    const { search, asked, last, found } = aSearch();
    entering(search, 'x');
    for (const before of [90, 80, 70, 60, 50]) await last().finds([before], before);
    expect(asked).toHaveLength(5);
    expect(search.progress.value).toEqual({ state: 'rests', reach: { before: 50, at: 50 } });
    search.further();
    expect(search.progress.value).toEqual({ state: 'searching', reach: { before: 50, at: 50 } });
    await last().finds([1]);
    expect(asked.map(({ before }) => before)).toEqual([undefined, 90, 80, 70, 60, 50]);
    expect(found()).toEqual([90, 80, 70, 60, 50, 1]);
    expect(search.progress.value).toEqual({ state: 'rests', reach: undefined });
  });

  test('not past the beginning', async () => {
    const { search, asked, last } = aSearch();
    await typing(search, 'x');
    await last().finds([3]);
    search.further();
    expect(asked).toHaveLength(1);
  });
});

describe('a question that is refused', () => {
  test('[E1] as too fast is asked again, not before retryAfter', async () => {
    const { search, asked, last, found } = aSearch();
    await typing(search, 'x');
    await last().fails('rate_limited', 700);
    await vi.advanceTimersByTimeAsync(699);
    expect([asked.length, search.progress.value.state]).toEqual([1, 'searching']);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked).toHaveLength(2);
    await last().finds([4]);
    expect(found()).toEqual([4]);
  });

  test('[E1] as too fast is not asked again for who has typed on', async () => {
    const { search, asked, last } = aSearch();
    await typing(search, 'one');
    await last().fails('rate_limited', 700);
    await typing(search, 'two');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked.map(({ query }) => query)).toEqual(['one', 'two']);
  });

  test('for another reason is a failure, which says why; what an earlier query has found is gone', async () => {
    const { search, last, found } = aSearch();
    await typing(search, 'one');
    await last().finds([1]);
    await typing(search, 'two');
    await last().fails('too_long');
    expect(search.progress.value).toMatchObject({ state: 'failed', why: { code: 'too_long' } });
    expect(found()).toEqual([]);
  });

  test('is asked again where it failed, and keeps what was found before', async () => {
    const { search, asked, last, found } = aSearch();
    entering(search, 'x');
    await last().finds([90], 80);
    await last().fails('internal');
    expect(found()).toEqual([90]);
    const reach = { before: 80, at: 80 };
    expect(search.progress.value).toMatchObject({ state: 'failed', reach });
    search.resume();
    expect(search.progress.value).toEqual({ state: 'searching', reach });
    await last().finds([7]);
    expect(asked.map(({ before }) => before)).toEqual([undefined, 80, 80]);
    expect(found()).toEqual([90, 7]);
  });

  test('is asked again by Enter', async () => {
    const { search, asked, last } = aSearch();
    await typing(search, 'x');
    await last().fails('internal');
    search.enter();
    expect(asked).toHaveLength(2);
  });

  test('is nothing to resume where nothing failed', async () => {
    const { search, asked, last } = aSearch();
    search.resume();
    await typing(search, 'x');
    await last().finds([1]);
    search.resume();
    expect(asked).toHaveLength(1);
  });
});
