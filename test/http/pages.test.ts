import { describe, expect, it } from 'vitest';
import { ask } from '../support/live-http.ts';

/** A policy as its directives. */
function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources] as const;
    }),
  );
}

/** From public/_headers, which the build puts beside the page. */
describe.each(['/r/salon', '/r/prv-none', '/r/a%20b', '/r/salon/more'])('[A6] the page at %s', (path) => {
  it('runs no script that stands in it', async () => {
    const policy = directives((await ask(path)).headers.get('Content-Security-Policy') ?? '');
    const scripts = policy.get('script-src') ?? policy.get('default-src');
    expect(scripts).toBeDefined();
    expect(scripts?.filter((source) => /unsafe|^\*$|^https?:$|^data:$/.test(source))).toEqual([]);
  });

  it('is framed by nobody else', async () => {
    const policy = directives((await ask(path)).headers.get('Content-Security-Policy') ?? '');
    expect(policy.get('frame-ancestors')).toSatisfy(
      (sources) => JSON.stringify(sources) === `["'none'"]` || JSON.stringify(sources) === `["'self'"]`,
    );
  });

  it('is not sniffed and tells no address', async () => {
    const { headers } = await ask(path);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Referrer-Policy')).toMatch(
      /^(no-referrer|same-origin|strict-origin(-when-cross-origin)?)$/,
    );
  });
});

it('[A6] the page holds no script but from a file', async () => {
  const html = await (await ask('/r/salon')).text();
  const scripts = html.match(/<script\b[^>]*>/g) ?? [];
  for (const script of scripts) expect(script).toMatch(/\ssrc=/);
  expect(html).not.toMatch(/\son\w+\s*=\s*["']|javascript:/i);
});
