import { describe, expect, it } from 'vitest';
import { type Edit, linked, toggled, wrapped } from '../../../src/web/room/wrapping.ts';

/** A text with what is selected between bars. */
function read(marked: string): [text: string, start: number, end: number] {
  const [before = '', selected = '', after = ''] = marked.split('|');
  return [before + selected + after, before.length, before.length + selected.length];
}

function show(marked: string, edit: Edit | undefined): string | undefined {
  if (!edit) return undefined;
  const [text] = read(marked);
  const result = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  const [start, end] = edit.select;
  return `${result.slice(0, start)}|${result.slice(start, end)}|${result.slice(end)}`;
}

describe('a sign that is typed over a selection', () => {
  it.each([
    ['a |b| c', '*', 'a *|b|* c'],
    ['a *|b|* c', '*', 'a **|b|** c'],
    ['|b|', '(', '(|b|)'],
    ['|b|', '[', '[|b|]'],
    ['|b|', '{', '{|b|}'],
    ['|b|', '"', '"|b|"'],
    ['|two words |after', '_', '_|two words|_ after'],
  ])('%s and %s make %s', (before, sign, after) => {
    expect(show(before, wrapped(...read(before), sign))).toBe(after);
  });

  it.each([
    ['a||b', '*'],
    ['a| |b', '*'],
    ['a|b|', 'x'],
    ['a|b|', ')'],
    ['a|b|', ''],
  ])('%s and %j do as they always did', (before, sign) => {
    expect(wrapped(...read(before), sign)).toBeUndefined();
  });
});

describe('bold and italic by their keys', () => {
  it.each([
    ['a |b|', 'b', 'a **|b|**'],
    ['a **|b|**', 'b', 'a |b|'],
    ['a |**b**|', 'b', 'a |b|'],
    ['a |b|', 'i', 'a _|b|_'],
    ['a _|b|_', 'i', 'a |b|'],
    ['a ||', 'b', 'a **||**'],
  ])('%s and %s make %s', (before, key, after) => {
    expect(show(before, toggled(...read(before), key))).toBe(after);
  });

  it('other keys are left alone', () => {
    expect(toggled(...read('a |b|'), 'k')).toBeUndefined();
  });
});

describe('an address that is pasted over a selection', () => {
  it.each([
    ['see |this|', 'https://example.org/', 'see [this](https://example.org/)||'],
    ['|this| here', ' http://example.org/a_(b)\n', '[this](http://example.org/a_%28b%29)|| here'],
  ])('makes a link of %s', (before, pasted, after) => {
    expect(show(before, linked(...read(before), pasted))).toBe(after);
  });

  it.each([
    ['see ||', 'https://example.org/'],
    ['see |this|', 'no address'],
    ['see |this|', 'https://example.org/ and more'],
    ['see |this|', 'javascript:alert(1)'],
    ['|https://example.com|', 'https://example.org/'],
    ['|a [b]|', 'https://example.org/'],
  ])('on %s, %j is pasted as ever', (before, pasted) => {
    expect(linked(...read(before), pasted)).toBeUndefined();
  });
});
