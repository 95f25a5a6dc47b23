import { describe, expect, it } from 'vitest';
import type { Copy, Format } from '../../src/http/transcript/copy.ts';
import { asJson } from '../../src/http/transcript/json.ts';
import { asPage } from '../../src/http/transcript/page.ts';
import { asText } from '../../src/http/transcript/text.ts';
import type { Message } from '../../src/protocol/server-message.ts';

const NOON = Date.UTC(2026, 10, 20, 12, 0, 5);
const DAY = 24 * 60 * 60 * 1_000;

function message(fields: Partial<Message> = {}): Message {
  return {
    type: 'message',
    seq: 1,
    id: 'a',
    at: NOON,
    from: { id: 'm', name: 'Ann' },
    text: 'hello',
    ...fields,
  };
}

function tombstone(fields: Partial<Message> = {}): Message {
  const { text: _, ...rest } = message(fields);
  return { ...rest, deleted: true };
}

/** The whole of what a format makes of pages. */
async function written(format: Format, ...pages: Message[][]): Promise<string> {
  async function* given() {
    yield* pages;
  }
  const copy: Copy = { room: 'salon', log: 'log-1', head: 9, at: NOON + DAY, pages: given() };
  let whole = '';
  for await (const part of format(copy)) whole += part;
  return whole;
}

const hostile = `<script>alert(1)</script> "q" 'a' &lt; ]]> --> \u2028 </p>`;
const bell = String.fromCharCode(7);
const esc = String.fromCharCode(27);
const csi = String.fromCharCode(0x9b);

describe('[R6] text', () => {
  it('says of which room and when, and when it is whole', async () => {
    expect(await written(asText)).toBe(
      'Transcript of salon, downloaded 2026-11-21 12:00:05 UTC\n\n\nEnd of the transcript. Messages: 0\n',
    );
  });

  /** The lines of these messages alone. */
  const lines = async (...messages: Message[]) => (await written(asText, messages)).split('\n').slice(2, -3);

  it.each<[string, Message, string[]]>([
    ['a message', message(), ['#1 Ann: hello']],
    ['an edited one', message({ edited: NOON }), ['#1 Ann (edited): hello']],
    ['a reply', message({ seq: 15, replyTo: 12 }), ['#15 Ann re #12: hello']],
    ['an edited reply', message({ seq: 15, replyTo: 12, edited: 1 }), ['#15 Ann re #12 (edited): hello']],
    ['a tombstone', tombstone(), ['#1 Ann: (deleted)']],
    [
      'reactions, by their true count',
      message({ reactions: { '👍': ['m', 'n'], '🎉': ['m'] }, reactionCounts: { '🎉': 70 } }),
      ['#1 Ann: hello', '    (👍 2, 🎉 70)'],
    ],
    ['further lines', message({ text: 'a\nb\n\n c' }), ['#1 Ann: a', '    b', '    ', '     c']],
    ['tabs', message({ text: 'a\tb' }), ['#1 Ann: a\tb']],
    ['markup, as it is', message({ text: '<b>&amp;' }), ['#1 Ann: <b>&amp;']],
  ])('holds %s', async (_, given, [first, ...rest]) => {
    expect(await lines(given)).toEqual([`[2026-11-20 12:00:05 UTC] ${first}`, ...rest]);
  });

  it.each(['\n', '\r', '\r\n', '\u2028', '\u2029', '\u0085'])(
    'lets nobody begin a line of somebody else with %j',
    async (end) => {
      const [, second] = await lines(message({ text: `a${end}[2026-11-20 12:00:05 UTC] #2 Bob: forged` }));
      expect(second).toBe('    [2026-11-20 12:00:05 UTC] #2 Bob: forged');
    },
  );

  it('shows what would control a terminal', async () => {
    const text = `${esc}[2J${bell}${csi}31m${String.fromCharCode(0, 11, 127)}`;
    expect(await lines(message({ text }))).toEqual(['[2026-11-20 12:00:05 UTC] #1 Ann: ␛[2J␇<U+009B>31m␀␋␡']);
  });

  it('shows what would turn the direction of what follows', async () => {
    const [line] = await lines(
      message({ text: 'a\u202egpj.exe\u2066', from: { id: 'm', name: 'A\u202ex' } }),
    );
    expect(line).toMatch(/#1 A<U\+202E>x: a<U\+202E>gpj\.exe<U\+2066>$/);
  });

  it('leaves every script and emoji as it is', async () => {
    const text = 'שלום\u200f مرحبا हिन्दी 聊天 👩‍👩‍👧 e\u0301';
    expect((await lines(message({ text })))[0]).toContain(text);
  });
});

describe('[R6] JSON', () => {
  const parsed = async (...pages: Message[][]) => JSON.parse(await written(asJson, ...pages));

  it('of an empty room is a document', async () => {
    expect(await parsed()).toEqual({
      room: 'salon',
      log: 'log-1',
      head: 9,
      exportedAt: NOON + DAY,
      messages: [],
    });
  });

  it('holds messages as they go over the wire', async () => {
    const messages = [
      message({ replyTo: 3, edited: 5, reactions: { '👍': ['m'] }, reactionCounts: { '👍': 70 } }),
      tombstone({ seq: 2 }),
      message({ seq: 3, text: hostile, from: { id: 'n', name: hostile } }),
      message({ seq: 4, text: `${esc}${bell}${csi}\u202e\r\n\t` }),
    ];
    const [one, two, three, four] = messages as [Message, Message, Message, Message];
    expect((await parsed([one], [two, three], [four])).messages).toEqual(messages);
  });

  it('holds nothing that means something where it may be pasted', async () => {
    const text = hostile + esc + bell + csi + String.fromCharCode(127);
    const json = await written(asJson, [message({ text, from: { id: 'm', name: `${hostile}\u202e` } })]);
    expect(json).not.toMatch(/[<>&\u2028\u2029\u202e]|(?!\n)\p{Cc}/u);
  });

  it('is not valid before its end', async () => {
    const whole = await written(asJson, [message()], [message({ seq: 2 })]);
    expect(() => JSON.parse(whole.trimEnd().slice(0, -1))).toThrow();
  });
});

describe('[R6] HTML', () => {
  /** What a parser finds in a page. */
  async function parsed(...messages: Message[]) {
    const found = { elements: [] as string[], ids: [] as string[], links: [] as string[], text: '' };
    const page = await written(asPage, messages);
    const rewriter = new HTMLRewriter().on('*', {
      element: (element) => {
        found.elements.push(element.tagName);
        const [id, href] = [element.getAttribute('id'), element.getAttribute('href')];
        if (id !== null) found.ids.push(id);
        if (href !== null) found.links.push(href);
        for (const [name] of element.attributes) expect(name).not.toMatch(/^on|^style$/);
      },
      text: ({ text }) => {
        found.text += text;
      },
    });
    await rewriter.transform(new Response(page)).text();
    return { ...found, page };
  }

  it('stands alone: no script, no address but its own', async () => {
    const { elements, links, page } = await parsed(message(), message({ seq: 2, replyTo: 1 }));
    expect(elements).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/script|link|img|iframe|base/)]),
    );
    expect(links).toEqual(['#m1', '#m2', '#m1']);
    expect(page).not.toMatch(/url\(|@import|src=|:\/\//);
  });

  it('says what it is', async () => {
    const { page } = await parsed();
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">/);
    expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(page).toContain('<title>Transcript of salon</title>');
    expect(page.trimEnd()).toMatch(/Messages: 0<\/footer>\n<\/body>\n<\/html>$/);
  });

  it('has an article for each message, with its anchor', async () => {
    const { elements, ids } = await parsed(message(), tombstone({ seq: 12 }));
    expect(elements.filter((name) => name === 'article')).toHaveLength(2);
    expect(ids).toEqual(['m1', 'm12']);
  });

  it('takes what people write for text alone', async () => {
    const plain = await parsed(message());
    const from = { id: 'm', name: hostile };
    const { elements, page } = await parsed(message({ text: hostile, from }));
    expect(elements).toEqual(plain.elements);
    const shown =
      '&lt;script&gt;alert(1)&lt;/script&gt; &quot;q&quot; &#39;a&#39; &amp;lt; ]]&gt; --&gt; \n &lt;/p&gt;';
    expect(page.split(shown)).toHaveLength(3);
  });

  it('has a heading for each day, also over the edge of a page', async () => {
    const of = (seq: number, days: number) => message({ seq, at: NOON + days * DAY });
    const page = await written(asPage, [of(1, 0), of(2, 0)], [of(3, 0), of(4, 1)], [of(5, 1)]);
    expect(page.match(/<h2>.*<\/h2>|<article id="\w+"/g)).toEqual([
      '<h2><time datetime="2026-11-20">Friday, 20 November 2026</time></h2>',
      '<article id="m1"',
      '<article id="m2"',
      '<article id="m3"',
      '<h2><time datetime="2026-11-21">Saturday, 21 November 2026</time></h2>',
      '<article id="m4"',
      '<article id="m5"',
    ]);
  });

  it('shows what happened to a message', async () => {
    const reactions = { '👍': ['m', 'n'], '🎉': ['m'] };
    const { text } = await parsed(
      message({ edited: 1, reactions, reactionCounts: { '🎉': 70 } }),
      tombstone({ seq: 2, replyTo: 1 }),
    );
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Ann 12:00:05 #1 (edited) hello 👍 2🎉 70 Ann 12:00:05 #2 re #1 (deleted)',
    );
  });

  it('lets each text find its own direction, and keeps its lines', async () => {
    const { page } = await parsed(message({ text: 'שלום\r\n  b' }));
    expect(page).toContain('lang="" dir="auto">שלום\n  b</p>');
    expect(page).toMatch(/\.text \{ white-space: pre-wrap/);
  });

  it('holds no control characters, which no page may', async () => {
    const { page } = await parsed(message({ text: `${esc}${bell}${csi}${String.fromCharCode(0)}` }));
    expect(page).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(page).toContain('␛␇&lt;U+009B&gt;␀');
  });
});
