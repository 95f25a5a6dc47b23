import './message.css';
import { useComputed, useSignal } from '@preact/signals';
import type { Member } from '../../protocol/server-message.ts';
import { Avatar } from '../parts/avatar.tsx';
import { useLongPress } from '../parts/long-press.ts';
import { isTouch } from '../parts/media.ts';
import { clockTime, exactTime, isoTime } from '../parts/times.ts';
import { strings } from '../strings/strings.ts';
import type { Opened } from './actions.tsx';
import { Author } from './author.tsx';
import { IsActive } from './is-active.ts';
import { Actions, MentionMark, RoleBadge, SendState } from './loaded-later.ts';
import { MessageBody } from './message-body.tsx';
import { PrivateMark } from './private-mark.tsx';
import { Quote } from './quote.tsx';
import { Reactions } from './reactions.tsx';
import { type Entry, entryKey, isSent } from './rows.ts';
import { type RoomSession, useSession } from './session.ts';

/** One message; `id` stays the same from the first echo on. */
export function MessageView({ id, entry, hasHead }: { id: string; entry: Entry; hasHead: boolean }) {
  const session = useSession();
  const author = useComputed(() => session.authorOf(entry)).value;
  const isActive = useComputed(() => session.activeKey.value === id).value;
  const isTapped = useComputed(() => session.tapped.value === id).value;
  const isSubject = useComputed(() => isAbout(id, session)).value;
  const message = isSent(entry) ? entry : undefined;
  const isMention = message !== undefined && session.mentions.isIn(message);
  const isLive = message && !message.deleted;
  const opened = useSignal<Opened>(undefined);
  const longPress = useLongPress(() => (session.tapped.value = id), 'a, button');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the actions by Tab
    <article
      id={id}
      class={classes(entry, { first: hasHead, tapped: isTapped, mention: isMention, subject: isSubject })}
      tabIndex={isActive ? 0 : -1}
      aria-label={labelOf(entry, author, isMention, session)}
      data-seq={message?.seq}
      onFocusIn={() => (session.active.value = id)}
      onClick={(event) => tap(event, session, id)}
      {...longPress}
    >
      {hasHead ? <Head author={author} entry={entry} isActive={isActive} /> : <SideHead entry={entry} />}
      {entry.replyTo !== undefined && !message?.deleted && (
        <Quote seq={entry.replyTo} by={message?.seq} isActive={isActive} />
      )}
      {entry.text?.includes('@') && <MentionMark text={entry.text} isForUs={isMention} />}
      <IsActive.Provider value={isActive}>
        <MessageBody entry={entry} />
      </IsActive.Provider>
      {isLive && (
        <Reactions message={message} isActive={isActive} onAdd={() => (opened.value = 'reactions')} />
      )}
      {!isSent(entry) && <SendState pending={entry} />}
      {isLive && session.selfId.value && (
        <Actions message={message} isActive={isActive} isTapped={isTapped} opened={opened} />
      )}
    </article>
  );
}

/** Whether what is being written is an answer to that message, or its next text. */
function isAbout(id: string, { composer, selfId }: RoomSession): boolean {
  const { message } = composer.purpose.value;
  return message !== undefined && entryKey(message, selfId.value) === id;
}

function labelOf(entry: Entry, author: Member, isMention: boolean, { names }: RoomSession): string {
  const label = strings.messages.label(author.name, clockTime(entry.at));
  const named = isMention ? strings.messages.mentionLabel(label) : label;
  return entry.to ? strings.messages.privateLabel(named, names.list(entry.to)) : named;
}

function Head({ author, entry, isActive }: { author: Member; entry: Entry; isActive: boolean }) {
  return (
    <>
      <Avatar id={author.id} name={author.name} />
      <header class="message-head">
        <Author author={author} isActive={isActive} />
        {useSession().state.value.hosts[author.id] && <RoleBadge id={author.id} />}
        <Time at={entry.at} class="message-time" />
        {entry.to && <PrivateMark to={entry.to} isSeen />}
      </header>
    </>
  );
}

/** Of a message that shares the head of the one above. */
function SideHead({ entry }: { entry: Entry }) {
  return (
    <>
      <Time at={entry.at} class="message-side-time" />
      {entry.to && <PrivateMark to={entry.to} isSeen={false} />}
    </>
  );
}

function Time({ at, class: className }: { at: number; class: string }) {
  return (
    <time class={className} dateTime={isoTime(at)} title={exactTime(at)}>
      {clockTime(at)}
    </time>
  );
}

function classes(entry: Entry, seen: Readonly<Record<string, boolean>>): string {
  const traits = { ...seen, private: entry.to !== undefined, pending: !isSent(entry) };
  const has = Object.entries(traits).filter(([, holds]) => holds);
  return ['message', ...has.map(([trait]) => `message-${trait}`)].join(' ');
}

/** Where nothing hovers, a tap on a message shows what can be done with it. */
function tap(event: MouseEvent, session: RoomSession, id: string): void {
  if (!isTouch.value || (event.target as Element).closest('a, button')) return;
  session.tapped.value = session.tapped.value === id ? undefined : id;
}
