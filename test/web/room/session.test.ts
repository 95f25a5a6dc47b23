import { expect, it } from 'vitest';
import { RoomSession } from '../../../src/web/room/session.ts';

it('before one has joined nothing is sent, and what was written stays, with the reason', () => {
  const { composer, notice } = new RoomSession('tea');
  composer.write('Hello');
  composer.submit();
  expect([composer.text.value, notice.shown.value?.text]).toEqual(['Hello', 'Join the room first.']);
});
