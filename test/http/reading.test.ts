import { describe, expect, it } from 'vitest';
import { aRoom, connect, hibernate, joinRoom } from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';
import { fill } from '../support/live-storage.ts';

interface Page {
  messages: { seq: number; text?: string }[];
  more: boolean;
  newer?: boolean;
  head: number;
}

const read = async (room: string, query = '') =>
  (await ask(`/api/rooms/${room}/messages${query}`)).json<Page>();

/** A room with the messages 1 to `count`. */
async function roomOf(count: number): Promise<string> {
  const room = aRoom();
  const ann = await joinRoom(room);
  ann.says(Array.from({ length: count }, (_, index) => ({ type: 'send', text: `${index + 1}` })));
  await ann.hears({ type: 'message', seq: count });
  return room;
}

it('[R5] a room that nobody has used is empty', async () => {
  const room = aRoom();
  expect(await (await ask(`/api/rooms/${room}`)).json()).toEqual({ room, log: null, head: 0, count: 0 });
  expect(await read(room)).toEqual({ messages: [], more: false, head: 0 });
});

it('[R5] looking changes nothing', async () => {
  const room = aRoom();
  await read(room);
  await ask(`/api/rooms/${room}`);
  expect(await (await ask(`/api/rooms/${room}`)).json()).toMatchObject({ log: null, head: 0 });
});

it('[R5] a room in use tells its log, its head, and how many are there', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await joinRoom(room, { token: ann.token });
  await joinRoom(room);
  await ann.posts('hello');
  const { log } = ann.welcome.room;
  expect(await (await ask(`/api/rooms/${room}`)).json()).toEqual({ room, log, head: 1, count: 2 });
});

it('[R5] strangers are counted by nobody', async () => {
  const room = aRoom();
  await connect(room);
  expect(await (await ask(`/api/rooms/${room}`)).json()).toMatchObject({ count: 0 });
});

describe('[R5] a page', () => {
  it.each<[string, number[], Partial<Page>]>([
    ['', [1, 2, 3, 4, 5, 6, 7, 8, 9], { more: false }],
    ['?limit=3', [7, 8, 9], { more: true }],
    ['?limit=9', [1, 2, 3, 4, 5, 6, 7, 8, 9], { more: false }],
    ['?before=5', [1, 2, 3, 4], { more: false }],
    ['?before=5&limit=2', [3, 4], { more: true }],
    ['?before=1', [], { more: false }],
    ['?before=0', [], { more: false }],
    ['?before=99&limit=1', [9], { more: true }],
    ['?after=5', [6, 7, 8, 9], { more: false }],
    ['?after=5&limit=2', [6, 7], { more: true }],
    ['?after=0&limit=2', [1, 2], { more: true }],
    ['?after=9', [], { more: false }],
    ['?after=99', [], { more: false }],
    ['?before=9007199254740991&limit=1', [9], { more: true }],
    ['?limit=100', [1, 2, 3, 4, 5, 6, 7, 8, 9], { more: false }],
    ['?limit=2&unknown=x', [8, 9], { more: true }],
  ])('%s', async (query, seqs, rest) => {
    const page = await read(await roomOf(9), query);
    expect(page.messages.map(({ seq }) => seq)).toEqual(seqs);
    expect(page).toMatchObject({ ...rest, head: 9 });
  });

  it('around a message holds it and its neighbours', async () => {
    const { messages, more, newer } = await read(await roomOf(9), '?around=5&limit=4');
    const seqs = messages.map(({ seq }) => seq);
    expect(seqs).toHaveLength(4);
    expect(seqs).toEqual(expect.arrayContaining([4, 5]));
    expect(seqs).toEqual([...seqs].sort((one, other) => one - other));
    expect({ more, newer }).toEqual({ more: true, newer: true });
  });

  it('around the first message has nothing before it', async () => {
    const { messages, more, newer } = await read(await roomOf(9), '?around=1&limit=4');
    expect(messages[0]?.seq).toBe(1);
    expect({ more, newer }).toEqual({ more: false, newer: true });
  });

  it('is of 50 where nothing else is asked, and goes on before it', async () => {
    const room = aRoom();
    await joinRoom(room);
    await fill(room, 120);
    const first = await read(room);
    expect(first.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => 71 + i));
    const second = await read(room, `?before=${first.messages[0]?.seq}&limit=100`);
    expect(second).toMatchObject({ more: false, head: 120 });
    expect(second.messages).toHaveLength(70);
  });
});

it.each([
  'before=-1',
  'before=x',
  'before=',
  'before=1.5',
  'before=1e3',
  'before=0x1',
  'before=%20',
  'before=9007199254740992',
  'before=%zz',
  'after=NaN',
  'around=Infinity',
  'limit=0',
  'limit=101',
  'limit=-1',
  'limit=',
  'before=1&after=2',
  'after=1&around=2',
])('[R5] %s is a bad request', async (query) => {
  const response = await ask(`/api/rooms/${aRoom()}/messages?${query}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'bad_request' });
});

it('[R5] what is read is as it now stands', async () => {
  const room = await roomOf(3);
  const ann = await joinRoom(room);
  await ann.posts('hers');
  ann.says({ type: 'edit', target: 4, text: 'still hers' });
  ann.says({ type: 'react', target: 4, emoji: '👍', on: true });
  await ann.hears({ type: 'reaction' });
  await hibernate(room);
  const { messages } = await read(room, '?limit=1');
  expect(messages).toMatchObject([
    { seq: 4, text: 'still hers', edited: expect.any(Number), reactions: { '👍': [ann.id] } },
  ]);
});

it('[S6] a private message is on no path over HTTP, its replies and reactions neither', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('for nobody else', { to: [ann.id] });
  await ann.posts('a reply to it', { to: [ann.id], replyTo: 1 });
  ann.says({ type: 'react', target: 1, emoji: '👍', on: true });
  await ann.hears({ type: 'reaction' });
  for (const query of ['', '?after=0', '?around=1', '?before=3']) {
    expect(await read(room, query)).toMatchObject({ messages: [], more: false, head: 3 });
  }
});

it('[S6] private messages are not what there is more of', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('private', { to: [ann.id] });
  await ann.posts('public');
  await ann.posts('private too', { to: [ann.id] });
  expect(await read(room, '?limit=1')).toMatchObject({ messages: [{ seq: 2 }], more: false, head: 3 });
  expect(await read(room, '?around=2')).toMatchObject({ messages: [{ seq: 2 }], more: false, newer: false });
});

it('[R5] a token is no key to anything over HTTP', async () => {
  const room = aRoom();
  const ann = await joinRoom(room);
  await ann.posts('private', { to: [ann.id] });
  const response = await ask(`/api/rooms/${room}/messages?token=${ann.token}`, {
    headers: { Authorization: `Bearer ${ann.token}`, Cookie: `token=${ann.token}` },
  });
  expect(await response.json()).toMatchObject({ messages: [] });
});

it.each(['', '/messages'])(
  '[R5] HEAD is answered like GET, without a body: /api/rooms/{room}%s',
  async (rest) => {
    const response = await ask(`/api/rooms/${aRoom()}${rest}`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
    expect(await response.text()).toBe('');
  },
);

it.each(['', '/messages'])(
  '[A6] answers of /api/rooms/{room}%s are neither sniffed nor kept, and tell no address',
  async (rest) => {
    const { headers } = await ask(`/api/rooms/${aRoom()}${rest}`);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBeTruthy();
    expect(headers.get('Cache-Control')).toContain('no-store');
  },
);
