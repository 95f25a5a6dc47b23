import { expect, it } from 'vitest';
import { aRoom, hibernate, joinRoom } from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';

it.each([
  ['NUL', 'a\0b'],
  ['control characters', 'a\u0001\u001b[31m\u007f\u0085b'],
  ['line and paragraph separators', 'a\u2028b\u2029c'],
  ['line breaks', 'a\r\nb\n\n\tc'],
  ['marks of direction', 'a\u202eb\u202c\u200f\u2066c\u2069'],
  ['emoji joined together', '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇩🇪 ☺︎ ☺️'],
  ['quotes and backslashes', `"'\`\\ \\u0041 \\n ''' ""`],
  ['markup', '<script>alert(1)</script> &amp; %s %00 {{y}}'],
  ['SQL', "'); DROP TABLE messages; --"],
  ['JSON', '{"type":"send"}'],
  ['marks that could be composed', 'e\u0301 é ﬁ ℌ'],
  ['zero-width characters', 'a\u200bb\u200dc\ufeffd'],
  ['what is no character', 'a\uffff\ufffe\u{10ffff}b'],
  ['the word ping', 'ping'],
  ['4,000 astral code points', '𝒳'.repeat(4_000)],
])('[S4] %s come back exactly as sent, live, from the tables, and over HTTP', async (_, text) => {
  const room = aRoom();
  const ann = await joinRoom(room);
  const bob = await joinRoom(room);
  await ann.posts(text);
  expect((await bob.hears({ type: 'message' })).text).toBe(text);
  await hibernate(room);
  expect((await joinRoom(room)).welcome.messages?.[0]?.text).toBe(text);
  const { messages } = await (await ask(`/api/rooms/${room}/messages`)).json<{
    messages: { text: string }[];
  }>();
  expect(messages[0]?.text).toBe(text);
});

it('[S4] white space at both ends is trimmed, and only there', async () => {
  const ann = await joinRoom(aRoom());
  expect((await ann.posts(' \n\t a  b \u3000\n')).text).toBe('a  b');
});

it('[S4] a text of 4,001 code points is too long, white space around it not counted', async () => {
  const ann = await joinRoom(aRoom());
  ann.sends('𝒳'.repeat(4_001), { id: 'long' });
  expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'too_long', id: 'long' });
  await ann.posts(` ${'x'.repeat(4_000)} `);
});

it.each(['', ' ', '\n\t\u3000'])('[S4] a text of white space is empty', async (text) => {
  const ann = await joinRoom(aRoom());
  ann.sends(text, { id: 'blank' });
  expect(await ann.hears({ type: 'error' })).toMatchObject({ code: 'empty', id: 'blank' });
});

it.each(['👩‍👩‍👧‍👦', '🏳️‍🌈', '👍🏽', '🇩🇪', '❤️', '1️⃣'])(
  '[S8] %s comes back as the one emoji it is',
  async (emoji) => {
    const room = aRoom();
    const ann = await joinRoom(room);
    await ann.posts('hello');
    ann.says({ type: 'react', target: 1, emoji, on: true });
    await ann.hears({ type: 'reaction', emoji });
    await hibernate(room);
    expect((await joinRoom(room)).welcome.messages?.[0]?.reactions).toEqual({ [emoji]: [ann.id] });
  },
);

it.each(['Zoë', '名前', 'محمد', '🚀', "O'Brien", '<b>'])(
  '[J4] the name %s is given as asked',
  async (name) => {
    const room = aRoom();
    const ann = await joinRoom(room, { name });
    expect(ann.name).toBe(name);
    expect((await ann.posts('hi')).from.name).toBe(name);
  },
);
