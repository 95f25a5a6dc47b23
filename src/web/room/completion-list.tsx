import './completion-list.css';
import { useLayoutEffect } from 'preact/hooks';
import { inTone } from '../emoji/emoji-habits.ts';
import { usageOf } from '../hosts/slash-usage.ts';
import { Avatar } from '../parts/avatar.tsx';
import { LockIcon } from '../parts/icons.tsx';
import { laterStrings } from '../strings/later-strings.ts';
import { strings } from '../strings/strings.ts';
import type { Completion, Option } from './completion-state.ts';
import { useSession } from './session.ts';

const LIST = 'completion';
const optionId = (index: number) => `${LIST}-${index}`;

/** What can be completed, above the textbox, which keeps the focus and is told what is active in the list. */
export function CompletionList({ completion, area }: { completion: Completion; area: HTMLTextAreaElement }) {
  const { notice } = useSession();
  const { offer, index } = completion;
  const kind = offer.value?.begun.kind;
  const count = offer.value?.options.length ?? 0;
  const active = index.value < 0 ? undefined : optionId(index.value);
  useLayoutEffect(() => describe(area, count > 0, active), [area, count > 0, active]);
  useLayoutEffect(() => {
    if (count > 0) notice.whisper(strings.completion.count(count));
  }, [kind, count > 0]);
  if (!offer.value) return null;
  return (
    <div
      id={LIST}
      class="completion"
      role="listbox"
      aria-label={labelOf(kind)}
      onMouseDown={(event) => event.preventDefault()}
    >
      {offer.value.options.map((option, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the textbox
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the textbox
        <div
          key={keyOf(option)}
          id={optionId(at)}
          class="completion-option"
          role="option"
          aria-selected={at === index.value}
          onClick={() => completion.choose(at)}
        >
          <OptionView option={option} />
        </div>
      ))}
    </div>
  );
}

function labelOf(kind: Option['kind'] | undefined): string {
  if (kind === 'command') return laterStrings.commands.list;
  return kind === 'name' ? strings.completion.people : strings.completion.emoji;
}

function keyOf(option: Option): string {
  if (option.kind === 'command') return option.word;
  return option.kind === 'name' ? option.person.id : option.entry.emoji;
}

function OptionView({ option }: { option: Option }) {
  if (option.kind === 'emoji') {
    return (
      <>
        <span class="completion-emoji">{inTone(option.entry)}</span>
        <span class="completion-name">:{option.code}:</span>
      </>
    );
  }
  if (option.kind === 'command') {
    return (
      <>
        <span class="completion-name">{usageOf(option.word)}</span>
        <span class="completion-does">{laterStrings.commands.does[option.word]}</span>
      </>
    );
  }
  const { person, isPrivate } = option;
  return (
    <>
      <Avatar id={person.id} name={person.name} />
      <span class="completion-name" dir="auto">
        {person.name}
      </span>
      {isPrivate && (
        <span class="completion-private">
          <LockIcon />
          {strings.completion.privately}
        </span>
      )}
    </>
  );
}

/** A textbox has no state of being expanded: that it controls a list says as much. */
function describe(area: HTMLTextAreaElement, isShown: boolean, active: string | undefined): void {
  area.setAttribute('aria-autocomplete', 'list');
  for (const [name, value] of [
    ['aria-controls', isShown && LIST],
    ['aria-activedescendant', isShown && active],
  ] as const) {
    if (value) area.setAttribute(name, value);
    else area.removeAttribute(name);
  }
}
