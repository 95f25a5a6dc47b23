/** A stretch of a message's text; with `href` it is a link. */
export interface Piece {
  readonly text: string;
  readonly href?: string;
}

const LINK = /\bhttps?:\/\/[^\s<>"]+/giu;
const TRAILING = /[.,:;!?'’”»…。，、！？]+$/u;

/** Cuts a text into links and what lies between them; put together again the pieces are the text. */
export function linkPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const link = withoutTail(match[0]);
    if (!URL.canParse(link)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: link, href: link });
    end = match.index + link.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** The full stop after a link is the sentence's, and so is a bracket that does not open within the link. */
function withoutTail(link: string): string {
  const bare = link.replace(TRAILING, '');
  return hasLooseBracket(bare) ? withoutTail(bare.slice(0, -1)) : bare;
}

function hasLooseBracket(link: string): boolean {
  const close = link.at(-1);
  const open = close === ')' ? '(' : close === ']' ? '[' : undefined;
  return open !== undefined && link.split(open).length < link.split(close as string).length;
}
