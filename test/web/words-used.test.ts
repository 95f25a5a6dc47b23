import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en as admin } from '../../src/web/strings/admin/en.ts';
import { en } from '../../src/web/strings/en.ts';
import { en as later } from '../../src/web/strings/later/en.ts';
import { en as start } from '../../src/web/strings/start/en.ts';

/** The code of the page, without what is said about it and without the words themselves. */
const files = globSync('src/web/**/*.{ts,tsx}')
  .filter((path) => !path.startsWith('src/web/strings/'))
  .map((path) => readFileSync(path, 'utf8').replace(/\/\*.*?\*\/|^ *\/\/[^\n]*/gms, ''));

const names = (code: string, name: string) => new RegExp(`\\b${name}\\b`).test(code);
/** As `words.errors[code]`: which of them is said is not known before. */
const picks = (code: string, name: string) => new RegExp(`\\b${name}\\[`).test(code);

const isGroup = (said: unknown): said is object => typeof said === 'object' && !Array.isArray(said);

/** Of the words that go by `called` in the code those that no file which has them names; what a key holds goes by the key. */
function unused(called: string, words: object): string[] {
  const speaking = files.filter((code) => new RegExp(`import \\{[^}]*\\b${called}\\b`).test(code));
  return Object.entries(words).flatMap(([view, said]) => {
    const naming = speaking.filter((code) => names(code, view));
    if (naming.length === 0) return [view];
    if (!isGroup(said) || naming.some((code) => picks(code, view))) return [];
    const keys = Object.keys(said).filter((key) => !naming.some((code) => names(code, key)));
    return keys.map((key) => `${view}.${key}`);
  });
}

describe('every word that is to be said', () => {
  it.each([
    ['strings', en],
    ['laterStrings', later],
    ['words', { ...admin, ...start }],
  ])('is said somewhere, of %s', (called, words) => expect(unused(called, words)).toEqual([]));

  it('is missed where nothing says it', () => {
    const words = { nowhere: '', line: { nowhere: '', again: '' }, role: { nowhere: '' } };
    expect(unused('laterStrings', words)).toEqual(['nowhere', 'line.nowhere']);
  });
});
