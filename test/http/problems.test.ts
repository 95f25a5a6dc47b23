import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { refused } from '../../src/http/problem.ts';
import { errorSentences, refusal } from '../../src/protocol/codes.ts';
import { ask } from '../support/live-http.ts';

const failures: [string, RequestInit, number, string][] = [
  ['/api/', {}, 404, 'not_found'],
  ['/api/nothing', {}, 404, 'not_found'],
  ['/api/nothing', { method: 'POST' }, 404, 'not_found'],
  ['/api/rooms/salon/nothing', {}, 404, 'not_found'],
  ['/api/rooms/salon/messages/1', {}, 404, 'not_found'],
  ['/api/rooms', {}, 405, 'method_not_allowed'],
  ['/api/rooms', { method: 'DELETE' }, 405, 'method_not_allowed'],
  ['/api/rooms/salon', { method: 'POST' }, 405, 'method_not_allowed'],
  ['/api/rooms/salon/messages', { method: 'PUT' }, 405, 'method_not_allowed'],
  ['/api/rooms/salon/socket', { method: 'POST' }, 405, 'method_not_allowed'],
  ['/api/rooms/salon/socket', {}, 426, 'upgrade_required'],
  ['/api/rooms/a%20b', {}, 400, 'bad_room'],
  ['/api/rooms/prv-x', {}, 404, 'not_found'],
  ['/api/rooms/salon/messages?limit=0', {}, 400, 'bad_request'],
  ['/api/rooms', { method: 'POST', headers: { Origin: 'null' } }, 403, 'bad_origin'],
];

describe.each(failures)('[A5] %s %o', (path, init, status, code) => {
  it(`is a problem: ${status} ${code}`, async () => {
    const response = await ask(path, init);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    const problem = await response.json<Record<string, unknown>>();
    expect(problem).toEqual({
      type: expect.any(String),
      title: expect.stringMatching(/\w/),
      status,
      detail: expect.stringMatching(/\w/),
      code,
    });
    expect(errorSentences).toHaveProperty(code);
  });

  it('is not to be taken for something else', async () => {
    const { headers } = await ask(path, init);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toBeTruthy();
  });
});

it.each([
  ['banned', 403],
  ['forbidden', 403],
  ['locked', 403],
  ['not_found', 404],
  ['rate_limited', 429],
  ['internal', 500],
] as const)('[A5] what a room refuses has the status of its code: %s, %i', async (code, status) => {
  const response = refused({ ...refusal(code), id: 'a', needs: 'password' });
  expect(response.status).toBe(status);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    ...{ type: 'about:blank', title: expect.stringMatching(/\w/), status },
    ...{ detail: errorSentences[code], code, needs: 'password' },
  });
});

it.each([
  ['/api/rooms', 'GET', ['POST']],
  ['/api/rooms/salon', 'DELETE', ['GET', 'HEAD']],
  ['/api/rooms/salon/messages', 'POST', ['GET', 'HEAD']],
  ['/api/rooms/salon/socket', 'POST', ['GET']],
])('[A5] %s says what it allows instead of %s', async (path, method, allowed) => {
  const response = await ask(path, { method });
  expect(response.headers.get('Allow')?.split(/,\s*/)).toEqual(expect.arrayContaining(allowed));
});

describe('[A5] when something breaks', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(['/api/rooms/salon', '/api/rooms/salon/messages'])(
    '%s says so without a stack trace',
    async (path) => {
      vi.spyOn(console, 'error').mockReturnValue();
      vi.spyOn(env.ROOMS, 'getByName').mockImplementation(() => {
        throw new Error('kaboom in secret-file.ts:42');
      });
      const response = await ask(path);
      const text = await response.text();
      if (response.status === 200) return expect.unreachable('The room was not to be reached.');
      expect(response.status).toBe(500);
      expect(response.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
      expect(JSON.parse(text)).toMatchObject({ status: 500, code: 'internal' });
      expect(text).not.toMatch(/kaboom|secret-file|\bat .*:\d+/);
    },
  );
});
