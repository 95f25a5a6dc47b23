import type { BrowserContext } from 'playwright-core';
import { expect, it } from 'vitest';
import { setStage } from '../support/stage.ts';

/** Cloudflare's own keys for tests: the secret finds the response that its dummy widget gives good. */
const stage = setStage({ TURNSTILE_SITE_KEY: '1x00000000000000000000AA', TURNSTILE_SECRET: 'shh' });

/** Stands in for Cloudflare's script, which is not reached from here: a button in its place. */
async function standInForCloudflare(context: BrowserContext): Promise<void> {
  await context.route('https://challenges.cloudflare.com/**', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `window.turnstile = {
        render(container, { sitekey, callback }) {
          const button = document.createElement('button');
          button.textContent = 'I am a person, ' + sitekey;
          button.onclick = () => callback('a response');
          container.append(button);
          return 'widget';
        },
        remove() {},
      };`,
    }),
  );
}

it('[H7] who comes new is asked to show that they are a person, and what the widget answers is shown to the room', async () => {
  const ann = await stage.somebody({});
  ann.isAltered = true;
  await standInForCloudflare(ann.context);
  const joins: string[] = [];
  ann.page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => joins.push(String(payload))));
  await ann.page.goto(stage.room);
  const dialog = ann.dialog('Join');
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ann');
  await dialog.getByRole('button', { name: 'Join' }).click();
  await dialog.getByText('Show that you are a person').waitFor();
  await ann.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await ann.page.getByRole('status').getByRole('button', { name: 'Show it' }).click();
  await dialog.getByRole('button', { name: 'I am a person, 1x00000000000000000000AA' }).click();
  await expect.poll(() => joins.some((frame) => frame.includes('"turnstile":"a response"'))).toBe(true);
});
