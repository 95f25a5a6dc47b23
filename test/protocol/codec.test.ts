import { describe, expect, it } from 'vitest';
import { decodeFrame, encode } from '../../src/protocol/codec.ts';

const decoded = (frame: string | ArrayBuffer) => {
  const result = decodeFrame(frame);
  if ('fault' in result) return [`whole frame: ${result.fault.code}`];
  return result.commands.map((command) => ('code' in command ? command.code : command.type));
};
const one = (frame: string) => {
  const result = decodeFrame(frame);
  return 'fault' in result ? result.fault : result.commands[0];
};
const WHOLE = ['whole frame: bad_frame'];

describe('a frame', () => {
  it('[F1] holds one object', () => {
    expect(decodeFrame('{"type":"typing","on":true}')).toEqual({ commands: [{ type: 'typing', on: true }] });
  });

  it('[F1] or an array of objects, in order', () => {
    expect(decoded('[{"type":"typing","on":true},{"type":"delete","target":1}]')).toEqual([
      'typing',
      'delete',
    ]);
  });

  it('[F1] may be an empty array, which asks nothing', () => {
    expect(decodeFrame('[]')).toEqual({ commands: [] });
  });

  it('[F1] may have white space around it', () => {
    expect(decoded(' \n{"type":"typing","on":true}\t ')).toEqual(['typing']);
  });

  it.each([
    '',
    ' ',
    'ping',
    '{',
    '{"type":"page"',
    "{'type':'page'}",
    '{"type":"page"}{}',
    '\uFEFF{"type":"page"}',
  ])('[F5] that is not JSON is bad_frame: %j', (frame) => {
    expect(decoded(frame)).toEqual(WHOLE);
  });

  it.each([
    'null',
    'true',
    '1',
    '"page"',
    '[1]',
    '[null]',
    '[[]]',
    '[[{"type":"page"}]]',
    '[{"type":"page"},[]]',
  ])('[F5] that is not an object or array of objects is bad_frame as a whole: %s', (frame) => {
    expect(decoded(frame)).toEqual(WHOLE);
  });

  it('[F5] of 30,000 opening brackets is bad_frame, and no accident', () => {
    expect(decoded('['.repeat(30_000))).toEqual(WHOLE);
    expect(decoded('['.repeat(30_000) + ']'.repeat(30_000))).toEqual(WHOLE);
    expect(decoded('{"a":'.repeat(10_000))).toEqual(WHOLE);
  });

  it('[F3] may nest what nobody knows as deep as it likes', () => {
    const deep = '['.repeat(30_000) + ']'.repeat(30_000);
    expect(decoded(`{"type":"typing","on":true,"x":${deep}}`)).toEqual(['typing']);
  });

  it('[F5] may not hide a lone surrogate however deep', () => {
    const deep = `${'['.repeat(30_000)}"\\ud800"${']'.repeat(30_000)}`;
    expect(decoded(`{"type":"typing","on":true,"x":${deep}}`)).toEqual(WHOLE);
  });

  it('[F5] that is binary is bad_frame, whatever it holds', () => {
    const bytes = new TextEncoder().encode('{"type":"typing","on":true}');
    expect(decoded(bytes.buffer)).toEqual(WHOLE);
    expect(decoded(new ArrayBuffer(0))).toEqual(WHOLE);
  });
});

describe('the size of a frame', () => {
  const frameOf = (bytes: number, unit: string) => {
    const [head, tail] = ['{"type":"rename","name":"', '"}'];
    const size = new TextEncoder().encode(unit).length;
    const rest = bytes - head.length - tail.length;
    return head + unit.repeat(Math.floor(rest / size)) + 'x'.repeat(rest % size) + tail;
  };

  it.each(['x', 'é', '好', '👍'])('[F4] is at most 65,536 bytes, in %s', (unit) => {
    expect(decoded(frameOf(65_536, unit))).toEqual(['rename']);
    expect(decoded(frameOf(65_537, unit))).toEqual(['whole frame: too_large']);
  });

  it('[F4] is looked at before all else', () => {
    expect(decoded('x'.repeat(65_537))).toEqual(['whole frame: too_large']);
    expect(decoded(new ArrayBuffer(65_537))).toEqual(['whole frame: too_large']);
    expect(decoded(new ArrayBuffer(65_536))).toEqual(WHOLE);
  });
});

describe('a lone surrogate', () => {
  it.each([
    ['in a text', '{"type":"send","text":"a\\ud83d"}'],
    ['in capitals', '{"type":"send","text":"a\\uD83D"}'],
    ['of the low half', '{"type":"send","text":"\\udc4d"}'],
    ['in the wrong order', '{"type":"send","text":"\\udc4d\\ud83d"}'],
    ['followed by another escape', '{"type":"send","text":"\\ud83d\\u0041"}'],
    ['in a field that nobody knows', '{"type":"send","text":"a","x":"\\ud800"}'],
    ['in the name of a field', '{"type":"send","text":"a","\\udfff":1}'],
    ['deep in a field that nobody knows', '{"type":"send","text":"a","x":[{"y":["\\ud800"]}]}'],
    ['deep in the name of a field', '{"type":"send","text":"a","x":[{"\\ud800":0}]}'],
    ['in the type', '{"type":"\\ud800"}'],
    ['in another object of the frame', '[{"type":"send","text":"a"},{"type":"send","text":"\\ud800"}]'],
    ['after an escaped backslash', '{"type":"send","text":"\\\\\\ud800"}'],
    ['unescaped', `{"type":"send","text":"${'\ud800'}"}`],
  ])('[F5] %s is bad_frame, for the whole frame', (_, frame) => {
    expect(decoded(frame)).toEqual(WHOLE);
  });

  it('[F5] is none where it is half of a pair', () => {
    expect(one('{"type":"send","text":"\\ud83d\\udc4d"}')).toMatchObject({ text: '👍' });
    expect(one('{"type":"send","text":"👍 \\ud83d\\udc4d"}')).toMatchObject({ text: '👍 👍' });
  });

  it('[F5] is none where an escaped backslash makes it look like one', () => {
    expect(one('{"type":"send","text":"\\\\ud800"}')).toMatchObject({ text: '\\ud800' });
  });
});

describe('an object', () => {
  it.each([
    '{}',
    '{"type":5}',
    '{"type":null}',
    '{"type":["page"]}',
    '{"Type":"page"}',
    '{"__proto__":{"type":"page"}}',
  ])('[F3] without a type is bad_frame for itself alone: %s', (object) => {
    expect(decoded(`[${object},{"type":"page"}]`)).toEqual(['bad_frame', 'page']);
  });

  it.each([
    'dance',
    '',
    'Send',
    'send ',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'welcome',
    'error',
  ])('[F3] of type %j is an unknown command', (type) => {
    expect(decoded(JSON.stringify({ type }))).toEqual(['unknown_command']);
  });

  it('[F3] loses the fields that nobody knows', () => {
    const frame = '{"type":"typing","on":true,"x":1,"__proto__":{"y":2},"constructor":3,"admission":{}}';
    const command = one(frame);
    expect(command).toEqual({ type: 'typing', on: true });
    expect(command).not.toHaveProperty('y');
    expect(Object.keys(command ?? {}).sort()).toEqual(['on', 'type']);
  });

  it('[F5] with a field of the wrong type is bad_frame for itself alone', () => {
    expect(decoded('[{"type":"send","text":1},{"type":"page"},{"type":"send"}]')).toEqual([
      'bad_frame',
      'page',
      'bad_frame',
    ]);
  });

  it('[F5] with a field of the wrong type is told which', () => {
    expect(one('{"type":"send","text":1}')).toMatchObject({ message: expect.stringContaining('"text"') });
  });

  it('[F7] that is refused has its id, where it is one', () => {
    expect(one('{"type":"dance","id":"a-Z_09"}')).toMatchObject({ code: 'unknown_command', id: 'a-Z_09' });
    expect(one('{"type":"send","id":"m1"}')).toMatchObject({ code: 'bad_frame', id: 'm1' });
    expect(one('{"id":"m1"}')).toMatchObject({ code: 'bad_frame', id: 'm1' });
    for (const id of ['"a b"', '""', '5', 'null', '{}', '["a"]']) {
      expect(one(`{"type":"dance","id":${id}}`)).not.toHaveProperty('id');
    }
  });

  it('[F7] may have an id of 1 to 64 letters, digits, _ and -', () => {
    for (const id of ['a', 'Z', '0', '_', '-', 'x'.repeat(64)])
      expect(one(`{"type":"page","id":"${id}"}`)).toEqual({ type: 'page', id });
    for (const id of ['', 'a b', 'é', 'a\\n', 'x\\u0000', 'a.b', 'x'.repeat(65)]) {
      expect(decoded(`{"type":"page","id":"${id}"}`)).toEqual(['bad_frame']);
    }
  });
});

describe('what is said to a client', () => {
  it('[F1] is JSON, and comes back as it was', () => {
    const message = { type: 'done', id: 'é"\\\u2028👍' } as const;
    expect(JSON.parse(encode(message))).toEqual(message);
  });
});
