import './emoji-dialog.css';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { IconButton } from '../parts/icon-button.tsx';
import { isComposing } from '../parts/is-composing.ts';
import { CloseIcon } from '../parts/later-icons.tsx';
import { isTouch } from '../parts/media.ts';
import { useModal } from '../parts/use-modal.ts';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import { emojiCatalogue } from './catalogue.ts';
import { EmojiGrid } from './emoji-grid.tsx';
import { recentEmoji, skinTone, usedEmoji } from './emoji-habits.ts';
import type { EmojiIndex } from './emoji-index.ts';
import { sectionsFound, sectionsOf } from './emoji-sections.ts';
import { EmojiTabs } from './emoji-tabs.tsx';
import { EmojiTones } from './emoji-tones.tsx';

const GAP = 8;

export interface EmojiPickerProps {
  onChoose: (emoji: string) => void;
  onClose: () => void;
}

interface EmojiDialogProps extends EmojiPickerProps {
  catalogue: EmojiIndex;
}

/** The dialog with what it shows, in the language of the page, so that it stands there whole. */
export async function loadEmojiDialog() {
  const catalogue = await emojiCatalogue();
  return (props: EmojiPickerProps) => <EmojiDialog {...props} catalogue={catalogue} />;
}

function EmojiDialog({ catalogue, onChoose, onClose }: EmojiDialogProps) {
  const dialog = useModal(open);
  const query = useSignal('');
  const recent = useMemo(recentEmoji, []);
  const words = query.value.trim();
  const tone = skinTone.value;
  const sections = useMemo(
    () => (words === '' ? sectionsOf(catalogue, recent) : sectionsFound(catalogue, words, recent)),
    [words, tone],
  );
  const choose = (emoji: string) => {
    usedEmoji(emoji);
    dialog.current?.close();
    onChoose(emoji);
  };
  const [first] = sections.flatMap(({ cells }) => cells);
  return (
    <dialog
      ref={dialog}
      class="emoji"
      aria-label={strings.emoji.title}
      closedby="any"
      onClose={onClose}
      onKeyDown={onKey}
      onClick={(event) => event.stopPropagation()}
    >
      <div class="emoji-inside">
        <div class="emoji-head">
          <Search
            onQuery={(text) => (query.value = text)}
            onDown={() => focusFirst(dialog.current)}
            onEnter={() => words !== '' && first && choose(first.emoji)}
          />
          <IconButton name={strings.close} onClick={() => dialog.current?.close()}>
            <CloseIcon />
          </IconButton>
        </div>
        {words === '' && <EmojiTabs sections={sections} />}
        <p role="status" class="visually-hidden">
          {words !== '' &&
            laterStrings.emoji.count(sections.reduce((sum, { cells }) => sum + cells.length, 0))}
        </p>
        {first ? (
          <EmojiGrid sections={sections} onChoose={choose} onTop={() => focusSearch(dialog.current)} />
        ) : (
          <p class="emoji-nothing">{laterStrings.emoji.nothing(words)}</p>
        )}
        <EmojiTones />
      </div>
    </dialog>
  );
}

/** Enter sends no form that the dialog may stand in. */
function onKey(event: KeyboardEvent): void {
  event.stopPropagation();
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

interface SearchProps {
  onQuery: (query: string) => void;
  onDown: () => void;
  onEnter: () => void;
}

function Search({ onQuery, onDown, onEnter }: SearchProps) {
  return (
    <input
      type="search"
      class="field emoji-search"
      aria-label={laterStrings.emoji.search}
      placeholder={laterStrings.emoji.search}
      enterkeyhint="done"
      onInput={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (isComposing(event) || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return;
        event.preventDefault();
        if (event.key === 'Enter') onEnter();
        else onDown();
      }}
    />
  );
}

const focusSearch = (dialog: HTMLElement | null) => dialog?.querySelector('input')?.focus();
const focusFirst = (dialog: HTMLElement | null) =>
  dialog?.querySelector<HTMLElement>('.emoji-cells button')?.focus();

/** Beside what has the focus, where there is room; a phone has it at the bottom, and no keyboard before one is asked for. */
function open(dialog: HTMLDialogElement): void {
  const opener = document.activeElement?.getBoundingClientRect();
  dialog.showModal();
  if (isTouch.value) focusFirst(dialog);
  else focusSearch(dialog);
  if (!opener) return;
  const { width, height } = dialog.getBoundingClientRect();
  const above = opener.top - height - GAP;
  const isMirrored = document.documentElement.dir === 'rtl';
  const end = isMirrored ? innerWidth - opener.left : opener.right;
  dialog.style.setProperty('--start', `${within(end - width, innerWidth - width)}px`);
  dialog.style.setProperty(
    '--top',
    `${within(above >= GAP ? above : opener.bottom + GAP, innerHeight - height)}px`,
  );
}

const within = (wanted: number, most: number) => Math.max(GAP, Math.min(wanted, most - GAP));
