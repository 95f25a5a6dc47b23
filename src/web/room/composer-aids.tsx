import { useSignalEffect } from '@preact/signals';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { isComposing } from '../parts/is-composing.ts';
import { isModified } from '../parts/is-modified.ts';
import { isTouch } from '../parts/media.ts';
import { CompletionList } from './completion-list.tsx';
import { Completion } from './completion-state.ts';
import { editText } from './edit-text.ts';
import { useSession } from './session.ts';
import { type Edit, linked, toggled, wrapped } from './wrapping.ts';

/** What helps to write: marks around what is selected, and what is begun completed. Not needed to read, so loaded by itself. */
export function ComposerAids({ area }: { area: HTMLTextAreaElement }) {
  const session = useSession();
  const completion = useMemo(() => new Completion(area, session), [area, session]);
  useLayoutEffect(() => listen(area, completion), [area, completion]);
  useLayoutEffect(() => completion.update(), [completion]);
  useSignalEffect(() => {
    if (session.composer.text.value === '') completion.close();
  });
  return <CompletionList completion={completion} area={area} />;
}

/** Before the composer hears a key, so that Enter can be the list's. Answers with what ends it. */
function listen(area: HTMLTextAreaElement, completion: Completion): () => void {
  const over = new AbortController();
  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    listener: (event: HTMLElementEventMap[Type]) => void,
  ) => area.addEventListener(type, listener, { capture: true, signal: over.signal });
  on('keydown', (event) => onKey(event, area, completion));
  on('beforeinput', (event) => {
    const typed = event.inputType === 'insertText' ? (event.data ?? '') : '';
    apply(event, area, wrapped(...selectionOf(area), typed));
  });
  on('paste', (event) => {
    apply(event, area, linked(...selectionOf(area), event.clipboardData?.getData('text/plain') ?? ''));
  });
  on('blur', () => completion.close());
  area.addEventListener('input', (event) => onInput(event as InputEvent, area, completion), {
    signal: over.signal,
  });
  area.addEventListener('compositionend', () => written(completion), { signal: over.signal });
  const caretMoved = () => completion.offer.value && completion.update();
  document.addEventListener('selectionchange', caretMoved, { signal: over.signal });
  return () => over.abort();
}

/** While an input method composes, every key is its own. */
function onKey(event: KeyboardEvent, area: HTMLTextAreaElement, completion: Completion): void {
  if (isComposing(event)) return;
  if (isShortcut(event)) apply(event, area, toggled(...selectionOf(area), event.key.toLowerCase()));
  else if (!isModified(event)) {
    if (completion.takesKey(event.key)) stop(event);
    else if (event.key === 'Enter') completion.close();
  }
}

/** On a Mac, Ctrl and a letter move the caret. */
function isShortcut({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  const [main, other] = /Mac|iP/.test(navigator.platform) ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  return main && !other && !altKey && !shiftKey;
}

/** The keyboards of phones compose every word; what they have on the screen takes no key from the list. */
function onInput(event: InputEvent, area: HTMLTextAreaElement, completion: Completion): void {
  const { isComposing, inputType, data } = event;
  if (inputType === 'historyUndo') standBehind(area);
  if (isComposing && !isTouch.value) completion.close();
  else if (inputType === 'insertText' && data?.endsWith(':')) written(completion);
  else completion.update();
}

/** What was completed comes back selected, and the next letter would replace it. */
function standBehind(area: HTMLTextAreaElement): void {
  const { value, selectionStart, selectionEnd } = area;
  if (/^[@:]\S/u.test(value.slice(selectionStart, selectionEnd)))
    area.setSelectionRange(selectionEnd, selectionEnd);
}

function written(completion: Completion): void {
  completion.update();
  void completion.replaceShortcode();
}

function apply(event: Event, area: HTMLTextAreaElement, edit: Edit | undefined): void {
  if (!edit) return;
  stop(event);
  editText(area, edit);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

const selectionOf = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) =>
  [value, selectionStart, selectionEnd] as const;
