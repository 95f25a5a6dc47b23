import './markdown.css';
import type { MarkedToken, Token, Tokens } from 'marked';
import type { ComponentChild } from 'preact';
import { useMemo } from 'preact/hooks';
import { chatTokens } from './chat-lexer.ts';
import { CodeBlock } from './code-block.tsx';
import { Link, Linked } from './link.tsx';
import { isSafe } from './links.ts';

/** A message's text as Markdown. No HTML is ever made of it: each token becomes a node, and what has no node is text. */
export function Markdown({ text }: { text: string }) {
  return <>{useMemo(() => markdownNodes(text), [text])}</>;
}

export function markdownNodes(text: string): ComponentChild[] {
  return blocks(tokensOf(text), 'auto');
}

/** Where the lexer gives up, as it does on quotes within quotes beyond count, the text is shown as typed. */
function tokensOf(text: string): Token[] {
  try {
    return chatTokens(text);
  } catch {
    return [{ type: 'html', raw: text, text } as Token];
  }
}

/** Only the outermost have a direction of their own: whatever has one does not count for that of what holds it. */
type Direction = 'auto' | undefined;

function blocks(tokens: readonly Token[], dir: Direction): ComponentChild[] {
  return tokens.map((token, index) => block(token as MarkedToken, gapAfter(tokens, index), dir));
}

/** Empty lines stay as many as they are; a block of code has space of its own. */
function gapAfter(tokens: readonly Token[], index: number): string {
  const [gap, next] = tokens.slice(index + 1, index + 3);
  return gap?.type === 'space' && next && next.type !== 'code' ? gap.raw : '';
}

function block(token: MarkedToken, gap: string, dir: Direction): ComponentChild {
  switch (token.type) {
    case 'space':
      return null;
    case 'code':
      return codeBlock(token) ?? asTyped(token, gap, dir);
    case 'blockquote':
      if (!token.text.trim()) return asTyped(token, gap, dir);
      return [<blockquote dir={dir}>{blocks(token.tokens, undefined)}</blockquote>, emptyLines(gap)];
    case 'list':
      return isEmpty(token) ? asTyped(token, gap, dir) : [list(token, dir), emptyLines(gap)];
    case 'heading':
      if (!token.text) return asTyped(token, gap, dir);
      return (
        <p dir={dir}>
          <strong>{inlines(token.tokens)}</strong>
          {gap}
        </p>
      );
    case 'paragraph':
      return (
        <p dir={dir}>
          {inlines(token.tokens)}
          {gap}
        </p>
      );
    case 'text':
      return inlines(token.tokens ?? []);
    case 'checkbox':
      return token.raw;
    default:
      return asTyped(token, gap, dir);
  }
}

/** Of a gap behind what ends its own line, as a paragraph's text does not. */
const emptyLines = (gap: string) => gap.slice(1);

const asTyped = ({ raw }: Token, gap: string, dir: Direction) => (
  <p dir={dir}>
    <Linked text={raw} />
    {gap}
  </p>
);

function codeBlock({ text, lang }: Tokens.Code): ComponentChild {
  const code = text.replace(/\n+$/, '');
  return code ? <CodeBlock code={code} language={lang ?? ''} /> : undefined;
}

/** A lone hyphen or "2." is no list yet. */
const isEmpty = ({ items }: Tokens.List) => items.every(({ text }) => text.trim() === '');

function list({ ordered, start, items }: Tokens.List, dir: Direction): ComponentChild {
  const points = items.map(({ tokens }) => <li>{blocks(tokens, undefined)}</li>);
  if (!ordered) return <ul dir={dir}>{points}</ul>;
  const digits = String(Number(start) + items.length).length;
  return (
    <ol dir={dir} start={Number(start)} style={{ '--digits': String(digits) }}>
      {points}
    </ol>
  );
}

const inlines = (tokens: readonly Token[], isInLink = false): ComponentChild[] =>
  tokens.map((token) => inline(token as MarkedToken, isInLink));

function inline(token: MarkedToken, isInLink: boolean): ComponentChild {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines(token.tokens, isInLink)}</strong>;
    case 'em':
      return <em>{inlines(token.tokens, isInLink)}</em>;
    case 'del':
      return <del>{inlines(token.tokens, isInLink)}</del>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'escape':
      return token.text;
    case 'br':
      return token.raw.replace('\\', '');
    case 'link':
    case 'image':
      if (isInLink) return token.text;
      return isSafe(token.href) ? link(token) : <Linked text={token.raw} />;
    default:
      return token.raw;
  }
}

function link({ href, text, tokens }: Tokens.Link | Tokens.Image): ComponentChild {
  return (
    <Link href={href} title={text === href ? undefined : href}>
      {text ? inlines(tokens, true) : href}
    </Link>
  );
}
