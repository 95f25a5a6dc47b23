import { describe, expect, it } from 'vitest';
import { markdownNodes } from '../../../src/web/room/markdown.tsx';
import { outline } from '../../support/outline.ts';

/** What a message becomes, without what is the same for all: the direction of blocks, how links open. */
const drawn = (text: string) =>
  outline(markdownNodes(text)).replaceAll(/ (?:dir|target|rel|style|title)=(?:"[^"]*"|\{.*?\})/g, '');

const paragraph = (inside: string) => `<p>${inside}</p>`;

describe('emphasis', () => {
  it.each([
    ['*a* and _b_', '<em>a</em> and <em>b</em>'],
    ['**a** and __b__', '<strong>a</strong> and <strong>b</strong>'],
    ['***a***', '<em><strong>a</strong></em>'],
    ['~~a~~', '<del>a</del>'],
    ['**a *b* c**', '<strong>a <em>b</em> c</strong>'],
    ['**Note**s', '<strong>Note</strong>s'],
    ['😀**😀**😀', '😀<strong>😀</strong>😀'],
    ['`*a*` and ``b ` c``', '<code>*a*</code> and <code>b ` c</code>'],
  ])('in %j', (text, inside) => expect(drawn(text)).toBe(paragraph(inside)));

  it.each([
    '2 * 3 * 4',
    '2*3*4',
    'snake_case_names',
    'char*p, int*q',
    'int *a, *b, *c;',
    '**kwargs and *args',
    'about ~5, so 10~20~30',
    'a * and _ and ~~',
    '****',
  ])('none in %j', (text) => expect(drawn(text)).toBe(paragraph(text)));

  it.each([
    ['**中文。**后面', '<strong>中文。</strong>后面'],
    ['中文**（强调）**中文', '中文<strong>（强调）</strong>中文'],
    ['他说**“你好”**的', '他说<strong>“你好”</strong>的'],
    ['**foo:**中文', '<strong>foo:</strong>中文'],
    ['Hello**世界**', 'Hello<strong>世界</strong>'],
    ['~~中文。~~后面', '<del>中文。</del>后面'],
    ['**テスト（注）**です', '<strong>テスト（注）</strong>です'],
    ['한국어**텍스트(text)**은', '한국어<strong>텍스트(text)</strong>은'],
  ])('between letters that know no spaces: %j', (text, inside) => {
    expect(drawn(text)).toBe(paragraph(inside));
  });
});

describe('links', () => {
  const link = (href: string, inside = href) => `<a href="${href}">${inside}</a>`;

  it.each([
    ['see https://x.y/a_b_c*d*e, ok', `see ${link('https://x.y/a_b_c*d*e')}, ok`],
    ['*see https://x.y/a*b c*', `<em>see ${link('https://x.y/a*b')} c</em>`],
    ['**https://x.y**', `<strong>${link('https://x.y')}</strong>`],
    ['*(https://x.y/a_(b))*', `<em>(${link('https://x.y/a_(b)')})</em>`],
    ['[*a*](https://x.y)', link('https://x.y', '<em>a</em>')],
    ['[](https://x.y)', link('https://x.y')],
    ['![a](https://x.y/z.png)', link('https://x.y/z.png', 'a')],
    ['<https://x.y>', link('https://x.y')],
    ['<a@b.c>', link('mailto:a@b.c', 'a@b.c')],
  ])('%j', (text, inside) => expect(drawn(text)).toBe(paragraph(inside)));

  it('stand in no other link', () => {
    expect(drawn('[![a](https://x.y)](https://z.y)')).toBe(paragraph(link('https://z.y', 'a')));
    expect(drawn('[https://x.y](https://z.y)')).toBe(paragraph(link('https://z.y', 'https://x.y')));
  });

  it('with other words than their address say where they lead', () => {
    expect(outline(markdownNodes('[bank](https://x.y)'))).toContain('title="https://x.y"');
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert`1`)',
    '[a](data:text/html,x)',
    '[a](vbscript:x)',
    '[a](//x.y)',
    '[a](/r/salon)',
    '![a](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[a](<java\tscript:alert(1)>)',
    '[a](&#106;avascript:alert(1))',
  ])('lead nowhere else: %j', (text) => expect(drawn(text)).toBe(paragraph(text)));
});

describe('blocks', () => {
  it.each([
    ['> a\n> b\n\nc', '<blockquote><p>a\nb</p></blockquote>\n<p>c</p>'],
    ['> a\n> > b', '<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>'],
    ['- a\n- b\n  - c', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    ['3. a\n4. *b*', '<ol start=3><li>a</li><li><em>b</em></li></ol>'],
    ['- [ ] a\n- [x] b', '<ul><li>[ ] a</li><li>[x] b</li></ul>'],
    ['# a *b*\nc', '<p><strong>a <em>b</em></strong></p><p>c</p>'],
    ['a\n```ts\nb  c\n```\nd', '<p>a</p><CodeBlock language="ts">b  c</CodeBlock><p>d</p>'],
    ['```\n*a', '<CodeBlock language="">*a</CodeBlock>'],
    ['a\n\n    b\n      c\n\nd', '<p>a</p><CodeBlock language="">b\n  c</CodeBlock><p>d</p>'],
  ])('%j', (text, blocks) => expect(drawn(text)).toBe(blocks));

  it('are of the direction that their text has', () => {
    expect(outline(markdownNodes('*שלום*\n\n> *hello*\n\n- a'))).toMatch(
      /<p dir="auto">.*<blockquote dir="auto"><p>.*<ul dir="auto"><li>/s,
    );
  });
});

describe('code that is typed as in a chat', () => {
  const block = (code: string, language = '') => `<CodeBlock language="${language}">${code}</CodeBlock>`;

  it.each([
    ['```SELECT a\nFROM b;```', block('SELECT a\nFROM b;')],
    ['```SELECT a\nFROM b;\n```', block('SELECT a\nFROM b;')],
    ['```SELECT a\nFROM b;', block('SELECT a\nFROM b;')],
    ['~~~SELECT a\nFROM b;\n~~~', block('SELECT a\nFROM b;')],
    ['```foo();\nbar();```', block('foo();\nbar();')],
    ['```\n  a\n```', block('  a')],
    ['```js\nlet a = 1;```', block('let a = 1;', 'js')],
    ['``` c++ \nint a;```', block('int a;', 'c++')],
    ['```let a = 1;```', block('let a = 1;')],
    ['```let a = `b````', block('let a = `b`')],
    ['  ```js\n  if (a)\n    b();```', block('if (a)\n  b();', 'js')],
    ['> ```SELECT a\n> FROM b;```', `<blockquote>${block('SELECT a\nFROM b;')}</blockquote>`],
    ['- ```SELECT a\n  FROM b;```', `<ul><li>${block('SELECT a\nFROM b;')}</li></ul>`],
  ])('%j is all of it code, without the ticks', (text, code) => expect(drawn(text)).toBe(code));

  it.each([
    ['```js\na();```\n*b*', `${block('a();', 'js')}<p><em>b</em></p>`],
    ['```js\na();``` *b*', `${block('a();', 'js')}<p><em>b</em></p>`],
    ['```a\nb```\n```c\nd```', `${block('b', 'a')}${block('d', 'c')}`],
    ['a\n```b c\nd```\ne', `<p>a</p>${block('b c\nd')}<p>e</p>`],
    ['a: ```b c\nd``` e', `<p>a: </p>${block('b c\nd')}<p>e</p>`],
    ['`a`: ```js\nb\n```\ne', `<p><code>a</code>: </p>${block('b', 'js')}<p>e</p>`],
    ['a ``` and ```js\nb\n```', `<p>a \`\`\` and </p>${block('b', 'js')}`],
    ['a ` and: ```\nb\n```', `<p>a \` and: </p>${block('b')}`],
    ['a \\`b: ```c `\nd```', `<p>a \`b: </p>${block('c `\nd')}`],
    ['a\n``` b `c`\nd```', `<p>a</p>${block('b `c`\nd')}`],
    ['```js\na();``` b\n```\nc\n```', `${block('a();', 'js')}<p>b</p>${block('c')}`],
    ['```\na\n``` b\n```\nc\n```', `${block('a')}<p>b</p>${block('c')}`],
    ['```\na ``` b', `${block('a ')}<p>b</p>`],
  ])('begins and ends where its ticks stand: %j', (text, blocks) => expect(drawn(text)).toBe(blocks));

  it.each([
    ['```js\nlet a = "```";\nb();\n```', block('let a = "```";\nb();', 'js')],
    ['````\n```\na\n```\n````', block('```\na\n```')],
    [
      '```rust\n/// ```\n/// a();\n/// ```\nfn a() {}\n```',
      block('/// ```\n/// a();\n/// ```\nfn a() {}', 'rust'),
    ],
    ['```js\n/**\n * ```\n * a();\n * ```\n */```', block('/**\n * ```\n * a();\n * ```\n */', 'js')],
    ['```py\n    ```\n    a()\n    ```\n  ```\nb', `${block('    ```\n    a()\n    ```', 'py')}<p>b</p>`],
    ['```\nUse ``` to fence\n```', block('Use ``` to fence')],
  ])('may have ticks within: %j', (text, code) => expect(drawn(text)).toBe(code));

  it.each([
    ['Type `` ``` `` to open\nand ``` again', 'Type <code>```</code> to open\nand ``` again'],
    ['`` ``` `` opens,\n`` ```a `` too', '<code>```</code> opens,\n<code>```a</code> too'],
    ['a `x ```y` b\nc ```', 'a <code>x ```y</code> b\nc ```'],
    ['a \\```not\ncode ```', 'a ```not\ncode ```'],
    ['a \\\\```not\ncode ```', 'a \\```not\ncode ```'],
    ['a ``` b. C\nd ``` e', 'a <code>b. C d</code> e'],
  ])('is not what is said of ticks: %j', (text, inside) => expect(drawn(text)).toBe(paragraph(inside)));

  it('is within a line what it is in any', () => {
    expect(drawn('```a``` and ```b```')).toBe(paragraph('<code>a</code> and <code>b</code>'));
    expect(drawn('a ```b``` c\n```d``` e')).toBe(paragraph('a <code>b</code> c\n<code>d</code> e'));
    expect(drawn('```a ``` *b*')).toBe(paragraph('<code>a </code> <em>b</em>'));
  });
});

describe('stays as it was typed:', () => {
  it.each([
    'a  b\n   c\n\td  \ne',
    'a\\b C:\\dir \\\\server\\share',
    '¯\\_(ツ)_/¯',
    '&amp; &#42; &lt;',
    '<b>a</b> <script>alert(1)</script>',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '[a] [b]: c',
    'a\n===',
    '-',
    '2.',
    '#',
    '>',
    '```',
    '```let a',
    '~~~ a ~~~',
    '***',
  ])('%j', (text) => expect(drawn(text)).toBe(paragraph(text)));

  it('empty lines around a list', () => {
    expect(drawn('a\n\n- b\n\n\nc')).toBe('<p>a\n\n</p><ul><li>b</li></ul>\n\n<p>c</p>');
  });

  it('empty lines between paragraphs', () => {
    expect(drawn('a\n\n\n*b*')).toBe('<p>a\n\n\n</p><p><em>b</em></p>');
  });

  it('what a backslash stands before, where that is a sign', () => {
    expect(drawn('\\*a\\* \\[b\\](c) \\`d\\`')).toBe(paragraph('*a* [b](c) `d`'));
  });
});
