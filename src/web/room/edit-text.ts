import type { Edit } from './wrapping.ts';

/** As if it were typed, so that it can be undone: of all ways to change a text only this old one leaves the history whole. */
export function editText(area: HTMLTextAreaElement, { start, end, text, select }: Edit): void {
  area.focus();
  area.setSelectionRange(start, end);
  if (!document.execCommand('insertText', false, text)) {
    area.setRangeText(text, start, end, 'end');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(...select);
}

/** In the place of that stretch, the caret behind it. */
export function insertText(area: HTMLTextAreaElement, start: number, end: number, text: string): void {
  const caret = start + text.length;
  editText(area, { start, end, text, select: [caret, caret] });
}
