import type { Tokens } from 'marked';

/** A fence, and the language of what follows where that stands alone on the rest of its line. */
const OPENING = /^( {0,3})(`{3,})[ \t]*(?:([\w+#.-]*)[ \t]*\n)?/;

/**
 * Where a fence closes code that began on a line of its own, if it stands so anywhere: at the beginning of a line, or right behind
 * the code. Elsewhere ticks are of that code, as in a comment with an example.
 */
const BEHIND_LINES = '(?<=^ {0,3}|\\S)';

/**
 * All before a fence. In the middle of a line, ticks are none behind a backslash, however many there are, nor within code, nor
 * before a space and words, as where they are spoken of.
 */
const BEFORE =
  /^(?:(?<![\\`])(``?)(?!`)[^\n]+?(?<!`)\1(?!`)|(?!\n\n|(?<=(?:^|\n) {0,3})```|(?<![\\`])`{3,}(?:[^\s`]|[ \t]*\n)).)+/s;

/** Of code whose closing fence stands on a line by itself. */
const LAST_BREAK = /\n[ \t]*$/;

/**
 * Code as it is typed in chats: right behind its fence, and right before the one that closes it. Markdown wants either on a line
 * of its own, takes what else is there for the name of a language, and what follows for more of the code. What nothing closes,
 * and what is within a line, is left to Markdown.
 */
export function fencedCode(src: string): Tokens.Code | undefined {
  const [opening, indent = '', fence = '', lang] = OPENING.exec(src) ?? [];
  if (opening === undefined) return undefined;
  const rest = src.slice(opening.length);
  const proper = lang === undefined ? undefined : closingFence(fence, BEHIND_LINES).exec(rest);
  const closing = proper ?? closingFence(fence).exec(rest);
  if (!closing) return undefined;
  const [closed, run = ''] = closing;
  const before = rest.slice(0, closing.index);
  const raw = opening + before + closed;
  const code = codeOf(before, run, fence);
  if (lang === undefined && isWithinLine(src, raw, fence)) return undefined;
  return { type: 'code', raw, lang: lang ?? '', text: outdented(code, indent) };
}

const outdented = (code: string, indent: string) => `\n${code}`.replaceAll(`\n${indent}`, '\n').slice(1);

/** What stands before code that begins in the middle of a line, and ends on another; all where there is none. */
export function beforeCode(src: string): string {
  const [before] = BEFORE.exec(src) ?? [''];
  return fencedCode(src.slice(before.length))?.raw.includes('\n') ? before : src;
}

/** A run of as many backticks or more that stands before no word. */
const closingFence = (fence: string, where = '') =>
  new RegExp(`(?<!\`)${where}(${fence}\`*)(?=\\s|$)[ \\t]*`, 'm');

/** Backticks beyond the fence are of the code, as the end of a template is, unless they stand by themselves. */
function codeOf(before: string, run: string, fence: string): string {
  if (before === '' || LAST_BREAK.test(before)) return before.replace(LAST_BREAK, '');
  return before + run.slice(fence.length);
}

/** Whether there is more on the first line than code that begins there, as in a sentence that begins with code. */
function isWithinLine(src: string, raw: string, fence: string): boolean {
  const [line = ''] = src.split('\n', 1);
  const rest = line.trimStart().slice(fence.length);
  return rest.includes(fence) && (line.length > raw.length || raw.includes('\n'));
}

/** What is behind a fence and more than a word is no language, but the first line of the code. */
export function withFirstLine(token: Tokens.Code | undefined): Tokens.Code | undefined {
  if (!token?.text || !/\s/.test(token.lang ?? '')) return token;
  const line = token.raw.split('\n', 1)[0]?.replace(/^ *(?:`+|~+)\s*/, '');
  return { ...token, lang: '', text: `${line}\n${token.text}` };
}
