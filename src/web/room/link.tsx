import type { ComponentChildren } from 'preact';
import { linkPieces } from './links.ts';

interface LinkProps {
  href: string;
  /** Where the words do not say it, where the link leads. */
  title?: string | undefined;
  children: ComponentChildren;
}

/** Opens beside the room; the site that it leads to learns nothing of it. */
export const Link = ({ href, title, children }: LinkProps) => (
  <a href={href} title={title} target="_blank" rel="noopener noreferrer">
    {children}
  </a>
);

/** A text as it was typed, with its links. */
export const Linked = ({ text }: { text: string }) => (
  <>{linkPieces(text).map(({ text: words, href }) => (href ? <Link href={href}>{words}</Link> : words))}</>
);
