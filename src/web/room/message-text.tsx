import type { ComponentChildren } from 'preact';
import { OnDemand } from '../parts/on-demand.ts';
import { ownTask } from '../parts/own-task.ts';
import { Linked } from './link.tsx';
import { mayBeMarkdown } from './markdown-signs.ts';
import { ONLY_EMOJI } from './only-emoji.ts';

const markdown = new OnDemand(async () => {
  const { Markdown } = await import('./markdown.tsx');
  await ownTask();
  return Markdown;
});

/** What was written, as it was meant; as it was typed where it is plain, and until the renderer of Markdown is there. */
export function MessageText({ text, children }: { text: string; children: ComponentChildren }) {
  const isEmoji = ONLY_EMOJI.test(text);
  const isPlain = isEmoji || !mayBeMarkdown(text);
  if (!isPlain) void markdown.insist();
  const Markdown = isPlain ? undefined : markdown.part.value;
  return (
    <div class={isEmoji ? 'message-text message-emoji' : 'message-text'} dir="auto">
      {Markdown ? <Markdown text={text} /> : <Linked text={text} />}
      {children}
    </div>
  );
}
