import { beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { sign } from './composer.ts';

const stage = setStage();
let ann: Person;
let bob: Person;

/** The same person at another browser. */
async function secondDevice(of: Person): Promise<Person> {
  const other = await stage.somebody({ storageState: await of.context.storageState() });
  await other.opens(stage.room);
  await other.composer.waitFor();
  return other;
}

/** Whether the word was ever in this person's page, from before the page's own script on. */
async function watchFor(person: Person, word: string): Promise<() => Promise<boolean>> {
  await person.page.evaluate((secret) => {
    const watch = window as unknown as { hasSeen: boolean };
    const look = () => {
      watch.hasSeen ||= document.documentElement.outerHTML.includes(secret);
    };
    watch.hasSeen = false;
    look();
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  }, word);
  return () => person.page.evaluate(() => (window as unknown as { hasSeen: boolean }).hasSeen);
}

beforeEach(async () => {
  [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
  await ann.person('Bob').waitFor();
});

describe('[S6] a private message', () => {
  it('is seen by its two people on all of their devices, and never by anybody else', async () => {
    const carl = await stage.enter('Carl');
    const everSeen = await watchFor(carl, 'surprise');
    const devices = [ann, bob, await secondDevice(ann), await secondDevice(bob)];
    await ann.sendMessage('@Bob The surprise is at eight');
    for (const device of devices) await device.sees('The surprise is at eight');
    await bob.sendMessage('For all to read');
    await carl.sees('For all to read');
    expect(await everSeen()).toBe(false);
    await Promise.all([...devices, carl].map(({ page }) => page.reload()));
    for (const device of devices) await device.sees('The surprise is at eight');
    await carl.sees('For all to read');
    expect(await carl.page.content()).not.toContain('surprise');
    expect(await carl.messages.count()).toBe(1);
  });

  it('is set apart, says to whom it is, and shares no head with a public one', async () => {
    await ann.sendMessage('Good morning');
    await ann.sendMessage('@Bob A word aside');
    await ann.sendMessage('And to everybody again');
    await bob.sees('And to everybody again');
    expect(await bob.message('A word aside').textContent()).toContain('Private · to you');
    expect(await ann.message('A word aside').textContent()).toContain('Private · to Bob');
    expect(await bob.message('A word aside').getAttribute('aria-label')).toMatch(
      /^Ann, .+, private, to you$/,
    );
    expect(await bob.message('Good morning').getAttribute('aria-label')).not.toContain('private');
    expect(await bob.messages.getByRole('button', { name: 'Message Ann privately' }).count()).toBe(3);
  });

  it('is read aloud as private', async () => {
    await ann.sendMessage('@Bob Can you hear me?');
    await bob.page.getByText('Ann, privately: Can you hear me?').waitFor({ state: 'attached' });
  });

  it('is marked while it is still on its way', async () => {
    await stage.server.kill();
    await ann.sendMessage('@Bob Into the dark');
    await ann.sees('Into the dark');
    expect(await ann.message('Into the dark').textContent()).toContain('Private · to Bob');
    await stage.server.start();
    for (const person of [ann, bob]) await person.triesNow();
    await bob.sees('Private · to you');
  });

  it('stays private when it is edited, and says so meanwhile', async () => {
    const carl = await stage.enter('Carl');
    const everSeen = await watchFor(carl, 'secret');
    await ann.sendMessage('@Bob The first secret');
    await bob.sees('The first secret');
    await ann.hasSent('The first secret');
    await ann.composer.press('ArrowUp');
    await ann.page.locator('form').getByText('Editing a private message. Only Bob will see this.').waitFor();
    await ann.composer.fill('The second secret');
    await ann.composer.press('Enter');
    await bob.sees('The second secret');
    expect(await bob.message('The second secret').textContent()).toContain('Private · to you');
    await ann.sendMessage('For all to read');
    await carl.sees('For all to read');
    expect(await everSeen()).toBe(false);
  });
});

describe('writing one', () => {
  it('starts from a name in People, and lasts until the address is taken off', async () => {
    await ann.person('Bob').hover();
    await ann.person('Bob').getByRole('button', { name: 'Message Bob privately' }).click();
    await sign(ann).waitFor();
    await ann.isReadyToWrite();
    await ann.page.getByPlaceholder('Message Bob privately').waitFor();
    await ann.page.keyboard.type('Psst');
    await ann.button('Send privately to Bob').click();
    await bob.sees('Psst');
    expect(await sign(ann).textContent()).toContain('Only Bob will see this.');
    await ann.button('Send to everybody instead').click();
    await ann.button('Send').waitFor();
    expect(await sign(ann).count()).toBe(0);
  });

  it("starts from its author's name at a message", async () => {
    await bob.sendMessage('Ask me anything');
    await ann.message('Ask me anything').getByRole('button', { name: 'Message Bob privately' }).click();
    await ann.sendMessage('Anything?');
    await bob.sees('Anything?');
    expect(await bob.message('Anything?').textContent()).toContain('Private · to you');
  });

  it('[C6] starts with @name, which becomes a plain sign; the next message is for all again', async () => {
    await ann.composer.pressSequentially('@bob ');
    await sign(ann).waitFor();
    expect(await ann.composer.inputValue()).toBe('');
    await ann.composer.pressSequentially('hello');
    await ann.button('Send privately to Bob').click();
    await bob.sees('hello');
    expect(await bob.message('hello').textContent()).not.toContain('@');
    await ann.page.getByText('Sent to Bob alone. The next message goes to everybody.').first().waitFor();
    await ann.button('Send').waitFor();
  });

  it('waits where the name may be a longer one, and then takes the longest', async () => {
    const lee = await stage.enter('Bob Lee');
    await ann.person('Bob Lee').waitFor();
    await ann.composer.pressSequentially('@Bob ');
    expect(await ann.composer.inputValue()).toBe('@Bob ');
    await ann.composer.pressSequentially('Lee good evening');
    expect(await sign(ann).textContent()).toContain('Only Bob Lee will see this.');
    await ann.composer.press('Enter');
    await lee.sees('good evening');
    await ann.composer.pressSequentially('@Bob good night');
    expect(await sign(ann).textContent()).toContain('Only Bob will see this.');
    expect(await ann.composer.inputValue()).toBe('good night');
  });

  it('becomes one for all only by Esc or the button, and the draft stays', async () => {
    await ann.composer.fill('@Bob half a thought');
    await sign(ann).waitFor();
    await ann.composer.press('ControlOrMeta+a');
    await ann.composer.press('Backspace');
    await ann.composer.press('Backspace');
    await ann.composer.fill('another thought');
    expect(await sign(ann).count()).toBe(1);
    await ann.composer.press('Escape');
    await sign(ann).waitFor({ state: 'detached' });
    expect(await ann.composer.inputValue()).toBe('another thought');
    await ann.button('Send').waitFor();
  });

  it('where nobody of that name is here, sends nothing before one decides', async () => {
    const nobody = ann.page.getByText('Nobody called “zoe” is here.');
    await ann.sendMessage('@zoe are you there?');
    await nobody.waitFor();
    await ann.composer.press('Enter');
    expect(await ann.messages.count()).toBe(0);
    await ann.button('Change the name').click();
    await nobody.waitFor({ state: 'detached' });
    await ann.page.keyboard.type('bob');
    await sign(ann).waitFor();
    await ann.composer.press('Enter');
    await bob.sees('are you there?');
    expect(await bob.message('are you there?').textContent()).toContain('Private · to you');
    await ann.sendMessage('@zoe come back');
    await ann.button('Send to everybody').click();
    await bob.sees('@zoe come back');
    expect(await bob.message('come back').textContent()).not.toContain('Private');
  });

  it('somebody who arrives under that name is shown before anything is sent', async () => {
    await ann.sendMessage('@Dora welcome');
    await ann.page.getByText('Nobody called “Dora” is here.').waitFor();
    const dora = await stage.enter('Dora');
    await ann.person('Dora').waitFor();
    await ann.composer.press('Enter');
    await sign(ann).waitFor();
    expect(await ann.messages.count()).toBe(0);
    await ann.composer.press('Enter');
    await dora.sees('welcome');
  });

  it('stays addressed to somebody who leaves, and reaches them when they come back', async () => {
    await ann.composer.fill('@Bob for later');
    await sign(ann).waitFor();
    await bob.page.goto('about:blank');
    await ann.person('Bob').waitFor({ state: 'detached' });
    await ann.page.getByText('Bob is away and will see it on coming back.').waitFor();
    await ann.composer.press('Enter');
    await ann.sees('for later');
    await bob.opens(stage.room);
    await bob.sees('for later');
  });

  it('an answer to one stays among its readers, until it is no answer to it any more', async () => {
    const carl = await stage.enter('Carl');
    const everSeen = await watchFor(carl, 'quietly');
    await ann.sendMessage('@Bob quietly asked');
    await bob.sees('quietly asked');
    await bob.does('Reply', 'quietly asked');
    expect(await sign(bob).textContent()).toContain('Only Ann will see this.');
    await bob.sendMessage('quietly answered');
    await ann.sees('quietly answered');
    expect(await ann.message('quietly answered').textContent()).toMatch(/Private · to you.*quietly asked/);
    await bob.does('Reply', 'quietly asked');
    await bob.button('Send to everybody instead').click();
    await bob.sendMessage('Loud and clear');
    await carl.sees('Loud and clear');
    expect(await everSeen()).toBe(false);
    expect(await carl.message('Loud and clear').locator('.quote').count()).toBe(0);
  });

  it('a draft comes back from a reload for whom it was', async () => {
    await ann.composer.fill('@Bob half a sec');
    await sign(ann).waitFor();
    await ann.composer.press('End');
    await ann.composer.pressSequentially('ret');
    await ann.page.reload();
    expect(await ann.composer.inputValue()).toBe('half a secret');
    expect(await sign(ann).textContent()).toContain('Only Bob will see this.');
    await ann.composer.press('Enter');
    await bob.sees('half a secret');
    expect(await bob.message('half a secret').textContent()).toContain('Private · to you');
  });
});
