import { env } from 'cloudflare:workers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClassicClient } from '../support/live-classic.ts';
import { aRoom, connect, joinRoom } from '../support/live-client.ts';
import { ask } from '../support/live-http.ts';

const CLOUDFLARE = 'https://challenges.cloudflare.com';

beforeEach(() => void Object.assign(env, { TURNSTILE_SITE_KEY: 'site"key', TURNSTILE_SECRET: 'shh' }));
afterEach(() => {
  Object.assign(env, { TURNSTILE_SITE_KEY: undefined, TURNSTILE_SECRET: undefined });
  vi.restoreAllMocks();
});

/** Stands in for Cloudflare, which finds the response `good` good, once it was asked with the secret. */
function cloudflare() {
  return vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
    const asked = new URLSearchParams(String(init?.body));
    return Response.json({ success: asked.get('secret') === 'shh' && asked.get('response') === 'good' });
  });
}

describe('[H7] where the deployer asks for Turnstile', () => {
  it('who comes new shows a response that Cloudflare finds good', async () => {
    const verify = cloudflare();
    const ann = await connect(aRoom());
    for (const turnstile of [undefined, '', 'bad']) {
      const shown = turnstile === undefined ? {} : { turnstile };
      expect(await ann.isRefused(shown)).toMatchObject({ code: 'forbidden', needs: 'turnstile' });
    }
    expect((await ann.joins({ turnstile: 'good' })).self.role).toBe('member');
    expect(verify.mock.calls[0]?.[0]).toBe(`${CLOUDFLARE}/turnstile/v0/siteverify`);
  });

  it('whoever has a token is not asked again, in any room', async () => {
    cloudflare();
    const ann = await joinRoom(aRoom(), { turnstile: 'good' });
    expect((await joinRoom(aRoom(), { token: ann.token })).id).toBe(ann.id);
    expect(await (await connect(aRoom())).isRefused({ token: `${ann.token}x` })).toMatchObject({
      needs: 'turnstile',
    });
  });

  it('nobody is let in while Cloudflare does not answer', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('down'));
    const ann = await connect(aRoom());
    expect((await ann.isRefused({ turnstile: 'good' })).code).toBe('internal');
  });

  it('nobody waits for Cloudflare for more than five seconds', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const late = AbortSignal.abort(new DOMException('Too slow.', 'TimeoutError'));
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late);
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (_, init) => {
      init?.signal?.throwIfAborted();
      return Response.json({ success: true });
    });
    const ann = await connect(aRoom());
    expect((await ann.isRefused({ turnstile: 'good' })).code).toBe('internal');
    expect(timeout).toHaveBeenCalledWith(5_000);
  });

  it('the classic dialect, which has no way to show one, is no way round', async () => {
    const classic = await ClassicClient.at(aRoom());
    classic.says({ type: 'login', content: 'Ann' });
    await classic.hears({ type: 'error' });
    expect(classic.frames.some(({ type }) => type === 'login')).toBe(false);
  });

  it('the page says with which key to ask, and may load what asks', async () => {
    const page = await ask('/r/salon');
    expect(await page.text()).toContain('<meta name="turnstile-site-key" content="site&quot;key"');
    const policy = page.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain(`script-src 'self' ${CLOUDFLARE};`);
    expect(policy).toContain(`frame-src ${CLOUDFLARE}`);
  });
});

it('[H7] elsewhere the page loads nothing from Cloudflare', async () => {
  Object.assign(env, { TURNSTILE_SITE_KEY: undefined });
  const page = await ask('/r/salon');
  expect(page.headers.get('Content-Security-Policy')).not.toContain(CLOUDFLARE);
  expect(await page.text()).toContain('<meta name="turnstile-site-key" content=""');
});
