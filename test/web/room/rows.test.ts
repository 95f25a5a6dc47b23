import { expect, it } from 'vitest';
import type { PendingMessage } from '../../../src/client/state.ts';
import { timelineRows } from '../../../src/web/room/rows.ts';
import { ann, said } from '../people.ts';

const midnight = new Date(2026, 4, 2).getTime();
const MINUTE = 60_000;

const onItsWay = (id: string, at: number): PendingMessage => ({ id, text: id, since: 0, at });

it('each day stands there once, though a message on its way has the time of a clock that is slow', () => {
  const messages = [said('Late', { at: midnight - MINUTE }), said('Early', { at: midnight + MINUTE })];
  const pending = [onItsWay('a', midnight - 2 * MINUTE), onItsWay('b', midnight + 2 * MINUTE)];
  const rows = timelineRows(messages, pending, ann.id, undefined);
  expect(rows.map(({ kind }) => kind)).toEqual(['day', 'entry', 'day', 'entry', 'entry', 'entry']);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});
