import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const HELD = /## What Parlor holds to\n([\s\S]*?)\n## /;
const [, held = ''] = HELD.exec(readFileSync('SECURITY.md', 'utf8')) ?? [];
const sentences = [...held.matchAll(/^- (.+)$/gm)].map(([, sentence = '']) => sentence);
const tests = globSync('test/**/*.test.ts').map((path) => readFileSync(path, 'utf8'));

it('SECURITY.md has sentences that are held by tests', () => {
  expect(sentences.length).toBeGreaterThan(10);
});

it.each(sentences)('a test is named by this sentence: %s', (sentence) => {
  expect(tests.some((test) => test.includes(`it('${sentence}'`))).toBe(true);
});
