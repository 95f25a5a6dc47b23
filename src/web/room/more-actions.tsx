import type { Message } from '../../protocol/server-message.ts';
import { CopyIcon, LinkIcon } from '../parts/icons.tsx';
import { strings } from '../strings/strings.ts';
import { copyText, messageLink } from './copy.ts';
import { useSession } from './session.ts';
import { usePanel } from './use-panel.ts';

/** What is done with a message now and then, in the place of the actions. */
export function MoreActions({ message, onDone }: { message: Message; onDone: () => void }) {
  const { room, notice, tapped } = useSession();
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
    </fieldset>
  );
}
