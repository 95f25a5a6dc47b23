import { beforeEach, describe, expect, it } from 'vitest';
import { looksRight } from '../support/looks.ts';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';
import { picker, text, types } from './composer.ts';
import { hasFocus } from './focus.ts';

const stage = setStage();
let ann: Person;
let bob: Person;

async function selectLast(person: Person, letters: number): Promise<void> {
  await person.composer.press('End');
  for (let i = 0; i < letters; i++) await person.page.keyboard.press('Shift+ArrowLeft');
}

async function paste(person: Person, pasted: string): Promise<void> {
  await person.page.evaluate((words) => navigator.clipboard.writeText(words), pasted);
  await person.composer.press('ControlOrMeta+v');
}

describe('marks', () => {
  beforeEach(async () => {
    [ann] = await stage.inTheRoom('Ann');
  });

  it('go around what is selected, which stays selected, and can be undone', async () => {
    await types(ann, 'make it bold');
    await selectLast(ann, 4);
    await ann.page.keyboard.type('**(');
    expect(await text(ann)).toBe('make it **(bold)**');
    for (let i = 0; i < 3; i++) await ann.page.keyboard.press('ControlOrMeta+z');
    expect(await text(ann)).toBe('make it bold');
    await selectLast(ann, 4);
    await ann.page.keyboard.press('ControlOrMeta+b');
    await ann.page.keyboard.press('ControlOrMeta+i');
    expect(await text(ann)).toBe('make it **_bold_**');
    await ann.page.keyboard.type('x');
    expect(await text(ann)).toBe('make it **_x_**');
  });

  it('make a link where an address is pasted over what is selected; all else is pasted as it is', async () => {
    ann.isAltered = true;
    await ann.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await types(ann, 'read this');
    await selectLast(ann, 4);
    await paste(ann, 'https://example.org/');
    expect(await text(ann)).toBe('read [this](https://example.org/)');
    await ann.page.keyboard.press('ControlOrMeta+z');
    expect(await text(ann)).toBe('read this');
    await selectLast(ann, 4);
    await paste(ann, 'that');
    await paste(ann, ' https://example.org/');
    expect(await text(ann)).toBe('read that https://example.org/');
  });
});

describe('the text', () => {
  it('one over the limit is counted, refused and kept; the refusal goes once one writes on', async () => {
    [ann] = await stage.inTheRoom('Ann');
    const tooLong = 'x'.repeat(4_001);
    await ann.composer.fill(tooLong.slice(0, 3_800));
    await ann.page.getByText('200 left').waitFor();
    await ann.composer.fill(tooLong);
    await ann.page.getByText('1 too many').waitFor();
    await ann.composer.press('Enter');
    const problem = ann.page.locator('.composer-problem');
    await problem.waitFor();
    expect(await text(ann)).toBe(tooLong);
    expect(await ann.messages.count()).toBe(0);
    await ann.composer.press('Backspace');
    await ann.page.getByText('0 left', { exact: true }).waitFor();
    expect(await problem.count()).toBe(0);
  });

  it('↑ edits the last message; Esc gives up, and the draft is as it was', async () => {
    [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.sendMessage('Helo');
    await ann.sendMessage('Goodbye');
    await bob.sees('Goodbye');
    await ann.hasSent('Goodbye');
    await ann.composer.press('ArrowUp');
    await ann.page.getByText('Editing your message').waitFor();
    expect(await text(ann)).toBe('Goodbye');
    await ann.composer.press('Escape');
    expect(await text(ann)).toBe('');
    await ann.composer.fill('A draft');
    await ann.composer.press('ArrowUp');
    expect(await text(ann)).toBe('A draft');
    await ann.does('Edit', 'Helo');
    await ann.composer.fill('Hello');
    await ann.composer.press('Escape');
    expect(await text(ann)).toBe('A draft');
    await bob.does('Reply', 'Goodbye');
    await bob.page.locator('form').getByText('Replying to Ann Goodbye').waitFor();
    await bob.composer.fill('See you');
    await bob.composer.press('Escape');
    expect(await text(bob)).toBe('See you');
  });

  it('that will be an edit or an answer marks the message that it is about, and leads there', async () => {
    [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.sendMessage('Helo');
    await ann.sendMessage('Goodbye');
    await bob.sees('Goodbye');
    await ann.hasSent('Goodbye');
    const ground = (person: Person, said: string) =>
      person
        .message(said)
        .first()
        .evaluate((row) => getComputedStyle(row).backgroundColor);
    const plain = await ground(ann, 'Helo');
    await ann.does('Edit', 'Helo');
    const way = ann.button('Editing your message');
    await way.waitFor();
    await looksRight(ann);
    await ann.page.mouse.move(0, 0);
    expect(await ground(ann, 'Helo')).not.toBe(plain);
    expect(await ground(ann, 'Goodbye')).toBe(plain);
    await way.click();
    await expect.poll(() => hasFocus(ann.message('Helo'))).toBe(true);
    await ann.composer.press('Escape');
    await expect.poll(() => ground(ann, 'Helo')).toBe(plain);
    await bob.does('Reply', 'Goodbye');
    await bob.button('Replying to Ann Goodbye').waitFor();
    await bob.page.mouse.move(0, 0);
    expect(await ground(bob, 'Goodbye')).not.toBe(plain);
    await bob.sendMessage('See you');
    await expect.poll(() => ground(bob, 'Goodbye')).toBe(plain);
  });

  it('takes the focus on coming in, unless somebody does something else by then', async () => {
    [ann] = await stage.inTheRoom('Ann');
    ann.isAltered = true;
    let letIn = () => {};
    const isLetIn = new Promise<void>((resolve) => (letIn = resolve));
    await ann.page.routeWebSocket(/socket/, async (socket) => {
      await isLetIn;
      socket.connectToServer();
    });
    await ann.page.reload();
    await ann.button('Settings').focus();
    letIn();
    await ann.person('Ann').waitFor();
    await ann.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    expect(await hasFocus(ann.button('Settings'))).toBe(true);
  });

  it('is left alone by an edit that failed meanwhile: that is offered where the message stands', async () => {
    [bob] = await stage.inTheRoom('Bob');
    ann = await stage.somebody();
    ann.isAltered = true;
    let refuse: (() => void) | undefined;
    let isDeaf = true;
    await ann.page.routeWebSocket(/socket/, (socket) => {
      const room = socket.connectToServer();
      socket.onMessage((frame) => {
        const { type, id } = JSON.parse(String(frame) === 'ping' ? '{}' : String(frame));
        if (type !== 'edit' || !isDeaf) return room.send(frame);
        const error = { type: 'error', code: 'internal', id, message: 'The room failed to do that.' };
        refuse = () => socket.send(JSON.stringify(error));
      });
    });
    await ann.joinRoom(stage.room, 'Ann');
    await ann.sendMessage('Helo');
    await ann.hasSent('Helo');
    await ann.composer.press('ArrowUp');
    await ann.sendMessage('Hello');
    await ann.composer.pressSequentially('Something else');
    await expect.poll(() => refuse).toBeDefined();
    refuse?.();
    const failed = ann.message('Helo').getByText('Not saved · Hello');
    await failed.waitFor();
    expect(await text(ann)).toBe('Something else');
    await looksRight(ann);
    isDeaf = false;
    await ann.message('Helo').getByRole('button', { name: 'Try again' }).click();
    await bob.sees('Hello');
    await failed.waitFor({ state: 'detached' });
    expect(await text(ann)).toBe('Something else');
  });

  it('is shown whole, however wide the window becomes', async () => {
    [ann] = await stage.inTheRoom('Ann');
    const hidden = () => ann.composer.evaluate((area) => area.scrollHeight - area.clientHeight);
    const height = () => ann.composer.evaluate((area) => area.clientHeight);
    const line = await height();
    await ann.composer.fill(
      'A text that has room in a line as long as this is on a large screen, and no other.',
    );
    expect(await height()).toBe(line);
    await ann.page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(height).toBeGreaterThan(line);
    await expect.poll(hidden).toBe(0);
    await ann.page.setViewportSize({ width: 1280, height: 720 });
    await expect.poll(height).toBe(line);
  });

  it('a draft stays in its room', async () => {
    [ann] = await stage.inTheRoom('Ann');
    await ann.composer.fill('For here alone');
    await ann.opens(`${stage.room}-next-door`);
    await ann.person('Ann').waitFor();
    expect(await text(ann)).toBe('');
    await ann.opens(stage.room);
    expect(await text(ann)).toBe('For here alone');
  });
});

describe('with a finger', () => {
  it('Enter breaks the line and the button sends; a list and a picker are tapped', async () => {
    ann = await stage.somebody({
      viewport: { width: 320, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    await ann.joinRoom(stage.room, 'Ann');
    await types(ann, 'one');
    await ann.composer.press('Enter');
    await types(ann, 'two :tad');
    await looksRight(ann);
    await ann.page.getByRole('option').first().tap();
    await ann.button('Emoji').tap();
    await picker(ann).waitFor();
    await looksRight(ann);
    expect(await ann.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await picker(ann).getByRole('button', { name: 'grinning face', exact: true }).tap();
    await expect.poll(() => text(ann)).toBe('one\ntwo 🎉😀');
    expect(await ann.messages.count()).toBe(0);
    await ann.button('Send').tap();
    await ann.hasSent('two 🎉😀');
  });
});
