import './actions.css';
import { useSignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { Message } from '../../protocol/server-message.ts';
import { BinIcon, PenIcon, ReplyIcon, SmileIcon } from '../parts/icons.tsx';
import { strings } from '../strings/strings.ts';
import { LETTER_KEYS } from './letter-keys.ts';
import { QuickReactions } from './quick-reactions.tsx';
import { useSession } from './session.ts';

/** What can be done with a message; there for all, seen on hover, with the focus in it, or after a tap. */
export function Actions({ message, isActive }: { message: Message; isActive: boolean }) {
  const session = useSession();
  const isReacting = useSignal(false);
  const self = session.state.value.self;
  const isOwn = message.from.id === self?.id;
  const mayDelete = isOwn || self?.role === 'owner' || self?.role === 'moderator';
  const tabIndex = isActive ? 0 : -1;
  const done = () => (session.tapped.value = undefined);
  const reply = () => {
    session.composer.reply(message);
    done();
  };
  const edit = () => {
    session.composer.edit(message);
    done();
  };
  const button = (name: string, icon: ComponentChild, act: () => void, key?: string) => (
    <button
      type="button"
      class="button-icon"
      aria-label={name}
      title={name}
      aria-keyshortcuts={key}
      tabIndex={tabIndex}
      onClick={act}
    >
      {icon}
    </button>
  );
  return (
    <div
      class={isReacting.value ? 'actions actions-open' : 'actions'}
      role="toolbar"
      aria-label={strings.actions.toolbar}
      onMouseLeave={() => (isReacting.value = false)}
    >
      {isReacting.value ? (
        <QuickReactions message={message} onDone={() => (isReacting.value = false)} />
      ) : (
        <>
          {button(strings.actions.react, <SmileIcon />, () => (isReacting.value = true), LETTER_KEYS.react)}
          {button(strings.actions.reply, <ReplyIcon />, reply, LETTER_KEYS.reply)}
          {isOwn && button(strings.actions.edit, <PenIcon />, edit, LETTER_KEYS.edit)}
          {mayDelete && button(strings.actions.delete, <BinIcon />, () => void session.remove(message.seq))}
        </>
      )}
    </div>
  );
}
