import './message.css';
import { useComputed } from '@preact/signals';
import type { MemberId } from '../../protocol/server-message.ts';
import { Avatar } from '../parts/avatar.tsx';
import { isTouch } from '../parts/media.ts';
import { memberHue } from '../parts/member-look.ts';
import { clockTime, exactTime, isoTime } from '../parts/times.ts';
import { strings } from '../strings.ts';
import { Actions } from './actions.tsx';
import { Delivery } from './delivery.tsx';
import { MessageBody } from './message-body.tsx';
import { Quote } from './quote.tsx';
import { Reactions } from './reactions.tsx';
import { type Entry, isSent } from './rows.ts';
import { type RoomSession, useSession } from './session.ts';

/** One message; `id` stays the same from the first echo on. */
export function MessageView({ id, entry, hasHead }: { id: string; entry: Entry; hasHead: boolean }) {
  const session = useSession();
  const author = useComputed(() => session.authorOf(entry)).value;
  const isActive = useComputed(() => session.activeKey.value === id).value;
  const isTapped = useComputed(() => session.tapped.value === id).value;
  const message = isSent(entry) ? entry : undefined;
  const isLive = message && !message.deleted;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard reaches the actions by Tab
    <article
      id={id}
      class={classes(hasHead, !message, isTapped)}
      tabIndex={isActive ? 0 : -1}
      aria-label={strings.messages.label(author.name, clockTime(entry.at))}
      data-seq={message?.seq}
      onFocusIn={() => (session.active.value = id)}
      onClick={(event) => tap(event, session, id)}
    >
      {hasHead ? <Head author={author} at={entry.at} /> : <Time at={entry.at} class="message-side-time" />}
      {entry.to && <PrivateTo ids={entry.to} />}
      {entry.replyTo !== undefined && !message?.deleted && <Quote seq={entry.replyTo} />}
      <MessageBody entry={entry} />
      {isLive && <Reactions message={message} isActive={isActive} />}
      {!isSent(entry) && <Delivery pending={entry} />}
      {isLive && session.selfId.value && <Actions message={message} isActive={isActive} />}
    </article>
  );
}

function Head({ author, at }: { author: { id: MemberId; name: string }; at: number }) {
  return (
    <>
      <Avatar id={author.id} name={author.name} />
      <header class="message-head">
        <span class="message-author" dir="auto" style={{ '--hue': String(memberHue(author.id)) }}>
          {author.name}
        </span>
        <Time at={at} class="message-time" />
      </header>
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

function PrivateTo({ ids }: { ids: readonly MemberId[] }) {
  return <p class="message-private">{strings.messages.onlyFor(useSession().namesOf(ids))}</p>;
}

function classes(hasHead: boolean, isPending: boolean, isTapped: boolean): string {
  return ['message', hasHead && 'message-first', isPending && 'message-pending', isTapped && 'message-tapped']
    .filter(Boolean)
    .join(' ');
}

/** Where nothing hovers, a tap on a message shows what can be done with it. */
function tap(event: MouseEvent, session: RoomSession, id: string): void {
  if (!isTouch.value || (event.target as Element).closest('a, button')) return;
  session.tapped.value = session.tapped.value === id ? undefined : id;
}
