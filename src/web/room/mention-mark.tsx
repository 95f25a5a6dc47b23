import './mention-mark.css';
import { useEffect, useRef } from 'preact/hooks';
import { strings } from '../strings/strings.ts';
import type { Mentions } from './mentions.ts';
import { useSession } from './session.ts';

const HIGHLIGHT = 'mention';

/** Says that a message calls on the reader, and marks where, whatever its text is rendered as. */
export function MentionMark() {
  const { mentions } = useSession();
  const word = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const article = word.current?.closest('article');
    return article ? markMentions(article, mentions) : undefined;
  }, [mentions]);
  return (
    <span ref={word} class="visually-hidden">
      {strings.messages.mentionsYou}
    </span>
  );
}

/** The browser highlights ranges without an element of their own; they are set anew whenever the text is another one. */
function markMentions(article: HTMLElement, mentions: Mentions): (() => void) | undefined {
  const highlight = highlightOf(HIGHLIGHT);
  if (!highlight) return undefined;
  let ranges: Range[] = [];
  const unmark = () => {
    for (const range of ranges) highlight.delete(range);
  };
  const mark = () => {
    unmark();
    ranges = textNodes(article.querySelector('.message-text')).flatMap((node) => rangesIn(node, mentions));
    for (const range of ranges) highlight.add(range);
  };
  const observer = new MutationObserver(mark);
  observer.observe(article, { subtree: true, childList: true, characterData: true });
  mark();
  return () => {
    observer.disconnect();
    unmark();
  };
}

/** Undefined where the browser has none: the row's tint says enough. */
function highlightOf(name: string): Highlight | undefined {
  if (!('highlights' in CSS)) return undefined;
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  CSS.highlights.set(name, highlight);
  return highlight;
}

function textNodes(root: Element | null): Text[] {
  if (!root) return [];
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
}

function rangesIn(node: Text, mentions: Mentions): Range[] {
  return mentions.inText(node.data).map(({ start, end }) => {
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    return range;
  });
}
