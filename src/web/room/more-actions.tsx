import type { Message } from '../../protocol/server-message.ts';
import { mayManage } from '../hosts/rank.ts';
import { CopyIcon, LinkIcon, SettingsIcon } from '../parts/later-icons.tsx';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { copyText, messageLink } from './copy.ts';
import { useSession } from './session.ts';
import { usePanel } from './use-panel.ts';

/** What is done with a message now and then, in the place of the actions. */
export function MoreActions({ message, onDone }: { message: Message; onDone: () => void }) {
  const { room, notice, tapped, state, hostSheet } = useSession();
  const { panel, leave } = usePanel<HTMLFieldSetElement>(onDone);
  const copy = async (text: string, done: string) => {
    if (await copyText(text)) notice.tell(done);
    else notice.say(strings.actions.notCopied);
    tapped.value = undefined;
    leave();
  };
  return (
    <fieldset {...panel} class="more-actions" aria-label={strings.actions.moreOf}>
      <button
        type="button"
        class="action"
        onClick={() => void copy(message.text ?? '', strings.actions.textCopied)}
      >
        <CopyIcon />
        {strings.actions.copyText}
      </button>
      <button
        type="button"
        class="action"
        onClick={() => void copy(messageLink(room, message.seq), strings.actions.linkCopied)}
      >
        <LinkIcon />
        {strings.actions.copyLink}
      </button>
      {mayManage(state.value.self, state.value.hosts, message.from.id) && (
        <button
          type="button"
          class="action"
          aria-haspopup="dialog"
          onClick={() => {
            leave();
            hostSheet.value = { kind: 'manage', member: message.from };
          }}
        >
          <SettingsIcon />
          <span>{laterStrings.manage.open(message.from.name)}</span>
        </button>
      )}
    </fieldset>
  );
}
