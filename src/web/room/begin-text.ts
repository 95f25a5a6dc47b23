import { isComposing } from '../parts/is-composing.ts';
import { isTouch } from '../parts/media.ts';
import { isCommand, standsApart } from '../parts/page-key.ts';
import { insertText } from './edit-text.ts';

/** Keys of the page, and the one that presses a button or scrolls. */
const OTHERS = ['/', '?', ' '];

/** Puts the focus where one writes before the key becomes a letter, which it does there, or the beginning of one. */
export function beginText(event: KeyboardEvent): void {
  const area = isLetter(event) ? composer() : undefined;
  if (!area) return;
  // What had been selected there is not what one now sees oneself write over.
  area.setSelectionRange(area.selectionEnd, area.selectionEnd);
  area.focus();
}

/** Browsers paste only where one can write when they begin to. */
export function pasteText(event: ClipboardEvent): void {
  if (event.defaultPrevented || standsApart(event)) return;
  const text = event.clipboardData?.getData('text/plain').replaceAll('\r\n', '\n');
  const area = text ? composer() : undefined;
  if (!area || !text) return;
  event.preventDefault();
  insertText(area, area.selectionEnd, area.selectionEnd, text);
}

/** By AltGr, which Windows takes for Ctrl and Alt, letters are written, too. */
function isLetter(event: KeyboardEvent): boolean {
  const isPlain = !isCommand(event) || event.getModifierState('AltGraph');
  const isOne = /^(?:.|Dead)$/u.test(event.key) && !OTHERS.includes(event.key);
  return isPlain && (isOne || isComposing(event));
}

/** None where a screen's keyboard would come unasked, nor where nothing can be written. */
function composer(): HTMLTextAreaElement | undefined {
  if (isTouch.value) return undefined;
  return document.querySelector<HTMLTextAreaElement>('.composer-text:not([readonly])') ?? undefined;
}
