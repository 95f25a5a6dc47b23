import { describe, expect, it } from 'vitest';
import { looksRight } from '../support/looks.ts';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();
const nameOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(3));

const recent = ({ page }: Person) => page.getByRole('list', { name: 'Recent rooms' }).getByRole('listitem');
const question = ({ page }: Person) => page.getByRole('dialog', { name: /^Forget / });

/** Makes a private room from the start page, and has been let in. */
async function makesPrivateRoom(person: Person): Promise<void> {
  await person.opens(stage.server.origin);
  await person.button('New private room').click();
  await person.page.getByRole('dialog', { name: 'This room is yours' }).waitFor();
  await person.page.keyboard.press('Escape');
}

/** What the browser keeps under a name that holds that word. */
const keptOf = ({ page }: Person, word: string) =>
  page.evaluate(
    (part) =>
      Object.entries(localStorage).flatMap((entry) => (entry.join().includes(part) ? [entry[0]] : [])),
    word,
  );

async function typesRoom(person: Person, text: string): Promise<void> {
  await person.page.getByRole('textbox', { name: 'Room' }).fill(text);
  await person.button('Open room').click();
}

describe('the list of recent rooms', () => {
  it('is the same in all tabs: what one adds, the other shows, and does not lose', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.person('Ann').waitFor();
    await ann.opens(stage.server.origin);
    await expect.poll(() => recent(ann).count()).toBe(1);
    const second = await ann.opensAnother(stage.server.origin);
    await makesPrivateRoom(second);
    await recent(ann).filter({ hasText: 'Private room' }).waitFor();
    await ann.button(`Forget ${nameOf(stage.room)}`).click();
    await expect.poll(() => recent(ann).count()).toBe(1);
    await ann.page.reload();
    await recent(ann).filter({ hasText: 'Private room' }).waitFor();
    expect(await recent(ann).count()).toBe(1);
  });

  it('asks before a link or a key goes that cannot be had again; then nothing of the room is left', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.person('Ann').waitFor();
    await makesPrivateRoom(ann);
    const room = nameOf(ann.page.url());
    await ann.sendMessage('First');
    await ann.hasSent('First');
    await ann.composer.fill('Half a thought');
    await ann.opens(stage.server.origin);
    const forget = ann.page.getByRole('button', { name: /^Forget Private room/ });
    await forget.click();
    await question(ann)
      .getByText(/only place in this browser/)
      .waitFor();
    await question(ann)
      .getByText(/^The key/)
      .waitFor();
    await question(ann)
      .getByText(/did not send/)
      .waitFor();
    await looksRight(ann);
    await ann.page.keyboard.press('Enter');
    await question(ann).waitFor({ state: 'detached' });
    expect(await recent(ann).count()).toBe(2);
    await forget.click();
    await question(ann).getByRole('button', { name: 'Forget', exact: true }).click();
    await expect.poll(() => recent(ann).count()).toBe(1);
    expect(await ann.page.evaluate(() => document.activeElement?.closest('.recent') !== null)).toBe(true);
    expect(await keptOf(ann, room)).toEqual([]);
  });

  it('[R1] counts all that is said in a room that was deleted and is used anew; there, a line stands above it', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await bob.sendMessage('Hello?');
    await ann.sees('Hello?');
    await ann.opens(stage.server.origin);
    await ann.page.evaluate((room) => {
      localStorage.setItem(`parlor:read:${room}`, '500 of-the-room-before');
    }, nameOf(stage.room));
    await ann.page.reload();
    await recent(ann).getByText('1 new', { exact: true }).waitFor();
    await ann.opens(stage.room);
    await ann.page.getByRole('separator', { name: 'New messages' }).waitFor();
  });
});

it('a room is called by its title: in its header and box, in what invites to it, and in the list, where that opens next', async () => {
  const [ann] = await stage.inTheRoom('Ann');
  await makesPrivateRoom(ann);
  await ann.sendMessage('/title Garden club');
  await ann.page.getByRole('heading', { name: 'Garden club' }).waitFor();
  await expect.poll(() => ann.composer.getAttribute('placeholder')).toBe('Message Garden club');
  await ann.button('Invite').click();
  await ann.page.getByRole('dialog', { name: 'Invite to Garden club' }).waitFor();
  const address = ann.page.url();
  await ann.opens(stage.server.origin);
  await recent(ann).getByText('Garden club').waitFor();
  await ann.page.route('**/assets/around-*.js', (route) => route.abort());
  ann.isAltered = true;
  await ann.page.routeWebSocket(/\/socket$/, () => {});
  await ann.opens(address);
  await ann.page.getByRole('heading', { name: 'Garden club' }).waitFor();
});

describe('a link that is pasted in place of a name', () => {
  it('leads to its room and message; one to another site is said to be one', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Hello');
    await ann.hasSent('Hello');
    await ann.opens(stage.server.origin);
    await typesRoom(ann, 'https://elsewhere.example/r/tea');
    await ann.page.getByText('That link leads to another site, elsewhere.example.').waitFor();
    await typesRoom(ann, `${stage.server.origin}/admin`);
    await ann.page.getByText('That link leads to no room.').waitFor();
    await typesRoom(ann, ` ${stage.room}#1`);
    await ann.page.waitForURL(`${stage.room}#1`);
    await ann.sees('Hello');
  });
});

describe('where the browser keeps nothing', () => {
  /** As with site data blocked: to name the storage is an error. */
  async function somebodyUnkept(): Promise<Person> {
    const person = await stage.somebody();
    person.isAltered = true;
    await person.context.addInitScript(() => {
      for (const storage of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, storage, {
          get: () => {
            throw new DOMException('Denied.', 'SecurityError');
          },
        });
    });
    return person;
  }

  const joins = async ({ page }: Person, name: string) => {
    const dialog = page.getByRole('dialog', { name: 'Join' });
    await dialog.getByRole('textbox', { name: 'Your name' }).fill(name);
    await dialog.getByRole('button', { name: 'Join' }).click();
  };

  it('[H5] an invitation opens its room all the same, and leaves the address', async () => {
    const ann = await stage.enter('Ann');
    await ann.sendMessage('Mine, then.');
    await ann.person('Ann').getByText('Owner').waitFor();
    await ann.button('Room settings').click();
    await ann.page.getByRole('radio', { name: 'Whoever is invited' }).check();
    // A link of before is worth nothing any more.
    await ann.dialog('Room settings').getByText('The room settings were changed.').waitFor();
    await ann.button('Make link').click();
    const link = await ann.page.getByRole('textbox', { name: 'Invitation link' }).inputValue();
    const bob = await somebodyUnkept();
    await bob.opens(link);
    await joins(bob, 'Bob');
    await bob.sees('Mine, then.');
    expect(bob.page.url()).toBe(stage.room);
    await bob.opens(`${stage.server.origin}/r/somewhere-else`);
    await bob.opens(stage.room);
    await joins(bob, 'Bob');
    await bob.page.getByText('This room is for invited people.', { exact: false }).waitFor();
    await bob.page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await joins(bob, 'Bob');
    await bob.sees('Mine, then.');
  });

  it('[A4] whoever makes a private room owns it all the same', async () => {
    const ann = await somebodyUnkept();
    await ann.opens(stage.server.origin);
    await ann.button('New private room').click();
    await joins(ann, 'Ann');
    await ann.person('Ann').getByText('Owner').waitFor();
    expect(new URL(ann.page.url()).hash).toBe('');
  });
});
