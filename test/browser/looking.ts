import type { Person } from '../support/person.ts';
import type { Stage } from '../support/stage.ts';

/** The tab goes behind another one. */
export async function looksAway(person: Person): Promise<void> {
  await person.page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}

/** And before us again. */
export async function looksBack(person: Person): Promise<void> {
  await person.page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
}

/** Ann, who has said something, and Bob, who has read it and looks at another tab. */
export async function withBobAway(stage: Stage): Promise<{ ann: Person; bob: Person }> {
  const ann = await stage.enter('Ann');
  await ann.sendMessage('Good morning');
  await ann.hasSent('Good morning');
  const bob = await stage.enter('Bob');
  await bob.hasRead();
  await looksAway(bob);
  return { ann, bob };
}
