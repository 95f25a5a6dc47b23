import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { SmileIcon } from '../parts/icons.tsx';
import { strings } from '../strings/strings.ts';
import { insertText } from './edit-text.ts';

/** Puts an emoji where the caret is, in the place of what is selected. */
export function ComposerEmoji({ area }: { area: RefObject<HTMLTextAreaElement | null> }) {
  const isOpen = useSignal(false);
  const insert = (emoji: string) => {
    const text = area.current;
    if (text) insertText(text, text.selectionStart, text.selectionEnd, emoji);
  };
  return (
    <>
      <IconButton
        class="composer-emoji"
        name={strings.emoji.title}
        aria-haspopup="dialog"
        onClick={(event) => {
          // Safari leaves the focus nowhere, and there it would come back to.
          event.currentTarget.focus();
          isOpen.value = true;
        }}
      >
        <SmileIcon />
      </IconButton>
      {isOpen.value && <EmojiPicker onChoose={insert} onClose={() => (isOpen.value = false)} />}
    </>
  );
}
