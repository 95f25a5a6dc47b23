/** H7: where Cloudflare's widget comes from; the page knows the same address. */
const CLOUDFLARE = 'https://challenges.cloudflare.com';

/** H7: tells the page with which key to ask Cloudflare, and lets it load the widget; without a key the page stays as it is. */
export function withTurnstile(page: Response, siteKey: string | undefined): Response {
  if (!siteKey) return page;
  const policy = page.headers.get('Content-Security-Policy') ?? '';
  page.headers.set('Content-Security-Policy', allowing(policy));
  return new HTMLRewriter()
    .on('meta[name="turnstile-site-key"]', {
      element: (meta) => void meta.setAttribute('content', siteKey),
    })
    .transform(page);
}

const allowing = (policy: string) =>
  `${policy.replace("script-src 'self'", `script-src 'self' ${CLOUDFLARE}`)}; frame-src ${CLOUDFLARE}`;
