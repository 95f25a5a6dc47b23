import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsAll, level, levelled, spansOf, startOf, wordsOf } from '../../src/protocol/search.ts';

const finds = (query: string, text: string) => holdsAll(levelled(text), wordsOf(query));

/** Text as people write it, and as nobody does. */
const texts = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    fc.constantFrom(' ', 'é', 'e\u0301', 'İ', 'ı', 'Σ', 'ς', 'ﬁ', '❤\uFE0F', '\u0301', '한', 'が', '﷽', 'Ａ'),
    fc.constantFrom(
      'कि',
      'रัก',
      'か\u3099',
      'ｶﾞ',
      '\u1112\u1161\u11ab',
      '\u094d\u093c',
      '’',
      '\u05bc',
      'שּׁ',
      '\u{1D160}',
    ),
  ),
  maxLength: 20,
});

/** R7 word for word, with no regard to what it takes. */
function asWritten(text: string): string {
  const bare = (marked: string) => marked.replace(/\p{M}/gu, (mark) => (isPoint(mark) ? '' : mark));
  const short = bare(text).replace(/([\p{M}ﾞﾟ]{30})[\p{M}ﾞﾟ]+/gu, '$1');
  const whole = bare(short.normalize('NFKD')).normalize('NFKC');
  return whole.toLowerCase().replaceAll('ς', 'σ').replace(/[’ʼ]/g, "'");
}

const POINTS = [
  [0x300, 0x36f],
  [0x591, 0x5c7],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x6d6, 0x6ed],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xe0100, 0xe01ef],
] as const;

function isPoint(mark: string): boolean {
  const at = mark.codePointAt(0) ?? 0;
  return POINTS.some(([first, last]) => first <= at && at <= last);
}

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
    ['in French, whatever the apostrophe', "l'ete", 'l’été'],
    ['in English, whatever the apostrophe', 'don’t', "I don't know"],
    ['whatever the apostrophe', 'donʼt', 'I don’t know'],
    ['in Hindi, by what it is written with', 'किता', 'यह किताब है'],
    ['in Hindi, with a nukta written apart', 'लड\u093cका', 'ल\u095cका'],
    ['in Thai, by what it is written with', 'รัก', 'ฉันรักเธอ'],
    ['in kana, with a dakuten written apart', 'がっこう', 'か\u3099っこう'],
    ['in half-width kana with a dakuten', 'ガス', 'ｶﾞｽ'],
    ['by a Hangul syllable written in its parts', '한국', '대한국인'.normalize('NFD')],
    ['in Hebrew, without its points', 'שלום', 'שָׁלוֹם'],
    ['in Arabic, without its points', 'محمد', 'مُحَمَّد'],
  ])('%s: %s', (_, query, text) => {
    expect(finds(query, text)).toBe(true);
  });

  it.each([
    ['a word is missing', 'garden chair', 'The garden table is wet'],
    ['its letters stand elsewhere', 'gardentable', 'The garden table is wet'],
    ['the script is another', 'a', 'а'],
    ['a vowel of Hindi is another', 'कि', 'काला'],
    ['a vowel of Thai is missing', 'รัก', 'รก'],
    ['a kana is voiced', 'はか', 'ばか'],
    ['a kana is voiced, written apart', 'か', 'か\u3099'],
    ['a Hangul syllable goes on', '하', '한'],
  ])('but not where %s', (_, query, text) => {
    expect(finds(query, text)).toBe(false);
  });

  it('by any words that were cut out of it, between letters', () => {
    const pieces = fc
      .tuple(texts, fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 4 }))
      .map(([text, cuts]) => ({ text, cuts, letters: lettersOf(text) }))
      .filter(({ text, letters }) => letters.map(levelled).join('') === levelled(text))
      .map(({ text, cuts, letters }) => ({
        text,
        query: cuts.map(([from, length]) => letters.slice(from, from + length).join('')).join(' '),
      }));
    fc.assert(fc.property(pieces, ({ text, query }) => finds(query, text)));
  });
});

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const lettersOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);

describe('[R7] words', () => {
  it('are cut at white space of any kind, and stand once', () => {
    expect(wordsOf(' One\u00a0two\u3000ONE\n')).toEqual(['one', 'two']);
  });

  it('are none in marks alone', () => {
    expect(wordsOf('\u0301 \uFE0F')).toEqual([]);
  });
});

describe('[R7] a text that is levelled', () => {
  it('is so as the rule says, whatever its letters', () => {
    const unlike: string[] = [];
    for (let at = 0; at <= 0x10_ff_ff; at++) {
      const text = `か${String.fromCodePoint(at)}`;
      if (levelled(text) !== asWritten(text)) unlike.push(at.toString(16));
    }
    expect(unlike).toEqual([]);
  });

  it('is so as the rule says, whatever the text', () => {
    const any = fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 30 }));
    fc.assert(fc.property(any, (text) => levelled(text) === asWritten(text)));
  });

  it('has 8 marks in a row at most', () => {
    const marks = '\u094d\u093c'.repeat(4);
    for (const more of ['', '\u093c', marks]) {
      expect(levelled(`क${marks}${more}!`)).toBe(`क${marks}!`.normalize('NFKC'));
    }
  });

  it.each([
    ['accents', '\u0301\u0323'],
    ['signs of Hindi', '\u094d\u093c'],
    ['half-width dakuten and signs of Hindi', '\uff9e\u093c'],
    ['marks beyond the first 65,536 signs', '\u{1d165}\u{1d16d}'],
  ])('is so in a time that grows with its length, however many %s stand on a letter', (_, marks) => {
    const timeOf = (count: number) => {
      const text = `e${marks.repeat(count)}`;
      const start = performance.now();
      levelled(text);
      return performance.now() - start;
    };
    timeOf(1_000);
    // To put so many into their order takes ten seconds.
    expect(timeOf(100_000)).toBeLessThan(2_000);
  });

  it.each([
    ['English', 'The garden table', 1],
    ['French', 'été', 2],
    ['Chinese', '我们在花园里', 2],
    ['what becomes two', '\u095a', 4],
    ['one sign that becomes eighteen', '\uFDFA', 36],
  ])('was as much work as it has letters, times what such letters take: %s', (_, text, times) => {
    expect(level(text).work).toBe(text.length * times);
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
    ['with the vowels of their letters', 'काला', 'क', '[का]ला'],
    ['with a dakuten that is written apart', 'か\u3099っこう', 'が', '[か\u3099]っこう'],
    ['with a half-width dakuten', 'ｶﾞｽ', 'ガ', '[ｶﾞ]ｽ'],
    [
      'by syllables of Hangul written in their parts',
      '대한국'.normalize('NFD'),
      '한',
      `${'대'.normalize('NFD')}[${'한'.normalize('NFD')}]${'국'.normalize('NFD')}`,
    ],
    ['by whole letters', 'e\u0301te\u0301', 'e', '[e\u0301]t[e\u0301]'],
    ['with another apostrophe', 'I don’t', "don't", 'I [don’t]'],
    ['nowhere, where signs became one that stand apart', 'x ㄱㅏ', 'x', 'x ㄱㅏ'],
  ])('%s', (_, text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });

  it('is told for each word of what is found, in order and apart, or not at all', () => {
    fc.assert(
      fc.property(texts, texts, (query, text) => {
        const words = wordsOf(query);
        const spans = spansOf(text, words);
        const within = spans.map(([from, to]) => levelled(text.slice(from, to)));
        expect(spans.flat()).toEqual(spans.flat().toSorted((one, other) => one - other));
        expect(within.every((part) => words.some((word) => part.includes(word)))).toBe(true);
        if (spans.length === 0) return;
        expect(startOf(text, words)).toBe(spans[0]?.[0]);
        for (const word of words) {
          expect(within.some((part) => part.includes(word))).toBe(levelled(text).includes(word));
        }
      }),
    );
  });

  it('is no failure, whatever the text', () => {
    const any = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(any, any, (query, text) => {
        const words = wordsOf(query);
        const [first] = spansOf(text, words);
        if (first) expect(startOf(text, words)).toBe(first[0]);
      }),
    );
  });

  it('is told wherever a text holds them, in the scripts that people write', () => {
    for (const text of [
      'l’été',
      'Việt Nam',
      'İSTANBUL',
      'οδός',
      'यह किताब है',
      'ฉันรักเธอ',
      'がっこう',
      '대한국인',
      'שָׁלוֹם',
      'I ❤\uFE0F it',
    ]) {
      for (const form of ['NFC', 'NFD'] as const) {
        const written = text.normalize(form);
        expect(spansOf(written, wordsOf(text)).length, written).toBeGreaterThan(0);
      }
    }
  });
});
