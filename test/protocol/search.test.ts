import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsAll, levelled, spansOf, wordsOf } from '../../src/protocol/search.ts';

const finds = (query: string, text: string) => holdsAll(levelled(text), wordsOf(query));

/** Text as people write it, and as nobody does. */
const texts = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    fc.constantFrom(' ', 'é', 'e\u0301', 'İ', 'ı', 'Σ', 'ς', 'ﬁ', '❤\uFE0F', '\u0301', '한', 'が', '﷽', 'Ａ'),
  ),
  maxLength: 20,
});

describe('[R7] a text is found', () => {
  it.each([
    ['by a word of it', 'Table', 'The garden table is wet'],
    ['by a piece of a word', 'able', 'The garden table is wet'],
    ['by words in any order', 'wet garden', 'The garden table is wet'],
    ['whatever the case', 'ÉTÉ', 'cet été'],
    ['without the accents that it has', 'cafe a cote', 'Le café d’à côté'],
    ['with accents that it lacks', 'café', 'CAFE'],
    ['however its accents are written', 'caf\u00e9', 'cafe\u0301'],
    ['in Chinese, by any piece of it', '花园里', '我们在花园里见面'],
    ['in another width', 'abc １２', 'ＡＢＣ 12'],
    ['in half-width kana', 'カタカナ', 'ｶﾀｶﾅ'],
    ['by a Hangul syllable', '한국', '대한국인'],
    ['by an emoji, with and without its variation selector', '❤', 'I ❤\uFE0F it'],
    ['by an emoji, with and without its variation selector', '❤\uFE0F', 'I ❤ it'],
    ['by an emoji of another colour', '👍', 'yes 👍🏽'],
    ['in Turkish, with a dotted İ', 'istanbul', 'İSTANBUL'],
    ['in Turkish, with a dotless ı', 'ışık', 'ışık'],
    ['in Greek, wherever a word ends', 'ΟΔΟΣ', 'οδοσήμανση'],
    ['in Vietnamese', 'viet nam', 'Việt Nam'],
    ['by ligatures taken apart', 'office', 'oﬃce'],
  ])('%s: %s', (_, query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['a word is missing', 'garden chair', 'The garden table is wet'],
    ['its letters stand elsewhere', 'gardentable', 'The garden table is wet'],
    ['the script is another', 'a', 'а'],
  ])('but not where %s', (_, query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('by any words that were cut out of it', () => {
    const pieces = fc
      .tuple(texts, fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 4 }))
      .map(([text, cuts]) => ({
        text,
        query: cuts
          .map(([from, length]) =>
            Array.from(text)
              .slice(from, from + length)
              .join(''),
          )
          .join(' '),
      }));
    fc.assert(fc.property(pieces, ({ text, query }) => finds(query, text)));
  });

  it('if and only if it holds each word, levelled', () => {
    fc.assert(
      fc.property(texts, texts, (query, text) => {
        const words = query.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().split(/\s+/);
        const held = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
        return finds(query, text) === words.every((word) => held.includes(word.replaceAll('ς', 'σ')));
      }),
    );
  });
});

describe('[R7] words', () => {
  it('are cut at white space of any kind, and stand once', () => {
    expect(wordsOf(' One\u00a0two\u3000ONE\n')).toEqual(['one', 'two']);
  });

  it('are none in marks alone', () => {
    expect(wordsOf('\u0301 \uFE0F')).toEqual([]);
  });
});

describe('[R7] a text that is levelled', () => {
  it('is levelled a code point at a time as well', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        (text) => levelled(text) === Array.from(text, levelled).join(''),
      ),
    );
  });

  it('has no mark of any script', () => {
    for (let at = 0; at <= 0x10_ff_ff; at++) {
      const sign = String.fromCodePoint(at);
      if (/\p{M}/u.test(sign)) expect(levelled(`a${sign}`), at.toString(16)).toBe('a');
    }
  });

  it('is so in a time that grows with its length, however many marks stand on a letter', () => {
    const timeOf = (marks: number) => {
      const text = `e${'\u0301\u0323'.repeat(marks)}`;
      const start = performance.now();
      levelled(text);
      return performance.now() - start;
    };
    timeOf(1_000);
    // To put so many into their order takes ten seconds.
    expect(timeOf(100_000)).toBeLessThan(2_000);
  });
});

describe('[R7] where words stand', () => {
  const marked = (text: string, query: string) => {
    let done = 0;
    const parts = spansOf(text, wordsOf(query)).map(([from, to]) => {
      const part = `${text.slice(done, from)}[${text.slice(from, to)}]`;
      done = to;
      return part;
    });
    return parts.join('') + text.slice(done);
  };

  it.each([
    ['each time that they do', 'a table, a Table', 'table', 'a [table], a [Table]'],
    ['with their accents', 'l’été', 'ete', 'l’[été]'],
    ['with marks that are written behind', 'cafe\u0301!', 'cafe', '[cafe\u0301]!'],
    ['with the variation selector', 'I ❤\uFE0F it', '❤', 'I [❤\uFE0F] it'],
    ['as one, where they overlap', 'garden', 'gard arden', '[garden]'],
    ['as one, where they touch', 'garden', 'gar den', '[garden]'],
    ['as the whole sign that stands for them', 'oﬃce', 'ff', 'o[ﬃ]ce'],
    ['nowhere, where there are none', 'garden', 'x', 'garden'],
    ['in Chinese', '我们在花园里', '花园', '我们在[花园]里'],
  ])('%s', (_, text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('is told for each word of what is found, in order and apart', () => {
    fc.assert(
      fc.property(texts, texts, (query, text) => {
        const words = wordsOf(query);
        const spans = spansOf(text, words);
        const within = spans.map(([from, to]) => levelled(text.slice(from, to)));
        expect(spans.flat()).toEqual(spans.flat().toSorted((one, other) => one - other));
        for (const word of words) {
          expect(within.some((part) => part.includes(word))).toBe(levelled(text).includes(word));
        }
      }),
    );
  });
});
