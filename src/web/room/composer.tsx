import './composer.css';
import { useRef } from 'preact/hooks';
import { IconButton } from '../parts/icon-button.tsx';
import { CheckIcon, LockIcon, SendIcon } from '../parts/icons.tsx';
import { placeName } from '../parts/place-name.ts';
import { strings } from '../strings/strings.ts';
import { ComposerEmoji } from './composer-emoji.tsx';
import { TextArea } from './composer-text.tsx';
import {
  ComposerCount,
  ComposerGate,
  ComposerPurpose,
  JoinToWrite,
  NobodyOfThatName,
  PrivateSign,
  TypingLine,
} from './loaded-later.ts';
import type { Words } from './notice.ts';
import { useSession } from './session.ts';

export function ComposerView() {
  const session = useSession();
  const { door, notice } = session;
  const words = notice.shown.value;
  return (
    <footer class="composer">
      {door.isReading.value ? <JoinToWrite /> : <Form />}
      <div class="composer-foot">
        {words ? <Said words={words} /> : <TypingLine />}
        <ComposerCount />
      </div>
    </footer>
  );
}

const Said = ({ words: { text, isProblem } }: { words: Words }) => (
  <p class={isProblem ? 'composer-notice composer-problem' : 'composer-notice'}>{text}</p>
);

function Form() {
  const session = useSession();
  const { composer, isOver, room, title } = session;
  const words = strings.composer;
  const readers = composer.readers.value;
  const toWhom = readers ? strings.people.write(readers) : words.placeholder(placeName(room, title.value));
  const area = useRef<HTMLTextAreaElement>(null);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    composer.submit();
    // The button that sent the text is of no use without one, and would lose the focus.
    if (event.submitter === document.activeElement) composer.focus.value++;
  };
  return (
    <form class={readers ? 'composer-box composer-private' : 'composer-box'} onSubmit={submit}>
      <ComposerGate />
      <ComposerPurpose />
      <PrivateSign />
      <NobodyOfThatName />
      <div class="composer-line">
        <TextArea session={session} area={area} placeholder={isOver.value ? words.shut : toWhom} />
        {!isOver.value && <ComposerEmoji area={area} />}
        <SendButton readers={readers} />
      </div>
    </form>
  );
}

function SendButton({ readers }: { readers: string | undefined }) {
  const { composer, isOver, whyNotWrite } = useSession();
  const isEdit = composer.purpose.value.kind === 'edit';
  const send = readers ? strings.composer.sendTo(readers) : strings.composer.send;
  const name = isEdit ? strings.composer.save : send;
  return (
    <IconButton
      type="submit"
      class="composer-send"
      name={name}
      disabled={isOver.value || whyNotWrite.value !== undefined || composer.isBlank}
      onMouseDown={(event) => event.preventDefault()}
    >
      {readers && <LockIcon />}
      {isEdit ? <CheckIcon /> : <SendIcon />}
    </IconButton>
  );
}
