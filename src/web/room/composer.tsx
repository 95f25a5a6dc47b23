import './composer.css';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CheckIcon, LockIcon, SendIcon } from '../parts/icons.tsx';
import { isTouch } from '../parts/media.ts';
import { placeName } from '../parts/place-name.ts';
import { strings } from '../strings.ts';
import { ComposerPurpose } from './composer-purpose.tsx';
import { NobodyOfThatName, PrivateSign, SIGN } from './composer-sign.tsx';
import { type Composer, roomLeft } from './composer-state.ts';
import type { Words } from './notice.ts';
import { type RoomSession, useSession } from './session.ts';
import { TypingLine } from './typing-line.tsx';

const COUNT_FROM = 300;

export function ComposerView() {
  const session = useSession();
  const { isReading, notice } = session;
  const words = notice.shown.value;
  return (
    <footer class="composer">
      {isReading.value ? <JoinToWrite /> : <Form />}
      <div class="composer-foot">
        {words ? <Said words={words} /> : <TypingLine />}
        <Counter text={session.composer.text.value} />
      </div>
    </footer>
  );
}

const Said = ({ words: { text, isProblem } }: { words: Words }) => (
  <p class={isProblem ? 'composer-notice composer-problem' : 'composer-notice'}>{text}</p>
);

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
  const readers = composer.readers.value;
  const submit = (event: Event) => {
    event.preventDefault();
    composer.submit();
  };
  return (
    <form class={readers ? 'composer-box composer-private' : 'composer-box'} onSubmit={submit}>
      <ComposerPurpose />
      <PrivateSign />
      <NobodyOfThatName />
      <div class="composer-line">
        <TextArea session={session} placeholder={strings.composer.placeholder(placeName(room))} />
        <SendButton readers={readers} />
      </div>
    </form>
  );
}

function SendButton({ readers }: { readers: string | undefined }) {
  const { composer, isOver } = useSession();
  const isEdit = composer.purpose.value.kind === 'edit';
  const send = readers ? strings.composer.sendTo(readers) : strings.composer.send;
  const name = isEdit ? strings.composer.save : send;
  return (
    <button
      type="submit"
      class="button-icon composer-send"
      aria-label={name}
      title={name}
      disabled={isOver.value || composer.text.value.trim() === ''}
      onMouseDown={(event) => event.preventDefault()}
    >
      {readers && <LockIcon />}
      {isEdit ? <CheckIcon /> : <SendIcon />}
    </button>
  );
}

function TextArea({ session, placeholder }: { session: RoomSession; placeholder: string }) {
  const { composer } = session;
  const area = useRef<HTMLTextAreaElement>(null);
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
    <textarea
      ref={area}
      class="composer-text"
      rows={1}
      dir="auto"
      aria-label={strings.composer.label}
      aria-describedby={composer.readers.value || composer.nobody.value ? SIGN : undefined}
      placeholder={placeholder}
      enterkeyhint={isTouch.value ? 'enter' : 'send'}
      value={text}
      onInput={(event) => {
        composer.write(event.currentTarget.value);
        if (!event.isComposing) takeAddress(event.currentTarget, composer);
      }}
      onCompositionEnd={(event) => takeAddress(event.currentTarget, composer)}
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
  if (area) select(area, area.value.length, area.value.length);
}

function select(area: HTMLTextAreaElement | null, start: number, end: number): void {
  area?.focus();
  area?.setSelectionRange(start, end);
}
