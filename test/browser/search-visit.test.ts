import { describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { isFocused } from './focus.ts';
import { field, isLedTo, results, said, searches, sheet } from './searching.ts';

const stage = setStage();

/** Whether the page takes a key, so that the browser does nothing of its own. */
async function takes({ page }: Person, key: string): Promise<boolean> {
  await page.evaluate(() =>
    addEventListener('keydown', (event) => (document.body.dataset.taken = String(event.defaultPrevented)), {
      once: true,
    }),
  );
  await page.keyboard.press(key);
  return (await page.evaluate(() => document.body.dataset.taken)) === 'true';
}

describe('[R7] a search', () => {
  it('is offered to whoever has joined alone', async () => {
    const eve = await stage.somebody();
    await eve.opens(stage.room);
    await eve.dialog('Join').waitFor();
    await eve.page.keyboard.press('Escape');
    await eve.button('Settings').waitFor();
    expect(await eve.button('Search').count()).toBe(0);
    // Before its code has come no sheet could stand there: the key says at once whether it was taken. What stands beside the
    // search takes its own as soon as both listen.
    await expect.poll(async () => [await takes(eve, '/'), await takes(eve, '?')]).toEqual([false, true]);
    expect(await sheet(eve).count()).toBe(0);
  });

  it('is over with the visit: nothing of it is offered to who was removed', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.sendMessage('Mine, then.');
    for (const person of [ann, bob]) await person.message('Mine, then.').getByText('Owner').waitFor();
    await ann.person('Bob').waitFor();
    await searches(bob, 'mine');
    await said(bob, '1 message found');
    await ann.sendMessage('/ban @Bob');
    await bob.page.getByText('A host removed you.').waitFor();
    expect(await sheet(bob).count()).toBe(0);
    expect(await bob.button('Search').count()).toBe(0);
    expect(await takes(bob, '/')).toBe(false);
  });

  it('shows, opened again, what was typed and found last, as it now stands', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    for (const text of ['The old table', 'The new table']) {
      await bob.sendMessage(text);
      await ann.sees(text);
    }
    await searches(ann, 'table');
    await said(ann, '2 messages found');
    await results(ann).first().click();
    await isLedTo(ann, 'The new table');
    await ann.button('Search').click();
    await said(ann, '2 messages found');
    expect(await field(ann).inputValue()).toBe('table');
    await isFocused(field(ann));
    await bob.does('Delete', 'The old table');
    await bob.dialog().getByRole('button', { name: 'Delete', exact: true }).click();
    await said(ann, '1 message found');
    await ann.page.keyboard.type('chair');
    expect(await field(ann).inputValue()).toBe('chair');
    await said(ann, 'No messages found');
  });

  it('waits for what an input method composes', async () => {
    const ann = await stage.somebody();
    ann.isAltered = true;
    await ann.page.clock.install();
    await ann.joinRoom(stage.room, 'Ann');
    await ann.sendMessage('我们在花园里');
    await ann.hasSent('我们在花园里');
    await ann.button('Search').click();
    await field(ann).waitFor();
    const keys = await ann.page.context().newCDPSession(ann.page);
    await keys.send('Input.imeSetComposition', { text: 'hua', selectionStart: 3, selectionEnd: 3 });
    expect(await field(ann).inputValue()).toBe('hua');
    // Past the pause after which what is typed is searched for.
    await ann.page.clock.fastForward(1_000);
    await sheet(ann).getByText('Finds messages that hold all the words').waitFor();
    await keys.send('Input.insertText', { text: '花园' });
    await ann.page.clock.fastForward(1_000);
    await said(ann, '1 message found');
  });

  it('says so where its code cannot be loaded', async () => {
    const ann = await stage.somebody();
    ann.isAltered = true;
    await ann.page.route(/search-sheet/, (route) => route.abort());
    await ann.joinRoom(stage.room, 'Ann');
    await ann.button('Search').click();
    await ann.page.getByRole('main').getByText('That did not work.').waitFor();
  });
});
