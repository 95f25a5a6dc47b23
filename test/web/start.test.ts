import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forget } from '../../src/web/parts/forget.ts';
import { keepRecentRooms, kept } from '../../src/web/parts/kept.ts';
import { listedName } from '../../src/web/parts/listed-name.ts';
import { timeAgo } from '../../src/web/parts/times.ts';
import { readLink } from '../../src/web/start/pasted-link.ts';
import { askRooms, newsIn, roomNews } from '../../src/web/start/room-news.ts';
import { MemoryStorage } from '../support/memory-storage.ts';
import { bob, said } from './people.ts';

describe('a recent room', () => {
  it('has as much news as others have said and not taken back', () => {
    const messages = [said('One'), said('', { deleted: true }), said('Own', { from: bob })];
    expect(newsIn({ messages, more: false }, 'bob')).toEqual({ count: 1, isMore: false });
    expect(newsIn({ messages, more: true }, 'bob')).toEqual({ count: 1, isMore: true });
  });

  it('is called by its title, else by its name, of a private one by the first letters', () => {
    expect(listedName('prv-k3f9abcd', 'Garden club')).toBe('Garden club');
    expect(listedName('prv-k3f9abcd')).toBe('Private room k3f9…');
    expect(listedName('tea')).toBe('tea');
  });

  it.each([
    [5_000, /now|second/],
    [5 * 60_000, /^5 minutes ago$/],
    [3 * 3_600_000, /^3 hours ago$/],
    [86_400_000, /^yesterday$/],
    [9 * 86_400_000, /2026/],
  ])('was active %d ms ago', (ago, words) => {
    const then = Date.UTC(2026, 4, 2, 12);
    expect(timeAgo(then, then + ago)).toMatch(words);
  });
});

describe('news of a room', () => {
  const asked: string[] = [];
  let head: number;

  beforeEach(() => {
    asked.length = 0;
    head = 2;
    vi.stubGlobal('localStorage', new MemoryStorage());
    keepRecentRooms(['tea']);
    vi.stubGlobal('fetch', async (path: string) => {
      asked.push(path);
      const messages = [said('Hello?', { seq: 1 }), said('Anybody?', { seq: 2 })];
      return Response.json(path.endsWith('tea') ? { log: 'second', head } : { messages, more: false });
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  const ask = () => askRooms(['tea'], () => true);

  it('are not asked for where nothing was said since', async () => {
    kept.keepReadUpTo('tea', 2, 'second');
    await ask();
    expect(roomNews.value.get('tea')).toEqual({ count: 0, isMore: false });
    expect(asked).toEqual(['/api/rooms/tea']);
  });

  it('[R1] [R5] are all that is said there where it was deleted and is used anew', async () => {
    kept.keepReadUpTo('tea', 500, 'first');
    await ask();
    expect(asked.at(-1)).toMatch(/after=0$/);
    expect(roomNews.value.get('tea')).toEqual({ count: 2, isMore: false });
  });

  it('[R5] begin after what was seen', async () => {
    kept.keepReadUpTo('tea', 1, 'second');
    await ask();
    expect(asked.at(-1)).toMatch(/after=1$/);
  });

  it('that come when the room is forgotten leave nothing of it', async () => {
    const asking = ask();
    forget('tea');
    await asking;
    expect(kept.activeAt('tea')).toBe(0);
  });
});

describe('a link in place of a name', () => {
  const here = { origin: 'https://chat.example', host: 'chat.example' };

  it.each([
    ['https://chat.example/r/book-club', '/r/book-club'],
    ['chat.example/r/Book-Club/', '/r/book-club'],
    ['/r/book-club#12', '/r/book-club#12'],
    ['http://CHAT.example/r/salon-%C3%A9t%C3%A9', '/r/salon-%C3%A9t%C3%A9'],
    ['https://chat.example/r/salon-été?x#key=a-b', '/r/salon-%C3%A9t%C3%A9#key=a-b'],
    ['https://chat.example/r/tea#invitation=a.b~c', '/r/tea#invitation=a.b~c'],
    ['https://chat.example/admin', undefined],
    ['https://chat.example/r/a%20b', undefined],
  ])('%s leads to %s', (text, address) => {
    expect(readLink(text, here)).toEqual({ host: 'chat.example', address });
  });

  it('to another site is one to another site', () => {
    expect(readLink('https://elsewhere.example:8787/r/tea', here)?.host).toBe('elsewhere.example:8787');
  });

  it.each(['book-club', 'chat.example', 'https://', 'r/tea', ''])('%j is none', (text) => {
    expect(readLink(text, here)).toBeUndefined();
  });
});
