import { type Hooks, Lexer, type Token, Tokenizer, type Tokens } from 'marked';
import { characterBefore, delimiterRules, isWithinWord } from './delimiters.ts';
import { beforeCode, fencedCode, withFirstLine } from './fenced-code.ts';
import { leadingLink, linkPieces } from './links.ts';

/** Of quotes, lists, links and emphasis within each other; what is deeper is shown as typed. */
const DEEPEST = 8;

/** In one paragraph; marked takes time by the square of it, and nobody writes that much. */
const MOST_SIGNS = 400;
const SIGN = /[*_~`[<!\\]/g;

/** What a backslash takes its meaning from. Before anything else it is one, as in a path. */
const ESCAPE = /^\\([*_~`[\]#>])/;

/** The one who would lose an arm. */
const SHRUG = '\\_(ツ)_/¯';

/** Reads a message as Markdown, without what a message has no use for; that stays text. */
export function chatTokens(text: string): Token[] {
  const tokenizer = new ChatTokenizer();
  const lexer = new ChatLexer({ gfm: true, tokenizer, hooks: { emStrongMask: hideLinks } as Hooks });
  const { rules } = tokenizer;
  tokenizer.rules = { ...rules, inline: { ...rules.inline, ...delimiterRules, escape: ESCAPE } };
  return lexer.lex(text);
}

/** Delimiters in an address end no emphasis. */
const hideLinks = (text: string) =>
  linkPieces(text)
    .map(({ text: piece, href }) => (href ? 'a'.repeat(piece.length) : piece))
    .join('');

const textToken = (text: string): Tokens.Text => ({ type: 'text', raw: text, text });

const linkToken = (href: string): Tokens.Link => ({
  ...textToken(href),
  type: 'link',
  href,
  tokens: [textToken(href)],
});

class ChatLexer extends Lexer {
  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    const signs = src.match(SIGN)?.length ?? 0;
    if (signs <= MOST_SIGNS) return super.inlineTokens(src, tokens);
    for (const { text, href } of linkPieces(src)) tokens.push(href ? linkToken(href) : textToken(text));
    return tokens;
  }
}

class ChatTokenizer extends Tokenizer {
  #depth = 0;

  override fences(src: string): Tokens.Code | undefined {
    return fencedCode(src) ?? withFirstLine(super.fences(src));
  }

  override paragraph(src: string): Tokens.Paragraph | undefined {
    return super.paragraph(beforeCode(src));
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    return this.#deeper(() => super.blockquote(src));
  }

  override list(src: string): Tokens.List | undefined {
    return this.#deeper(() => super.list(src));
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    return this.#deeper(() => super.link(src));
  }

  override emStrong(src: string, masked: string): Tokens.Em | Tokens.Strong | undefined {
    const index = masked.length - src.length;
    if (isWithinWord(masked, index)) return undefined;
    return this.#deeper(() => super.emStrong(src, masked, characterBefore(masked, index)));
  }

  /** By two tildes alone: one is an "about", and between two figures a "to". */
  override del(src: string, masked: string, before?: string): Tokens.Del | undefined {
    return src.startsWith('~~') ? this.#deeper(() => super.del(src, masked, before)) : undefined;
  }

  override url(src: string): Tokens.Link | undefined {
    const href = leadingLink(src);
    return href ? linkToken(href) : undefined;
  }

  override escape(src: string): Tokens.Escape | undefined {
    return src.startsWith(SHRUG) ? { type: 'escape', raw: SHRUG, text: SHRUG } : super.escape(src);
  }

  /** Text underlined with hyphens is more often text above a line. */
  override lheading(): undefined {}
  override html(): undefined {}
  override tag(): undefined {}
  override def(): undefined {}
  override table(): undefined {}

  #deeper<Read>(read: () => Read): Read | undefined {
    if (this.#depth === DEEPEST) return undefined;
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }
}
