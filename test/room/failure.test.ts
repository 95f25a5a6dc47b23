import { describe, expect, it, vi } from 'vitest';
import { refusal } from '../../src/protocol/codes.ts';
import type { Transcript } from '../../src/room/transcript.ts';
import { aRoom, type Person, words } from '../support/room-builders.ts';

type Method = Extract<
  keyof Transcript,
  'append' | 'change' | 'message' | 'messagesBefore' | 'hasReaction' | 'sentBy'
>;

const cases: readonly (readonly [string, Method, (ann: Person) => ReturnType<Person['says']>])[] = [
  ['a send', 'append', (ann) => ann.sends('two', { id: 'x1' })],
  ['a reply', 'message', (ann) => ann.sends('two', { id: 'x1', replyTo: 1 })],
  ['a second send', 'sentBy', (ann) => ann.sends('two', { id: 'x1' })],
  ['an edit', 'change', (ann) => ann.edits(1, 'hi', { id: 'x1' })],
  ['a deletion', 'change', (ann) => ann.deletes(1, { id: 'x1' })],
  ['a reaction', 'change', (ann) => ann.reacts(1, '👍', { id: 'x1' })],
  ['a look for a reaction', 'hasReaction', (ann) => ann.reacts(1, '👍', { id: 'x1' })],
  ['a page', 'messagesBefore', (ann) => ann.says({ type: 'page', id: 'x1' })],
  ['a search', 'messagesBefore', (ann) => ann.says({ type: 'search', id: 'x1', query: 'one' })],
];

function failing(method: Method) {
  const room = aRoom();
  const [ann, bob] = [room.join('Ann'), room.join('Bob')];
  ann.sends('one');
  room.hibernates();
  room.hush();
  const error = new Error(`SQL: SELECT * FROM secrets, in ${method}`);
  vi.spyOn(room.transcript, method).mockImplementationOnce(() => {
    throw error;
  });
  return { room, ann, bob, error };
}

describe.each(cases)('%s whose transcript fails in %s', (_, method, command) => {
  it('[6] is internal, with its id, told to its sender alone, nothing stored', () => {
    const { room, ann, bob } = failing(method);
    expect(command(ann)).toMatchObject([{ type: 'error', code: 'internal', id: 'x1' }]);
    expect(room.told(bob)).toEqual([]);
    expect(room.transcript.head).toBe(1);
    expect(room.transcript.message(1)).toMatchObject({ text: 'one' });
  });

  it('[6] leaves the connection and its id, which may be sent again', () => {
    const { room, ann } = failing(method);
    command(ann);
    expect(room.closedWith(ann)).toBeUndefined();
    expect(words(command(ann))).not.toContain('internal');
  });

  it('[A5] tells nothing of what went wrong to a client, and all of it to whoever runs it', () => {
    const { room, ann, error } = failing(method);
    expect(JSON.stringify(command(ann))).not.toContain('SELECT');
    expect(room.reported).toEqual([error]);
  });
});

describe('a frame of which one command fails', () => {
  it('[S2] has the rest of it fail too, so that order holds, each under its own id', () => {
    const { room, ann, bob } = failing('append');
    const told = ann.says(
      { type: 'send', id: 'a', text: 'two' },
      { type: 'send', id: 'b', text: 'three' },
      { type: 'send', text: 'four' },
    );
    expect(words(told)).toEqual(['internal', 'internal', 'internal']);
    expect(told.map((error) => 'id' in error && error.id)).toEqual(['a', 'b', false]);
    expect(room.told(bob)).toEqual([]);
    expect(room.reported).toHaveLength(1);
  });

  it('[S1] leaves no gap in the seqs', () => {
    const { room, ann } = failing('append');
    ann.says({ type: 'send', id: 'a', text: 'two' }, { type: 'send', id: 'b', text: 'three' });
    expect(ann.sends('two', { id: 'a' })).toMatchObject([{ seq: 2 }]);
    expect(room.transcript.head).toBe(2);
  });

  it('[F7] outside the room gives its id to no other command', () => {
    const stranger = aRoom().connect();
    const told = stranger.says(refusal('internal', { id: 'j1' }), { type: 'send', text: 'x' });
    expect(told).toMatchObject([{ code: 'internal', id: 'j1' }, { type: 'error' }]);
    expect(told[1]).not.toHaveProperty('id');
  });

  it('[S2] tells what was stored before it', () => {
    const { room, ann, bob } = failing('change');
    ann.says({ type: 'send', text: 'two' }, { type: 'edit', target: 2, text: 'hi' });
    expect(words(room.told(bob))).toEqual(['message']);
  });
});

describe('a send that failed', () => {
  it('[S3] is no first send: the same id is stored once it is sent again', () => {
    const { room, ann } = failing('append');
    ann.sends('two', { id: 'm1' });
    expect(ann.sends('two', { id: 'm1' })).toMatchObject([{ seq: 2, id: 'm1' }]);
    expect(ann.sends('two', { id: 'm1' })).toMatchObject([{ seq: 2 }]);
    expect(room.transcript.head).toBe(2);
  });

  it('[S3] while looking back is looked for again, and found', () => {
    const { room, ann } = failing('sentBy');
    const { id } = room.transcript.message(1) ?? {};
    expect(words(ann.sends('one', { id: id ?? '' }))).toEqual(['internal']);
    expect(ann.sends('one', { id: id ?? '' })).toMatchObject([{ seq: 1 }]);
    expect(room.transcript.head).toBe(1);
  });
});
