import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { SmileIcon } from '../parts/icons.tsx';
import { strings } from '../strings/strings.ts';
import { insertText } from './edit-text.ts';

/** Puts an emoji where the caret is, in the place of what is selected. */
export function ComposerEmoji({ area }: { area: RefObject<HTMLTextAreaElement | null> }) {
  const isOpen = useSignal(false);
  const place = useRef<readonly [start: number, end: number]>([0, 0]);
  const open = () => {
    // Chrome puts the caret at the start of a textbox that had the focus when the picker came, and gets it back.
    if (area.current) place.current = [area.current.selectionStart, area.current.selectionEnd];
    isOpen.value = true;
  };
  const insert = (emoji: string) => area.current && insertText(area.current, ...place.current, emoji);
  return (
    <>
      <IconButton
        class="composer-emoji"
        name={strings.emoji.title}
        aria-haspopup="dialog"
        onClick={(event) => {
          // Safari leaves the focus nowhere, and there it would come back to.
          event.currentTarget.focus();
          open();
        }}
      >
        <SmileIcon />
      </IconButton>
      {isOpen.value && <EmojiPicker onChoose={insert} onClose={() => (isOpen.value = false)} />}
    </>
  );
}
