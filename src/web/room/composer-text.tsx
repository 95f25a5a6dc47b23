import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { isComposing } from '../parts/is-composing.ts';
import { isTouch } from '../parts/media.ts';
import { OnDemand } from '../parts/on-demand.ts';
import { strings } from '../strings/strings.ts';
import type { Composer } from './composer-state.ts';
import type { RoomSession } from './session.ts';

/** What describes the textbox while its text is for some alone, or cannot be sent as it is addressed. */
export const SIGN = 'composer-sign';

interface TextAreaProps {
  session: RoomSession;
  area: RefObject<HTMLTextAreaElement | null>;
  placeholder: string;
}

export function TextArea({ session, area, placeholder }: TextAreaProps) {
  const { composer } = session;
  const Aids = aids.part.value;
  const text = composer.text.value;
  const focus = composer.focus.value;
  const selection = composer.selection.value;
  useLayoutEffect(() => grow(area.current), [text]);
  useLayoutEffect(() => {
    if (focus > 0) focusAtEnd(area.current);
  }, [focus]);
  useLayoutEffect(() => {
    if (selection) select(area.current, ...selection);
  }, [selection]);
  return (
    <>
      <textarea
        ref={area}
        class="composer-text"
        rows={1}
        dir="auto"
        aria-label={strings.composer.label}
        aria-describedby={composer.readers.value || composer.nobody.value ? SIGN : undefined}
        placeholder={placeholder}
        readOnly={session.isOver.value}
        enterkeyhint={isTouch.value ? 'enter' : 'send'}
        value={text}
        onInput={(event) => {
          void aids.need();
          composer.write(event.currentTarget.value);
          if (!event.isComposing) takeAddress(event.currentTarget, composer);
        }}
        onCompositionEnd={(event) => takeAddress(event.currentTarget, composer)}
        onPointerDown={() => void aids.need()}
        onKeyDown={(event) => {
          void aids.need();
          onKey(event, session);
        }}
      />
      {Aids && area.current && <Aids area={area.current} />}
    </>
  );
}

/** Loaded with the first key or touch in the composer. */
const aids = new OnDemand(async () => (await import('./composer-aids.tsx')).ComposerAids);

function onKey(event: KeyboardEvent, { composer, isOver }: RoomSession): void {
  if (isOver.value || isComposing(event)) return;
  if (event.key === 'Enter' && !event.shiftKey && !isTouch.value) {
    event.preventDefault();
    composer.submit();
  } else if (event.key === 'ArrowUp' && composer.text.value === '' && composer.purpose.value.kind === 'new') {
    event.preventDefault();
    composer.editLast();
  } else if (event.key === 'Escape' && composer.stepBack()) event.preventDefault();
}

/** An address that is complete leaves the text; the caret stays where it was within the rest. */
function takeAddress(area: HTMLTextAreaElement, composer: Composer): void {
  const toEnd = area.value.length - area.selectionEnd;
  composer.readAddress(area.selectionEnd);
  if (area.value === composer.text.value) return;
  area.value = composer.text.value;
  const caret = Math.max(0, area.value.length - toEnd);
  area.setSelectionRange(caret, caret);
}

/** Where the browser does not do so by itself, whatever changes its width (composer.css). */
function grow(area: HTMLTextAreaElement | null): void {
  if (!area || CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}

function focusAtEnd(area: HTMLTextAreaElement | null): void {
  if (area) select(area, area.value.length, area.value.length);
}

function select(area: HTMLTextAreaElement | null, start: number, end: number): void {
  area?.focus();
  area?.setSelectionRange(start, end);
}
