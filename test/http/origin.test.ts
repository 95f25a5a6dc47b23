import { expect, it } from 'vitest';
import { isTrusted } from '../../src/http/origin.ts';
import { ask, ORIGIN } from '../support/live-http.ts';

const trusted = (origin: string, ALLOWED_ORIGINS: string) =>
  isTrusted(origin, 'https://chat.test/api/rooms', { ALLOWED_ORIGINS });

it('[A6] trusts its own origin, whatever else is listed', () => {
  expect(trusted('https://chat.test', '')).toBe(true);
  expect(trusted('https://chat.test', 'https://other.test')).toBe(true);
});

it.each([
  'https://one.test https://two.test',
  ' https://two.test\n\thttps://one.test ',
  'HTTPS://Two.test:443/',
])('[A6] trusts an origin that is listed in %j', (list) =>
  expect(trusted('https://two.test', list)).toBe(true),
);

it.each([
  ['https://two.test', ''],
  ['https://two.test', 'https://two.test.evil'],
  ['https://two.test', 'http://two.test'],
  ['https://two.test:444', 'https://two.test'],
  ['https://sub.two.test', 'https://two.test'],
  ['null', ''],
  ['null', 'file:///home/ann/page.html'],
  ['', ''],
  ['', ' https://two.test '],
])('[A6] does not trust %j where %j is listed', (origin, list) => {
  expect(trusted(origin, list)).toBe(false);
});

it('[A6] trusts pages from a disk only where `null` is listed', () => {
  expect(trusted('null', 'https://one.test null')).toBe(true);
});

/** What decides in a browser whether a page may read an answer, or may ask at all. */
const mayRead = async (Origin: string, method: string) => {
  const { headers } = await ask('/api/rooms/salon', { method, headers: { Origin } });
  return (
    headers.get('Access-Control-Allow-Origin') === Origin ||
    headers.get('Access-Control-Allow-Origin') === '*'
  );
};

it.each(['OPTIONS', 'GET'])('[A6] a page of another site may not read what %s answers', async (method) => {
  expect(await mayRead('https://evil.test', method)).toBe(false);
  expect(await mayRead('null', method)).toBe(false);
  expect(await mayRead(ORIGIN, method)).toBe(true);
});

it('[A6] cookies are never asked for across sites', async () => {
  const { headers } = await ask('/api/rooms/salon', { headers: { Origin: ORIGIN } });
  expect(headers.get('Access-Control-Allow-Credentials')).toBeNull();
});
