import './composer.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CheckIcon, SendIcon } from '../parts/icons.tsx';
import { isTouch } from '../parts/media.ts';
import { placeName } from '../parts/place-name.ts';
import { strings } from '../strings.ts';
import { ComposerPurpose } from './composer-purpose.tsx';
import { roomLeft } from './composer-state.ts';
import { type RoomSession, useSession } from './session.ts';
import { TypingLine } from './typing-line.tsx';

const COUNT_FROM = 300;

export function ComposerView() {
  const session = useSession();
  const { isReading, notice } = session;
  return (
    <footer class="composer">
      {isReading.value ? <JoinToWrite /> : <Form />}
      <div class="composer-foot">
        {notice.text.value ? <p class="composer-notice">{notice.text.value}</p> : <TypingLine />}
        <Counter text={session.composer.text.value} />
      </div>
    </footer>
  );
}

function JoinToWrite() {
  const { joinIsOpen } = useSession();
  return (
    <p class="composer-box composer-join">
      {strings.join.toWrite}
      <button type="button" class="button button-main" onClick={() => (joinIsOpen.value = true)}>
        {strings.join.join}
      </button>
    </p>
  );
}

function Form() {
  const session = useSession();
  const { composer, room } = session;
  const isEdit = composer.purpose.value.kind === 'edit';
  const submit = (event: Event) => {
    event.preventDefault();
    composer.submit();
  };
  return (
    <form class="composer-box" onSubmit={submit}>
      <ComposerPurpose />
      <div class="composer-line">
        <TextArea session={session} placeholder={strings.composer.placeholder(placeName(room))} />
        <button
          type="submit"
          class="button-icon composer-send"
          aria-label={isEdit ? strings.composer.save : strings.composer.send}
          title={isEdit ? strings.composer.save : strings.composer.send}
          disabled={session.isOver.value || composer.text.value.trim() === ''}
          onMouseDown={(event) => event.preventDefault()}
        >
          {isEdit ? <CheckIcon /> : <SendIcon />}
        </button>
      </div>
    </form>
  );
}

function TextArea({ session, placeholder }: { session: RoomSession; placeholder: string }) {
  const { composer } = session;
  const area = useRef<HTMLTextAreaElement>(null);
  const text = composer.text.value;
  const focus = composer.focus.value;
  useLayoutEffect(() => grow(area.current), [text]);
  useLayoutEffect(() => {
    if (focus > 0) focusAtEnd(area.current);
  }, [focus]);
  return (
    <textarea
      ref={area}
      class="composer-text"
      rows={1}
      dir="auto"
      aria-label={strings.composer.label}
      placeholder={placeholder}
      enterkeyhint={isTouch.value ? 'enter' : 'send'}
      value={text}
      onInput={(event) => composer.write(event.currentTarget.value)}
      onKeyDown={(event) => onKey(event, session)}
    />
  );
}

/** While an input method composes, every key is its own; Safari says so by 229 alone. */
function onKey(event: KeyboardEvent, { composer }: RoomSession): void {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === 'Enter' && !event.shiftKey && !isTouch.value) {
    event.preventDefault();
    composer.submit();
  } else if (event.key === 'ArrowUp' && composer.text.value === '' && composer.purpose.value.kind === 'new') {
    event.preventDefault();
    composer.editLast();
  } else if (event.key === 'Escape' && composer.purpose.value.kind !== 'new') {
    event.preventDefault();
    composer.giveUp();
  }
}

function Counter({ text }: { text: string }) {
  const left = roomLeft(text);
  if (left > COUNT_FROM) return null;
  return (
    <p class={left < 0 ? 'composer-count composer-count-over' : 'composer-count'}>
      {left < 0 ? strings.composer.over(-left) : strings.composer.left(left)}
    </p>
  );
}

function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
}

function focusAtEnd(area: HTMLTextAreaElement | null): void {
  area?.focus();
  area?.setSelectionRange(area.value.length, area.value.length);
}
