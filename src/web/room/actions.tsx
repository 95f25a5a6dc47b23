import './actions.css';
import type { Signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { Message } from '../../protocol/server-message.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { SmileIcon } from '../parts/icons.tsx';
import { BinIcon, MoreIcon, PenIcon, ReplyIcon } from '../parts/later-icons.tsx';
import { strings } from '../strings/strings.ts';
import { Deletion } from './deletion.tsx';
import { LETTER_KEYS } from './letter-keys.ts';
import { MoreActions } from './more-actions.tsx';
import { QuickReactions } from './quick-reactions.tsx';
import { entryKey } from './rows.ts';
import { Unsaved } from './send-state.tsx';
import { useSession } from './session.ts';
import { useInReach } from './use-in-reach.ts';

/** What stands in the place of the actions. */
export type Opened = 'reactions' | 'more' | 'deletion' | undefined;

interface ActionsProps {
  message: Message;
  isActive: boolean;
  isTapped: boolean;
  opened: Signal<Opened>;
}

/** What can be done with a message; there for all, seen on hover, with the focus in it, or after a tap. An edit that failed stands there all the time. */
export function Actions({ message, isActive, isTapped, opened }: ActionsProps) {
  const { tapped, selfId } = useSession();
  const close = () => (opened.value = undefined);
  useInReach(isTapped || opened.value !== undefined, entryKey(message, selfId.value), () => {
    tapped.value = undefined;
    close();
  });
  if (opened.value === 'deletion') return <Deletion message={message} onDone={close} />;
  return (
    <>
      <Unsaved of={message} />
      <div
        class={opened.value ? 'actions actions-open' : 'actions'}
        role="toolbar"
        aria-label={strings.actions.toolbar}
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && close()}
      >
        {opened.value === 'reactions' && <QuickReactions message={message} onDone={close} />}
        {opened.value === 'more' && <MoreActions message={message} onDone={close} />}
        {!opened.value && <Buttons message={message} isActive={isActive} opened={opened} />}
      </div>
    </>
  );
}

function Buttons({ message, isActive, opened }: Omit<ActionsProps, 'isTapped'>) {
  const session = useSession();
  const self = session.state.value.self;
  const isOwn = message.from.id === self?.id;
  const mayDelete = isOwn || self?.role === 'owner' || self?.role === 'moderator';
  const button = (name: string, icon: ComponentChild, act: () => void, key?: string) => (
    <IconButton name={name} aria-keyshortcuts={key} tabIndex={isActive ? 0 : -1} onClick={act}>
      {icon}
    </IconButton>
  );
  const compose = (begin: (message: Message) => void) => () => {
    begin(message);
    session.tapped.value = undefined;
  };
  const more = button(strings.actions.more, <MoreIcon />, () => (opened.value = 'more'));
  if (!session.takesPart.value) return more;
  return (
    <>
      {button(strings.actions.react, <SmileIcon />, () => (opened.value = 'reactions'), LETTER_KEYS.react)}
      {button(
        strings.actions.reply,
        <ReplyIcon />,
        compose((to) => session.composer.reply(to)),
        LETTER_KEYS.reply,
      )}
      {isOwn &&
        button(
          strings.actions.edit,
          <PenIcon />,
          compose((own) => session.composer.edit(own)),
          LETTER_KEYS.edit,
        )}
      {mayDelete && button(strings.actions.delete, <BinIcon />, () => (opened.value = 'deletion'))}
      {more}
    </>
  );
}
