import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { plants } from './plants.ts';

it.each(Object.entries(plants))(
  '%s can be planted: what it changes stands there once',
  (_, { file, edits }) => {
    const code = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    for (const [find] of edits) expect(code.split(find)).toHaveLength(2);
  },
);
