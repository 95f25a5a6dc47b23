import { describe, expect, it } from 'vitest';
import { classic } from '../../src/dialect/classic.ts';
import type { Member, Message } from '../../src/protocol/server-message.ts';
import type { Delivery } from '../../src/room/delivery.ts';
import type { ReadonlyRoster } from '../../src/room/readonly-roster.ts';

const ann = { id: 'a', name: 'Ann' };
const bob = { id: 'b', name: 'Bob the Great' };
const here: readonly Member[] = [ann, bob];
const roster: ReadonlyRoster = {
  find: (id) => here.find((member) => member.id === id),
  named: (name) => here.find((member) => member.name.toLowerCase() === name.toLowerCase()),
  list: () => here,
};

const asMember = (frame: string | ArrayBuffer) => classic.read(frame, { hasJoined: true, roster });
const asStranger = (frame: string) => classic.read(frame, { hasJoined: false, roster });
const json = (object: object) => JSON.stringify(object);
const written = (delivery: Delivery) => classic.write(delivery, roster).map((frame) => JSON.parse(frame));
const message = (fields: Partial<Message> = {}): Message => ({
  type: 'message',
  seq: 1,
  id: 'm',
  at: 0,
  from: ann,
  text: 'Hello',
  ...fields,
});
const names = ['Ann', 'Bob the Great'];

describe('what a classic client says', () => {
  it('[C2] a login is a join under that name', () => {
    expect(asStranger(json({ type: 'login', content: 'Zoë' }))).toEqual({
      commands: [{ type: 'join', name: 'Zoë' }],
    });
  });

  it.each(['', '  ', '\u200b', 'x'.repeat(33), undefined, 5, null, {}])(
    '[C2] the bad name %j is replaced, not refused',
    (content) => {
      expect(asStranger(json({ type: 'login', content }))).toEqual({ commands: [{ type: 'join' }] });
    },
  );

  it('[C3] a user frame is a message of its text', () => {
    expect(asMember(json({ type: 'user', content: ' Hello ' }))).toEqual({
      commands: [{ type: 'send', text: ' Hello ' }],
    });
  });

  it.each(['Hello', '[1,2]', '"quoted"', '12', 'null', '{"half":', '\\ud800', ' two words '])(
    '[C5] the frame %j, which is no JSON object, is a message of that text',
    (frame) => expect(asMember(frame)).toEqual({ commands: [{ type: 'send', text: frame }] }),
  );

  it('[C5] whoever has not logged in joins as a guest with the first message, bare or not', () => {
    const commands = [{ type: 'join' }, { type: 'send', text: 'Hello' }];
    expect(asStranger('Hello')).toEqual({ commands });
    expect(asStranger(json({ type: 'user', content: 'Hello' }))).toEqual({ commands });
  });

  it.each(['', ' ', '\r\n'])('[C5] the empty frame %j is ignored', (frame) => {
    expect(asMember(frame)).toEqual({ commands: [] });
    expect(asStranger(frame)).toEqual({ commands: [] });
  });

  it.each([
    ['@Ann psst', 'psst', 'a'],
    ['@ann psst', 'psst', 'a'],
    ['@"Bob the Great" psst', 'psst', 'b'],
    ['@"Ann" two\nlines', 'two\nlines', 'a'],
    ['  @Ann psst', 'psst', 'a'],
  ])('[C6] %j is private, without the address', (frame, text, to) => {
    expect(asMember(frame)).toEqual({ commands: [{ type: 'send', text, to: [to] }] });
    expect(asMember(json({ type: 'user', content: frame }))).toEqual(asMember(frame));
  });

  it.each(['mail ann@example.org', '@Ann', '@ Ann psst', 'say @Ann psst'])(
    '[C6] %j has no address at its start, and is for everybody',
    (frame) => expect(asMember(frame)).toEqual({ commands: [{ type: 'send', text: frame }] }),
  );

  it.each(['@Carl psst', '@"Carl the Bald" psst', '@Bob psst', '@Carl\nlater'])(
    '[C6] where nobody of that name is here, %j is not sent, and the error says so',
    (frame) => {
      const [fault] = commandsOf(asMember(frame));
      expect(fault).toMatchObject({ code: 'not_found' });
      expect(fault).toHaveProperty(
        'message',
        expect.stringMatching(/^Nobody here is called (Carl|Carl the Bald|Bob)\./),
      );
    },
  );

  it.each(['@"Ann psst', '@"Ann"psst', '@"Ann"', '@"" psst', '\u200b@"Ann psst'])(
    '[C6] the address of %j cannot be read, and nobody gets anything, be he called "Ann',
    (frame) => {
      const trap = { ...roster, named: () => ann };
      expect(commandsOf(classic.read(frame, { hasJoined: true, roster: trap }))).toMatchObject([
        { code: 'not_found' },
      ]);
    },
  );

  it('[C6] an address after what cannot be seen is one', () => {
    expect(asMember('\u200b@Ann psst')).toEqual({ commands: [{ type: 'send', text: 'psst', to: ['a'] }] });
  });

  it('[F3] a word that is not of this dialect is unknown_command', () => {
    expect(commandsOf(asMember(json({ type: 'send', text: 'Hello' })))).toMatchObject([
      { code: 'unknown_command' },
    ]);
  });

  it.each([{}, { type: 1 }, { type: 'user' }, { type: 'user', content: 1 }])(
    '[F5] the object %j is bad_frame',
    (object) => expect(commandsOf(asMember(json(object)))).toMatchObject([{ code: 'bad_frame' }]),
  );

  it('[F5] a binary frame, and an object with a lone surrogate, are bad_frame', () => {
    expect(asMember(new ArrayBuffer(3))).toMatchObject({ fault: { code: 'bad_frame' } });
    expect(asMember('{"type":"user","content":"\\ud800"}')).toMatchObject({ fault: { code: 'bad_frame' } });
  });

  it('[F4] a frame over 65,536 bytes is too_large', () => {
    expect(asMember('é'.repeat(32_769))).toMatchObject({ fault: { code: 'too_large' } });
  });
});

describe('what a classic client is told', () => {
  it('[C1] first that the handshake is done', () => {
    expect(classic.greeting.map((frame) => JSON.parse(frame))).toEqual([
      { type: 'handshake', content: 'done' },
    ]);
  });

  it('[C2] that somebody, native or not, has come, and who is here', () => {
    expect(written({ type: 'presence', joined: [bob], count: 2 })).toEqual([
      { type: 'login', content: 'Bob the Great', user_list: names },
    ]);
  });

  it('[C3] of its own login, then the messages before it, tombstones left out', () => {
    const welcome: Delivery = {
      type: 'welcome',
      self: { ...ann, role: 'member' },
      token: 't',
      room: { name: 'r', log: 'l', head: 2 },
      count: 2,
      members: here,
      messages: [message(), { type: 'message', seq: 2, id: 'n', at: 0, from: bob, deleted: true }],
      more: false,
      resumed: false,
    };
    expect(written(welcome)).toEqual([
      { type: 'login', content: 'Ann', user_list: names },
      { type: 'user', from: 'Ann', content: 'Hello' },
    ]);
  });

  it('[C3] a message', () => {
    expect(written(message())).toEqual([{ type: 'user', from: 'Ann', content: 'Hello' }]);
  });

  it('[C3] nothing of edits, deletions, reactions, typing, what is done and what is found', () => {
    const common = { seq: 2, target: 1, by: 'a', at: 0 };
    expect(written({ type: 'edit', ...common, text: 'Hallo' })).toEqual([]);
    expect(written({ type: 'delete', ...common })).toEqual([]);
    expect(written({ type: 'reaction', seq: 2, target: 1, by: 'a', emoji: '👍', on: true })).toEqual([]);
    expect(written({ type: 'typing', id: 'a', on: true })).toEqual([]);
    expect(written({ type: 'done', id: 'd' })).toEqual([]);
    expect(written({ type: 'found', messages: [message()], more: false })).toEqual([]);
  });

  it('[C4] that somebody has gone, and who is left', () => {
    expect(written({ type: 'presence', left: [{ id: 'c', name: 'Carl' }], count: 2 })).toEqual([
      { type: 'logout', content: 'Carl', user_list: names },
    ]);
  });

  it('[C6] of a private message that it is one, and to whom', () => {
    expect(written(message({ to: ['b', 'gone'] }))).toEqual([
      { type: 'user', from: 'Ann', content: 'Hello', private: true, to: ['Bob the Great', 'somebody'] },
    ]);
  });

  it('[C7] of an error as a sentence', () => {
    expect(written({ type: 'error', code: 'empty', message: 'A message needs some text.' })).toEqual([
      { type: 'error', content: 'A message needs some text.' },
    ]);
  });

  it('[P3] of another name in a frame of our own, which others pass over', () => {
    expect(written({ type: 'presence', changed: [{ ...ann, was: 'Anne' }], count: 2 })).toEqual([
      { type: 'rename', content: 'Ann', from: 'Anne', user_list: names },
    ]);
  });
});

function commandsOf(decoded: ReturnType<typeof asMember>): readonly object[] {
  return 'commands' in decoded ? decoded.commands : [];
}
