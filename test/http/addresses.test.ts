import { describe, expect, it } from 'vitest';
import { ask, ORIGIN } from '../support/live-http.ts';

describe('[A1] the page of a room', () => {
  it.each(['/r/salon', '/r/%E8%81%8A%E5%A4%A9%E5%AE%A4', '/r/a_b-1'])('%s is HTML', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
  });

  it.each([
    ['/r/Salon', '/r/salon'],
    ['/r/SALON?at=5&x=%20', '/r/salon?at=5&x=%20'],
    ['/r/salon/', '/r/salon'],
    ['/r/Salon/?at=5', '/r/salon?at=5'],
    ['/r/%73alon', '/r/salon'],
    ['/r/%e8%81%8a%e5%a4%a9%e5%ae%a4', '/r/%E8%81%8A%E5%A4%A9%E5%AE%A4'],
    ['/r/Salon-%C3%89t%C3%A9', '/r/salon-%C3%A9t%C3%A9'],
    ['/r/salon-e%CC%81te%CC%81', '/r/salon-%C3%A9t%C3%A9'],
    ['/r/%EF%BC%B3alon', '/r/salon'],
  ])('[A3] %s is redirected for good to %s', async (path, canonical) => {
    const response = await ask(path);
    expect(response.status).toBe(308);
    expect(new URL(response.headers.get('Location') ?? '', ORIGIN).href).toBe(ORIGIN + canonical);
  });

  it('[A3] a redirect leads to a page and no further', async () => {
    const { headers } = await ask('/r/%EF%BC%B3ALON/');
    expect((await ask(headers.get('Location') ?? '')).status).toBe(200);
  });

  it('[A1] HEAD is answered like GET, without the page', async () => {
    const response = await ask('/r/salon', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it.each(['/r/salon/more', '/r/salon/more/', '/r/salon//more'])('[A1] %s is no page', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});

/** As they stand in a path. */
const noNames = [
  ['malformed percent-encoding', '%zz'],
  ['percent-encoding cut short', '%E8%81'],
  ['bytes that are no UTF-8', '%FF%FE'],
  ['an encoded surrogate', '%ED%A0%80'],
  ['a lone percent sign', '%'],
  ['a slash', 'a%2Fb'],
  ['a percent sign', 'a%25b'],
  ['twice encoded', '%2561'],
  ['a space', 'a%20b'],
  ['a plus', 'a+b'],
  ['a dot', 'a.b'],
  ['NUL', 'a%00b'],
  ['a line break', 'a%0Ab'],
  ['a line break at the end', 'ab%0A'],
  ['a line separator', 'a%E2%80%A8b'],
  ['a mark at the start', '%CC%81a'],
  ['an emoji', '%F0%9F%91%8D'],
  ['a zero-width joiner', 'a%E2%80%8Db'],
  ['65 letters', 'x'.repeat(65)],
  ['65 after normalizing', `${'x'.repeat(63)}%EF%AC%81`],
] as const;

describe.each(noNames)('[A3] %s', (_, segment) => {
  it.each(['', '/messages', '/socket'])('is no room to the API: /api/rooms/{it}%s', async (rest) => {
    const response = await ask(`/api/rooms/${segment}${rest}`, { headers: { Upgrade: 'websocket' } });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ status: 400, code: 'bad_room' });
  });

  it('is no page', async () => {
    expect((await ask(`/r/${segment}`)).status).toBe(400);
  });
});

it('[A3] nothing is no name', async () => {
  expect((await ask('/r/')).status).toBe(400);
  expect((await ask('/api/rooms//messages')).status).toBe(400);
});

it.each([
  ['聊天室', '聊天室'],
  ['salon-été', 'salon-été'],
  ['हिन्दी', 'हिन्दी'],
  ['SALON-E\u0301TE\u0301', 'salon-été'],
  ['ＡＢＣ', 'abc'],
  ['ﬁsh', 'fish'],
  ['İ', 'i\u0307'],
  ['ΣΑΣ', 'σας'],
  ['٣', '٣'],
  ['_', '_'],
  ['-', '-'],
  ['𝒳', 'x'],
  ['x'.repeat(64), 'x'.repeat(64)],
  ['𐐀'.repeat(64), '𐐨'.repeat(64)],
])('[A3] the API takes %s for the room %s', async (spelling, room) => {
  const response = await ask(`/api/rooms/${encodeURIComponent(spelling)}`);
  expect(await response.json()).toMatchObject({ room });
});

it('[A3] a name is encoded or not as its client likes', async () => {
  for (const path of [
    '/api/rooms/聊天室',
    '/api/rooms/%E8%81%8A%E5%A4%A9%E5%AE%A4',
    '/api/rooms/%e8%81%8a天室',
  ]) {
    expect(await (await ask(path)).json()).toMatchObject({ room: '聊天室' });
  }
});
