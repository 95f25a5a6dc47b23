/** A stretch of a message's text; with `href` it is a link. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

const LINK = /\bhttps?:\/\/[^\s<>"]+/giu;
const LEADING = new RegExp(LINK.source, 'iuy');
const TRAILING = /[.,:;!?'’”»…。，、！？*_~`]+$/u;
const SAFE = new Set(['http:', 'https:', 'mailto:']);

/** An address that a message may lead to: whole, and of a kind that runs no script. */
export function isSafe(href: string): boolean {
  return URL.canParse(href) && SAFE.has(new URL(href).protocol);
}

/** The link that `text` begins with. */
export function leadingLink(text: string): string | undefined {
  LEADING.lastIndex = 0;
  const [found] = LEADING.exec(text) ?? [];
  return found && linkOf(found);
}

/** Cuts a text into links and what lies between them; put together again the pieces are the text. */
export function linkPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const link = linkOf(match[0]);
    if (!link) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: link, href: link });
    end = match.index + link.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

function linkOf(found: string): string | undefined {
  const link = withoutTail(found);
  return URL.canParse(link) ? link : undefined;
}

/** The full stop after a link is the sentence's, and so is a bracket that does not open within the link. */
function withoutTail(link: string): string {
  const bare = link.replace(TRAILING, '');
  return hasLooseBracket(bare) ? withoutTail(bare.slice(0, -1)) : bare;
}

function hasLooseBracket(link: string): boolean {
  const close = link.at(-1) ?? '';
  const open = close === ')' ? '(' : close === ']' ? '[' : undefined;
  return open !== undefined && link.split(open).length < link.split(close).length;
}
