import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandSchemas } from '../../src/protocol/client-message.ts';
import { closeCodes, errorSentences } from '../../src/protocol/codes.ts';
import { limits, PING, PONG, SUBPROTOCOL } from '../../src/protocol/limits.ts';
import { searchLimits } from '../../src/protocol/search-limits.ts';

/** A schema as plain data: types, fields and requirements, whatever they are built with. */
function shapeOf(part: unknown): unknown {
  if (typeof part === 'function') return 'function';
  if (part instanceof RegExp) return String(part);
  if (Array.isArray(part)) return part.map(shapeOf);
  if (typeof part !== 'object' || part === null) return part;
  const told = Object.entries(part).filter(([key]) => !isSchema(part) || KEPT.includes(key));
  const sorted = told.sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, value]) => [key, shapeOf(value)]));
}

const KEPT = ['type', 'entries', 'item', 'items', 'options', 'pipe', 'wrapped', 'literal', 'requirement'];

const isSchema = (part: object) => 'kind' in part;

const hash = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** Types are gone once the code runs: what comes down is read from where it is written. */
const cameDown = () =>
  readFileSync(new URL('../../src/protocol/server-message.ts', import.meta.url), 'utf8')
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\/\/.*/g, '')
    .replaceAll(/\s+/g, ' ');

const ADVICE = 'The wire has changed. If PROTOCOL.md allows it and says it, write the new hash here.';

it('[1] what goes up is as it was', () => {
  expect(hash(shapeOf(commandSchemas)), ADVICE).toBe('914357768db62d86');
});

it('[1] what comes down is as it was', () => {
  expect(hash(cameDown()), ADVICE).toBe('3fde030657eb18b8');
});

it('[1] codes and figures are as they were', () => {
  const codes = [
    Object.keys(errorSentences).sort(),
    closeCodes,
    limits,
    searchLimits,
    SUBPROTOCOL,
    PING,
    PONG,
  ];
  expect(hash(codes), ADVICE).toBe('f266f3f511c4b8dc');
});

it('[1] a schema is told by all that it asks for', () => {
  expect(shapeOf(commandSchemas.typing)).toEqual({
    entries: {
      id: {
        type: 'optional',
        wrapped: {
          pipe: [{ type: 'string' }, { requirement: '/^[\\w-]{1,64}$/', type: 'regex' }],
          type: 'string',
        },
      },
      on: { type: 'boolean' },
      type: { literal: 'typing', type: 'literal' },
    },
    type: 'object',
  });
});
