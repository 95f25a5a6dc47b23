import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { looksRight } from '../support/looks.ts';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';

const published = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../public/${file}`, import.meta.url)), 'utf8');

const sha256 = (content: string) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/** The sources of one directive of a policy. */
function sources(policy: string, directive: string): string[] {
  const [, ...found] =
    policy
      .split(';')
      .map((part) => part.trim().split(/\s+/))
      .find(([name]) => name === directive) ?? [];
  return found;
}

const stage = setStage();
/** The running test's room, by its name. */
const room = () => stage.room.slice(stage.room.lastIndexOf('/') + 1);

/** Somebody at the bare page, who has not joined. */
async function atBarePage(options: Parameters<typeof Person.at>[1] = {}): Promise<Person> {
  const person = await stage.somebody(options);
  await person.opens(`${stage.server.origin}/classic#${room()}`);
  return person;
}

async function joinBare(name: string, options: Parameters<typeof Person.at>[1] = {}): Promise<Person> {
  const person = await atBarePage(options);
  await join(person, name);
  return person;
}

async function join({ page }: Person, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText(/^You are /).waitFor();
}

async function joinFull(name: string): Promise<Person> {
  const person = await stage.enter(name);
  return person;
}

/** The log of the bare page, a line each. */
const lines = ({ page }: Person) =>
  page.getByRole('log', { name: 'Messages' }).locator('p').allTextContents();
const people = ({ page }: Person) =>
  page.getByRole('list', { name: 'People' }).getByRole('listitem').allTextContents();

describe('the bare page and the full one, in one room', () => {
  it('[C2] [C3] hear each other, and see who is there', async () => {
    const ann = await joinFull('Ann');
    await ann.sendMessage('Anybody here?');
    await ann.hasSent('Anybody here?');
    const bob = await joinBare('Bob');
    await expect.poll(() => lines(bob)).toEqual(['Ann: Anybody here?']);
    expect(await people(bob)).toEqual(['Ann', 'Bob']);
    await ann.person('Bob').waitFor();
    await bob.sendMessage('I am, by Enter.');
    await ann.sees('I am, by Enter.');
    await ann.sendMessage('Good.');
    await expect.poll(() => lines(bob)).toEqual(['Ann: Anybody here?', 'Bob: I am, by Enter.', 'Ann: Good.']);
    expect(await bob.composer.inputValue()).toBe('');
    expect(bob.complaints).toEqual([]);
  });

  it('[C2] [C4] know who comes and goes', async () => {
    const bob = await joinBare('Bob');
    const ann = await joinFull('Ann');
    await expect.poll(() => lines(bob)).toEqual(['Ann is here.']);
    await ann.context.close();
    await expect.poll(() => lines(bob)).toEqual(['Ann is here.', 'Ann has left.']);
    expect(await people(bob)).toEqual(['Bob']);
  });

  it('[J4] without a name one is a guest with a name', async () => {
    const [ann, guest] = [await joinFull('Ann'), await joinBare('')];
    const name = (await guest.page.getByRole('status').textContent())?.match(/^You are (\S+ \S+)\.$/)?.[1];
    expect(name).toBeDefined();
    await ann.person(name ?? '').waitFor();
  });

  it('markup is text, in messages and in names', async () => {
    const markup = '<img src=x onerror="document.title=1"><b>bold</b>';
    const [ann, bob] = [await joinFull('<i>Ann</i>'), await joinBare('<u>Bob</u>')];
    await ann.sendMessage(markup);
    await expect.poll(() => lines(bob)).toEqual([`<i>Ann</i>: ${markup}`]);
    expect(await people(bob)).toEqual(['<i>Ann</i>', '<u>Bob</u>']);
    expect(await bob.page.locator('img, i, u, p b b').count()).toBe(0);
    expect(await bob.page.title()).toBe(room());
    expect(bob.complaints).toEqual([]);
  });

  it('[C6] a word aside is marked, and an address that nobody has is told', async () => {
    const [ann, bob] = [await joinFull('Ann'), await joinBare('Bob')];
    await bob.sendMessage('@Ann psst');
    await expect.poll(() => lines(bob)).toEqual(['Bob, in private to Ann: psst']);
    await ann.sees('psst');
    await bob.sendMessage('@Nobody psst');
    await expect.poll(() => bob.page.getByRole('status').textContent()).toMatch(/Nobody/);
  });
});

describe('the bare page', () => {
  it('takes the room from its query, too, and is the lobby otherwise', async () => {
    const ann = await stage.somebody();
    for (const [address, name] of [
      ['/classic?room=tea', 'tea'],
      [`/classic#${encodeURIComponent('salon-été')}`, 'salon-été'],
      ['/classic.html', 'lobby'],
    ] as const) {
      await ann.opens('about:blank');
      await ann.opens(stage.server.origin + address);
      await ann.page.getByRole('heading', { name, exact: true }).waitFor();
    }
  });

  it('offers to join again when the line is down', async () => {
    const bob = await joinBare('Bob');
    await bob.sendMessage('Before.');
    await expect.poll(() => lines(bob)).toEqual(['Bob: Before.']);
    await stage.server.kill();
    await bob.page.getByText('The line is down. Join again?').waitFor();
    await stage.server.start();
    await join(bob, 'Bob');
    await expect.poll(() => lines(bob)).toEqual(['Bob: Before.']);
  });

  it('is accessible and fits a phone', async () => {
    const bob = await joinBare('Bob', { viewport: { width: 390, height: 700 } });
    await bob.sendMessage('x'.repeat(300));
    for (let number = 1; number <= 25; number++) await bob.sendMessage(`Line ${number}`);
    await expect.poll(async () => (await lines(bob)).at(-1)).toBe('Bob: Line 25');
    const { width, end } = await bob.page.evaluate(() => {
      const { scrollWidth, scrollHeight, scrollTop, clientHeight } = document.documentElement;
      return { width: scrollWidth, end: scrollHeight - scrollTop - clientHeight };
    });
    expect(width).toBe(390);
    expect(end).toBeLessThan(2);
    await looksRight(bob);
  });
});

describe('[A6] the policy', () => {
  const page = published('classic.html');
  const inline = (tag: string) => [
    ...page
      .matchAll(new RegExp(`<${tag}\\b[^>]*>(.*?)</${tag}>`, 'gs'))
      .map(([, content = '']) => sha256(content)),
  ];
  const policyOf = async (path: string) =>
    (await fetch(stage.server.origin + path)).headers.get('Content-Security-Policy') ?? '';

  it('lets the bare page run its one script and style, by their hashes, and no other', async () => {
    const policy = await policyOf('/classic');
    expect(inline('script')).toHaveLength(1);
    expect(inline('style')).toHaveLength(1);
    expect(sources(policy, 'script-src')).toEqual(inline('script'));
    expect(sources(policy, 'style-src')).toEqual(inline('style'));
    expect(sources(policy, 'default-src')).toEqual(["'none'"]);
    expect(sources(policy, 'connect-src')).toEqual(["'self'"]);
    expect(sources(policy, 'frame-ancestors')).toEqual(["'none'"]);
    expect(policy).not.toContain(',');
  });

  it.each(['/', '/r/tea', '/classic/more', '/classical', '/robots.txt'])(
    'lets nothing inline run at %s',
    async (path) => {
      const policy = await policyOf(path);
      expect(sources(policy, 'script-src')).toEqual(["'self'"]);
      expect(sources(policy, 'style-src')).toEqual(["'self'"]);
    },
  );

  it('leaves the other headers of the bare page as they are everywhere', async () => {
    const [bare, start] = await Promise.all([
      fetch(`${stage.server.origin}/classic`),
      fetch(stage.server.origin),
    ]);
    for (const header of ['X-Content-Type-Options', 'Referrer-Policy', 'Permissions-Policy']) {
      expect(bare.headers.get(header)).toBe(start.headers.get(header));
      expect(bare.headers.get(header)).toMatch(/\S/);
    }
  });
});
