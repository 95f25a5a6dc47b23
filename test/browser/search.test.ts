import type { WebSocketRoute } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/protocol/codes.ts';
import { looksRight } from '../support/looks.ts';
import { sayLines } from '../support/say-lines.ts';
import { setStage } from '../support/stage.ts';
import { isFocused, press } from './focus.ts';
import { field, isLedTo, results, said, searches, sheet } from './searching.ts';

const stage = setStage({ RATE_BURST: '1000', RATE_PER_SECOND: '1000' });

describe('[R7] a search', () => {
  it('finds what was said long ago by words without accents, leads there, and back again', async () => {
    const [bob] = await stage.inTheRoom('Bob');
    await bob.sendMessage('La **clé** du hangar est chez la voisine d’été.');
    await bob.hasSent('La clé du hangar');
    await sayLines(stage.room, 300);
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sees('Line 300');
    expect(await ann.count('La clé')).toBe(0);
    await searches(ann, 'ete cle');
    await said(ann, '1 message found. Searched back to the beginning.');
    expect(await results(ann).textContent()).toMatch(/^Bob\s+(Today|Yesterday) \d+:\d+\s+La clé du hangar/);
    expect(await results(ann).locator('mark').allTextContents()).toEqual(['clé', 'été']);
    await results(ann).click();
    await sheet(ann).waitFor({ state: 'detached' });
    await isLedTo(ann, 'La clé du hangar');
    await ann.button('Back to where you were').click();
    await isLedTo(ann, 'Line 300');
    expect(ann.complaints).toEqual([]);
  });

  it('is all done by keyboard: / opens it, arrows go to what was found, Enter leads there, Esc away', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    for (const text of ['The old table', 'A chair', 'The new table']) {
      await bob.sendMessage(text);
      await ann.sees(text);
    }
    await ann.composer.press('/');
    expect(await ann.composer.inputValue()).toBe('/');
    await ann.composer.fill('');
    await ann.message('A chair').focus();
    await press(ann, '/');
    await isFocused(field(ann));
    await ann.page.keyboard.type('TABLE');
    await said(ann, '2 messages found');
    await press(ann, 'ArrowDown');
    await isFocused(results(ann).nth(0));
    expect(await results(ann).first().textContent()).toContain('The new table');
    await press(ann, 'ArrowDown');
    await isFocused(results(ann).nth(1));
    await press(ann, 'ArrowUp', 'ArrowUp');
    await isFocused(field(ann));
    await press(ann, 'Tab');
    await isFocused(results(ann).nth(0));
    await press(ann, 'ArrowDown', 'Enter');
    await isLedTo(ann, 'The old table');
    await press(ann, '/');
    await isFocused(field(ann));
    await ann.page.keyboard.type('chair');
    await said(ann, '1 message found');
    await press(ann, 'Escape');
    await sheet(ann).waitFor({ state: 'detached' });
    await isLedTo(ann, 'The old table');
    await press(ann, '?');
    const keys = ann.dialog('Keyboard');
    await keys.getByText('Search this room').waitFor();
    // Had it opened the search over this, Esc would close that.
    await press(ann, '/', 'Escape');
    await keys.waitFor({ state: 'detached' });
    expect(await sheet(ann).count()).toBe(0);
  });

  it('says so where nothing is found', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Hello');
    await ann.hasSent('Hello');
    await ann.button('Search').click();
    await sheet(ann).getByText('Finds messages that hold all the words').waitFor();
    await field(ann).pressSequentially('zeppelin');
    await field(ann).press('Enter');
    await said(ann, 'No messages found. Searched back to the beginning.');
    expect(await results(ann).count()).toBe(0);
    expect(await sheet(ann).getByRole('button', { name: 'Look further back' }).count()).toBe(0);
  });

  it('finds more where one looks further back, and says how far that was', async () => {
    await sayLines(stage.room, 70);
    const [ann] = await stage.inTheRoom('Ann');
    await searches(ann, 'line');
    await sheet(ann)
      .getByRole('status')
      .getByText(/^50 messages found\. Searched back to \d+ \w+ \d+, \d+:\d+\.$/)
      .waitFor();
    await sheet(ann).getByRole('button', { name: 'Look further back' }).click();
    await said(ann, '70 messages found. Searched back to the beginning.');
    expect(await results(ann).first().textContent()).toContain('Line 70');
    expect(await results(ann).last().textContent()).toMatch(/Line 1$/);
  });

  it('[S6] finds private messages for those who are in them, and says so; for nobody else', async () => {
    const [ann, bob, eve] = await stage.inTheRoom('Ann', 'Bob', 'Eve');
    await ann.person('Bob').waitFor();
    await ann.sendMessage('@Bob the present is in the shed');
    await bob.sees('the present is in the shed');
    await searches(bob, 'present');
    await said(bob, '1 message found');
    expect(await results(bob).textContent()).toContain('Private · to you');
    await searches(eve, 'present');
    await said(eve, 'No messages found');
  });

  it('says that the line is down, offers nothing then, and goes on once it is back', async () => {
    const ann = await stage.somebody();
    ann.isAltered = true;
    const line: { isDown: boolean; sockets: WebSocketRoute[] } = { isDown: false, sockets: [] };
    await ann.page.routeWebSocket(/\/socket$/, async (socket) => {
      if (line.isDown) return socket.close({ code: 4503 });
      socket.connectToServer();
      line.sockets.push(socket);
    });
    await ann.joinRoom(stage.room, 'Ann');
    await ann.sendMessage('The table');
    await ann.hasSent('The table');
    line.isDown = true;
    for (const socket of line.sockets) await socket.close({ code: 4503 });
    await ann.page.getByText('Connection lost. Reconnecting…').or(ann.button('Try now')).first().waitFor();
    await searches(ann, 'table');
    await said(ann, 'Connection lost. The search goes on once it is back.');
    expect(await sheet(ann).getByRole('button').allTextContents()).toEqual(['']);
    line.isDown = false;
    await ann.triesNow();
    await said(ann, '1 message found');
  });

  it('that the room refuses says why, can be tried again, and is not by itself, whatever is said meanwhile', async () => {
    const ann = await stage.somebody();
    ann.isAltered = true;
    let asked = 0;
    await ann.page.routeWebSocket(/\/socket$/, (socket) => {
      const room = socket.connectToServer();
      socket.onMessage((frame) => {
        const { type, id } = frame === 'ping' ? {} : JSON.parse(`${frame}`);
        if (type !== 'search') return room.send(frame);
        asked++;
        socket.send(JSON.stringify({ type: 'error', ...refusal('internal', { id }) }));
      });
    });
    await ann.joinRoom(stage.room, 'Ann');
    const [bob] = await stage.inTheRoom('Bob');
    await searches(ann, 'table');
    await said(ann, refusal('internal').message);
    await bob.sendMessage('The table');
    await ann.page.locator('article').getByText('The table').waitFor();
    expect(asked).toBe(1);
    await sheet(ann).getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => asked).toBe(2);
  });
});

it('axe finds nothing in a search', async () => {
  const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
  await bob.sendMessage('The table');
  await bob.person('Ann').waitFor();
  await bob.sendMessage('@Ann a table for you');
  await ann.sees('a table for you');
  await ann.button('Search').click();
  await field(ann).waitFor();
  await looksRight(ann);
  await field(ann).fill('table');
  await said(ann, '2 messages found');
  await looksRight(ann);
  await field(ann).fill('zeppelin');
  await said(ann, 'No messages found');
  await looksRight(ann);
});
