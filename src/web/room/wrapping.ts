/** What replaces a stretch of a text, and what of the result is selected then. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly select: readonly [start: number, end: number];
}

const CLOSING: Readonly<Record<string, string>> = {
  '*': '*',
  _: '_',
  '`': '`',
  '~': '~',
  '(': ')',
  '[': ']',
  '{': '}',
  '"': '"',
  "'": "'",
};

const MARKS: Readonly<Record<string, string>> = { b: '**', i: '_' };

/** What is selected, within the sign that was typed; undefined where that sign replaces it. */
export function wrapped(text: string, start: number, end: number, typed: string): Edit | undefined {
  const closing = CLOSING[typed];
  return closing === undefined ? undefined : around(text, start, end, [typed, closing]);
}

/** Bold and italic, by the key that is pressed with Ctrl or ⌘: set, or taken away where they are set. */
export function toggled(text: string, start: number, end: number, key: string): Edit | undefined {
  const mark = MARKS[key];
  if (mark === undefined) return undefined;
  const within = start + mark.length;
  if (start === end) return { start, end, text: mark + mark, select: [within, within] };
  return without(text, start, end, mark) ?? around(text, start, end, [mark, mark]);
}

/** A link over what is selected, where an address is pasted on it. */
export function linked(text: string, start: number, end: number, pasted: string): Edit | undefined {
  const label = text.slice(start, end).trim();
  const address = pasted.trim();
  if (label === '' || /[[\]\n]/.test(label) || isAddress(label) || !isAddress(address)) return undefined;
  const link = `](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`;
  const edit = around(text, start, end, ['[', link]);
  return edit && { ...edit, select: [edit.start + edit.text.length, edit.start + edit.text.length] };
}

const isAddress = (text: string) => /^(https?:\/\/|mailto:)\S+$/iu.test(text) && URL.canParse(text);

/** Spaces at the ends stay outside, where a double click has selected them: Markdown knows no marks beside a space. */
function around(
  text: string,
  start: number,
  end: number,
  [opening, closing]: readonly [opening: string, closing: string],
): Edit | undefined {
  const selected = text.slice(start, end);
  const inner = selected.trim();
  if (inner === '') return undefined;
  const from = start + selected.indexOf(inner);
  const within = from + opening.length;
  return {
    start: from,
    end: from + inner.length,
    text: opening + inner + closing,
    select: [within, within + inner.length],
  };
}

/** The marks may stand inside of what is selected, or right beside it. */
function without(text: string, start: number, end: number, mark: string): Edit | undefined {
  const { length } = mark;
  const isBeside = text.slice(0, start).endsWith(mark) && text.startsWith(mark, end);
  const [from, to] = isBeside ? [start - length, end + length] : [start, end];
  const marked = text.slice(from, to);
  if (marked.length <= 2 * length || !marked.startsWith(mark) || !marked.endsWith(mark)) return undefined;
  const bare = marked.slice(length, -length);
  return { start: from, end: to, text: bare, select: [from, from + bare.length] };
}
