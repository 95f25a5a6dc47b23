import { afterEach, expect, it, vi } from 'vitest';
import { aRoom, connect, joinRoom } from '../support/live-client.ts';

afterEach(() => vi.restoreAllMocks());

/** Joins have to wait for their signature, as they do where the keyring has to be asked for. */
function signSlowly(): void {
  const sign = crypto.subtle.sign.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'sign').mockImplementation(async (...given) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return sign(...given);
  });
}

/** Joins wait for their signature until they are let go on. */
function holdSigning(): () => void {
  const sign = crypto.subtle.sign.bind(crypto.subtle);
  const held = Promise.withResolvers<void>();
  vi.spyOn(crypto.subtle, 'sign').mockImplementation(async (...given) => {
    await held.promise;
    return sign(...given);
  });
  return held.resolve;
}

it('[F1] an array of objects is taken in order', async () => {
  const ann = await joinRoom(aRoom());
  ann.says(['one', 'two', 'three'].map((text) => ({ type: 'send', text })));
  await ann.hears({ type: 'message', text: 'three' });
  expect(ann.heard('message').map(({ seq, text }) => [seq, text])).toEqual([
    [1, 'one'],
    [2, 'two'],
    [3, 'three'],
  ]);
});

it('[F1] a join and what follows it may come in one array', async () => {
  const ann = await connect(aRoom());
  ann.says([
    { type: 'join', name: 'Ann' },
    { type: 'send', text: 'hello' },
  ]);
  const message = await ann.hears({ type: 'message' });
  expect(message).toMatchObject({ from: { name: 'Ann' }, text: 'hello' });
  expect(ann.heard('welcome')).toHaveLength(1);
});

it('[F1] frames are taken in order, those behind a join too, however long it takes', async () => {
  signSlowly();
  const ann = await connect(aRoom());
  ann.says({ type: 'join', name: 'Ann' });
  ann.says({ type: 'send', text: 'one' });
  ann.says({ type: 'send', text: 'two' });
  await ann.hears({ type: 'welcome' });
  await ann.hears({ type: 'message', seq: 1, text: 'one' });
  await ann.hears({ type: 'message', seq: 2, text: 'two' });
  expect(ann.heard('error')).toEqual([]);
});

it('[F1] whoever waits for a join keeps nobody else waiting', async () => {
  const room = aRoom();
  const [ann, bob] = [await connect(room), await joinRoom(room)];
  const goOn = holdSigning();
  ann.says({ type: 'join' });
  await bob.posts('meanwhile');
  expect(ann.heard('welcome')).toEqual([]);
  goOn();
  await ann.hears({ type: 'welcome' });
});

it('[F1] frames behind a join that is refused are refused in their order', async () => {
  const ann = await connect(aRoom());
  ann.says({ type: 'join', name: '' });
  ann.says({ type: 'send', id: 'early', text: 'one' });
  await ann.hears({ type: 'error', code: 'bad_name' });
  await ann.hears({ type: 'error', code: 'not_joined', id: 'early' });
});

it('[F1] what was sent before a close is taken before it, however long the join takes', async () => {
  const room = aRoom();
  const bob = await joinRoom(room);
  signSlowly();
  const ann = await connect(room);
  ann.says({ type: 'join', name: 'Ann' });
  ann.says({ type: 'send', text: 'and gone' });
  ann.leaves(1000);
  expect(await bob.hears({ type: 'message' })).toMatchObject({ from: { name: 'Ann' }, text: 'and gone' });
  await bob.hears({ type: 'presence', count: 1 });
});

it('[F3] an unknown command is answered, an unknown field ignored', async () => {
  const ann = await joinRoom(aRoom());
  ann.says({ type: 'dance', id: 'd' });
  expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'unknown_command', id: 'd' });
  ann.says({ type: 'send', text: 'hi', mood: 'good', seq: 99, from: { id: 'x' } });
  expect(await ann.hears({ type: 'message' })).toMatchObject({ seq: 1, from: { id: ann.id } });
});

const frameOf = (bytes: number) => {
  const frame = (text: string) => JSON.stringify({ type: 'send', id: 'big', text: 'hi', filler: text });
  return frame('x'.repeat(bytes - frame('').length));
};

it('[F4] a frame of 65,536 bytes is taken', async () => {
  const ann = await joinRoom(aRoom());
  ann.saysRaw(frameOf(65_536));
  await ann.hears({ type: 'message', id: 'big' });
});

it('[F4] a frame of one byte more ends the connection with 1009, and nothing of it is stored', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  ann.saysRaw(frameOf(65_537));
  await ann.hears({ type: 'error', code: 'too_large' });
  expect((await ann.isClosed()).code).toBe(1009);
  expect(await bob.hears({ type: 'presence', left: [ann.id] })).toMatchObject({ count: 1 });
  expect((await bob.posts('next')).seq).toBe(1);
});

it('[F4] it does so at once where it would have to wait for a join, and nothing that waits is taken', async () => {
  const room = aRoom();
  const [ann, bob] = [await connect(room), await joinRoom(room)];
  const goOn = holdSigning();
  ann.says({ type: 'join' });
  ann.says({ type: 'send', text: 'hello' });
  ann.saysRaw(frameOf(65_537));
  await ann.hears({ type: 'error', code: 'too_large' });
  expect((await ann.isClosed()).code).toBe(1009);
  goOn();
  expect((await bob.posts('next')).seq).toBe(1);
  expect(bob.heard('presence')).toEqual([]);
});

it('[E1] so many frames may wait for a join; those beyond are refused, and the connection stays', async () => {
  const room = aRoom();
  const ann = await connect(room);
  const goOn = holdSigning();
  ann.says({ type: 'join' });
  for (let at = 1; at <= 65; at++) ann.says({ type: 'typing', id: `t${at}`, on: true });
  expect(await ann.hears({ type: 'error', code: 'rate_limited' })).not.toHaveProperty('id');
  goOn();
  await ann.hears({ type: 'welcome' });
  await ann.hears({ type: 'done', id: 't1' });
  await ann.hears({ type: 'error', id: 't64', code: 'rate_limited' });
  expect(ann.everything.join()).not.toContain('"t65"');
});

it('[F4] counts bytes, not characters', async () => {
  const ann = await joinRoom(aRoom());
  ann.says({ type: 'send', text: 'hi', filler: '界'.repeat(21_900) });
  await ann.hears({ type: 'error', code: 'too_large' });
  expect((await ann.isClosed()).code).toBe(1009);
});

it('[F4] a binary frame of that size is too large as well', async () => {
  const ann = await joinRoom(aRoom());
  ann.saysRaw(new ArrayBuffer(65_537));
  expect((await ann.isClosed()).code).toBe(1009);
});

it.each([
  ['no JSON', '{'],
  ['nothing', ''],
  ['a text', '"send"'],
  ['a number', '1'],
  ['null', 'null'],
  ['an array in an array', '[[{"type":"send","text":"x"}]]'],
  ['an array of a text and an object', '["x",{"type":"send","text":"x"}]'],
  ['a lone surrogate', '{"type":"send","text":"\\ud800"}'],
  ['binary', new TextEncoder().encode('{"type":"send","text":"x"}').buffer as ArrayBuffer],
  ['PING', 'PING'],
])('[F5] a frame that is %s is answered, stores nothing, and keeps the connection', async (_, frame) => {
  const ann = await joinRoom(aRoom());
  ann.saysRaw(frame);
  expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'bad_frame' });
  expect((await ann.posts('next')).seq).toBe(1);
});

it('[F5] a field of the wrong type fails its object alone', async () => {
  const ann = await joinRoom(aRoom());
  ann.says([
    { type: 'send', text: 'one' },
    { type: 'send', id: 'bad', text: 2 },
    { type: 'send', text: 'three' },
  ]);
  expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'bad_frame', id: 'bad' });
  expect(await ann.hears({ type: 'message' })).toMatchObject({ seq: 2, text: 'three' });
});

it('[F5] the tenth within a minute ends the connection, and only that', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const other = await joinRoom(room, { token: ann.token });
  for (let fault = 0; fault < 10; fault++) ann.saysRaw('{');
  expect((await ann.isClosed()).code).toBe(4400);
  expect(ann.heard('error')).toHaveLength(10);
  await other.posts('still here');
});

it('[F6] a ping is answered before a join too', async () => {
  const stranger = await connect(aRoom());
  stranger.saysRaw('ping');
  await stranger.hearsFrame('pong');
});

it('[F7] an error carries the id of its command', async () => {
  const ann = await joinRoom(aRoom());
  ann.says({ type: 'edit', id: 'e-1_Z', target: 7, text: 'x' });
  expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'not_found', id: 'e-1_Z' });
});

it('[F7] a command that rightly changes nothing is done, for its sender alone', async () => {
  const room = aRoom();
  const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
  const { seq } = await ann.posts('same');
  ann.says({ type: 'edit', id: 'e', target: seq, text: 'same' });
  expect(await ann.hears({ type: 'done' })).toEqual({ type: 'done', id: 'e' });
  await bob.hasHeardAll();
  expect([...bob.heard('done'), ...bob.heard('edit')]).toEqual([]);
});
