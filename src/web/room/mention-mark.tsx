import './mention-mark.css';
import { useEffect, useRef } from 'preact/hooks';
import type { MemberId } from '../../protocol/server-message.ts';
import { strings } from '../strings/strings.ts';
import type { Mentions } from './mentions.ts';
import { useSession } from './session.ts';

interface Mark {
  /** Of the highlights in mention-mark.css. */
  readonly as: 'mention' | 'mention-of-others' | 'mention-quote';
  readonly range: Range;
}

type Marking = (node: Text) => readonly Mark[];

/** Marks where a message calls on people who are here, whatever its text is rendered as; and says if it calls on the reader. */
export function MentionMark({ text, isForUs }: { text: string; isForUs: boolean }) {
  const { mentions, selfId } = useSession();
  const word = useRef<HTMLSpanElement>(null);
  const called = new Set(mentions.inText(text).map(({ start, end }) => text.slice(start, end)));
  const reader = isForUs ? selfId.value : undefined;
  useEffect(() => {
    // Where the browser has no highlights, the tint of the row says enough.
    const article = word.current?.closest('article');
    if (article && called.size > 0 && 'highlights' in CSS)
      return keepMarked(article, (node) => marksIn(node, called, reader, mentions));
  });
  return (
    <span ref={word} class="visually-hidden">
      {isForUs && strings.messages.mentionsYou}
    </span>
  );
}

/** The browser highlights ranges without an element of their own; they are set anew whenever the text is another one. */
function keepMarked(article: HTMLElement, marksOf: Marking): () => void {
  let marks: Mark[] = [];
  const unmark = () => {
    for (const { as, range } of marks) highlightOf(as).delete(range);
  };
  const mark = () => {
    unmark();
    marks = textNodes(article.querySelector('.message-text')).flatMap(marksOf);
    for (const { as, range } of marks) highlightOf(as).add(range);
  };
  const observer = new MutationObserver(mark);
  observer.observe(article, { subtree: true, childList: true, characterData: true });
  mark();
  return () => {
    observer.disconnect();
    unmark();
  };
}

function highlightOf(name: Mark['as']): Highlight {
  const highlight = CSS.highlights.get(name) ?? new Highlight();
  if (name === 'mention-quote') highlight.priority = 1;
  CSS.highlights.set(name, highlight);
  return highlight;
}

/** Of code, which calls on nobody, none. */
function textNodes(root: Element | null): Text[] {
  if (!root) return [];
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes.filter((node) => !node.parentElement?.closest('code'));
}

/** What is rendered may look like a mention where the text has none: between the signs of Markdown. */
function marksIn(
  node: Text,
  called: ReadonlySet<string>,
  reader: MemberId | undefined,
  mentions: Mentions,
): Mark[] {
  const found = mentions
    .inText(node.data)
    .filter(({ start, end }) => called.has(node.data.slice(start, end)));
  return found.flatMap(({ of, start, end }) => [
    { as: of === reader ? 'mention' : 'mention-of-others', range: rangeOf(node, start, end) } as const,
    ...quotesIn(node, start, end),
  ]);
}

function quotesIn(node: Text, start: number, end: number): Mark[] {
  if (node.data[start + 1] !== '"' || node.data[end - 1] !== '"') return [];
  return [start + 1, end - 1].map((at) => ({ as: 'mention-quote', range: rangeOf(node, at, at + 1) }));
}

function rangeOf(node: Text, start: number, end: number): Range {
  const range = new Range();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}
