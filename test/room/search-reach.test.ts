import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../src/protocol/limits.ts';
import { searchLimits } from '../../src/protocol/search-limits.ts';
import { aRoom } from '../support/room-builders.ts';
import { all, saying, searches } from '../support/searching.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

describe('how far one search looks', () => {
  it('[R7] is 50 messages found, and then on from there, none left out, none twice', () => {
    const ann = saying(...Array.from({ length: 120 }, (_, index) => (index % 2 ? 'x' : 'y')));
    const first = searches(ann, 'x');
    expect(first.messages.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 50 }, (_, index) => 22 + 2 * index),
    );
    expect(first).toMatchObject({ more: true, before: 21, at: 1_800_000_000_000 });
    expect(searches(ann, 'x', first.before)).toMatchObject({ messages: { length: 10 }, more: false });
  });

  it('[R7] is no further where exactly 50 are found: what is older was looked through', () => {
    const ann = saying('y', ...Array.from({ length: 50 }, () => 'x'));
    expect(searches(ann, 'x')).toMatchObject({ messages: { length: 50 }, more: false });
  });

  it('[R7] is 1,000 messages, of which none need be found; `before` and `at` are those of the last', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    ann.sends('x');
    ann.sends('y');
    room.passes(5);
    ann.sends('y');
    room.passes(5);
    for (let sent = 0; sent < searchLimits.messages - 1; sent++) ann.sends('y');
    expect(searches(ann, 'x')).toEqual({
      type: 'found',
      messages: [],
      more: true,
      before: 3,
      at: room.now - 5,
    });
    expect(searches(ann, 'x', 3)).toMatchObject({ messages: [{ seq: 1 }], more: false });
  });

  it('[R7] is no more than 1,000 where there are no more', () => {
    const ann = saying(...Array.from({ length: searchLimits.messages }, () => 'y'));
    expect(searches(ann, 'x')).toEqual({ type: 'found', messages: [], more: false });
  });

  it.each([
    ['texts are long', 'y'.repeat(4_000), 'x', 50],
    ['texts have accents', 'é'.repeat(4_000), 'x', 25],
    ['texts become long', '\uFDFA'.repeat(1_000), 'x', 6],
    ['texts become others', '\u09dc'.repeat(4_000), 'x', 13],
    ['texts are marks', '\u0301\u0323'.repeat(2_000), 'x', 25],
    ['texts are marks that are letters', '\u094d\u093c'.repeat(2_000), 'x', 25],
    ['the query has many words', 'y'.repeat(1_000), Array.from('abcdefghijklmnopqrstuvwxyz').join(' '), 28],
  ])('[R7] is less where %s', (_, text, query, looked) => {
    const ann = saying(...Array.from({ length: 60 }, () => text));
    expect(searches(ann, query)).toMatchObject({ messages: [], more: true, before: 61 - looked });
  });

  it.each([
    [
      'English, of three words',
      'The garden table’s wet and the chair is not, so bring it in before the evening.',
      'one two three',
    ],
    [
      'French, of two words',
      'Un été à la mer, où ça sent bon le pin, les figues mûres et le sel de l’été passé.',
      'été deux',
    ],
    ['Hindi, of two words', 'यह किताब बहुत अच्छी है और मैं इसे कल रात को देर तक पढ़ता रहा था घर में', 'घर कु'],
  ])('[R7] is 1,000 messages where they are of 80 letters and %s', (_, text, query) => {
    const ann = saying(...Array.from({ length: 1_001 }, () => text.slice(0, 80)));
    expect(searches(ann, query)).toMatchObject({ messages: [], more: true, before: 2 });
  });

  it('[R7] is less where many have reacted to what it looks through: they are read with it', () => {
    const room = aRoom();
    const ann = room.join('Ann');
    const people = Array.from({ length: limits.reactorsListed }, (_, at) => `p${at}`);
    const emoji = Array.from({ length: limits.emojiPerMessage }, (_, at) =>
      String.fromCodePoint(0x1f600 + at),
    );
    const reactions = Object.fromEntries(emoji.map((sign) => [sign, people]));
    for (let seq = 1; seq <= 60; seq++) {
      const from = { id: ann.id, name: 'Ann' };
      room.transcript.append({ type: 'message', seq, id: `m${seq}`, at: 0, from, text: 'y', reactions });
    }
    expect(searches(ann, 'x')).toMatchObject({ messages: [], more: true, before: 11 });
  });

  it('[R7] is less where the answer would grow past 256 KiB', () => {
    const ann = saying(...Array.from({ length: 40 }, () => '我'.repeat(4_000)));
    const answer = ann.says({ type: 'search', id: 's'.repeat(64), query: '我' })[0];
    expect(bytes(answer)).toBeLessThanOrEqual(262_144);
    expect(bytes(answer)).toBeGreaterThan(262_144 - 2 * 17_000);
    expect(all(ann, '我').found).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('[R7] does not matter in the end: asked on, it finds all that there is, once', () => {
    const talks = fc.array(
      fc.record({
        text: fc.constantFrom('x', 'y', 'x'.repeat(3_000), `${'y'.repeat(3_900)} x`, '👍'.repeat(3_900)),
        isPrivate: fc.constantFrom(true, false, false),
        times: fc.constantFrom(1, 1, 20, 60),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(talks, (talk) => {
        const room = aRoom();
        const [ann, bob, eve] = [room.join('Ann'), room.join('Bob'), room.join('Eve')];
        const expected: Record<'bob' | 'eve', number[]> = { bob: [], eve: [] };
        for (const { text, isPrivate, times } of talk) {
          for (let sent = 0; sent < times; sent++) {
            ann.sends(text, isPrivate ? { to: [bob.id] } : {});
            if (!text.includes('x')) continue;
            expected.bob.push(room.transcript.head);
            if (!isPrivate) expected.eve.push(room.transcript.head);
          }
        }
        expect(all(bob, 'X').found).toEqual(expected.bob);
        expect(all(eve, 'X').found).toEqual(expected.eve);
      }),
      { numRuns: 30 },
    );
  });
});
