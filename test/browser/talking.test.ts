import { describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { setStage } from '../support/stage.ts';

const stage = setStage();

describe('two people in a room', () => {
  it('read each other, each message once', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.sendMessage('Is anybody here?');
    await bob.sees('Is anybody here?');
    await bob.sendMessage('I am.');
    await ann.sees('I am.');
    expect(await ann.messages.allInnerTexts()).toHaveLength(2);
    expect(await bob.messages.allInnerTexts()).toHaveLength(2);
  });

  it('see who comes and who goes', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.person('Bob').waitFor();
    await bob.page.close();
    await ann.person('Bob').waitFor({ state: 'detached' });
  });

  it('[J4] who would be taken for another gets a number', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await stage.enter('ann');
    await ann.person('ann 2').waitFor();
  });
});

describe('coming back', () => {
  it('a reload keeps the history, the name and the identity', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Remember this.');
    await ann.hasSent('Remember this.');
    await ann.page.reload();
    await ann.sees('Remember this.');
    await ann.person('Ann').waitFor();
    expect(await ann.dialog('Join').count()).toBe(0);
  });

  it('when all have left, it is all there', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.sendMessage('Nobody reads this today.');
    await ann.hasSent('Nobody reads this today.');
    await ann.context.close();
    const [bob] = await stage.inTheRoom('Bob');
    await bob.sees('Nobody reads this today.');
  });

  it('a draft survives a reload, one for each room', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    await ann.composer.fill('Half a thou');
    await ann.page.reload();
    await ann.person('Ann').waitFor();
    expect(await ann.composer.inputValue()).toBe('Half a thou');
  });
});

describe('a server that stops and comes back', () => {
  it('loses nothing and doubles nothing', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.sendMessage('Before the fall.');
    await bob.sees('Before the fall.');
    await stage.server.kill();
    await ann.sendMessage('First into the dark.');
    await ann.sendMessage('Second into the dark.');
    await bob.sendMessage('Third into the dark.');
    await stage.server.start();
    for (const person of [ann, bob]) await person.triesNow();
    for (const person of [ann, bob]) {
      for (const text of ['First', 'Second', 'Third']) await person.sees(`${text} into the dark.`);
      await expect.poll(() => person.messages.count()).toBe(4);
    }
    const carl = await stage.enter('Carl');
    await carl.sees('Third into the dark.');
    await expect.poll(() => carl.messages.count()).toBe(4);
    const order = (await carl.messages.allInnerTexts()).join('\n');
    expect(order.indexOf('First into')).toBeLessThan(order.indexOf('Second into'));
  });

  it('is said to be gone while it is, and to be there once it is back', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    const status = ann.page.getByRole('status');
    await status.getByText('Connected').waitFor();
    await stage.server.kill();
    await status.getByText('Connection lost').waitFor();
    expect(await status.getByText('Connected').count()).toBe(0);
    await status.getByRole('button', { name: 'Try now' }).waitFor();
    await stage.server.start();
    await ann.triesNow();
    await status.getByText('Connected').waitFor();
    expect(await status.getByRole('button').count()).toBe(0);
  });

  it('what was written without it survives a reload of the page', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await stage.server.kill();
    await ann.sendMessage('Do not forget me.');
    await ann.sees('Do not forget me.');
    await ann.page.goto('about:blank');
    await stage.server.start();
    await ann.opens(stage.room);
    await bob.triesNow();
    await bob.sees('Do not forget me.');
    await expect.poll(() => bob.messages.count()).toBe(1);
    await expect.poll(() => ann.messages.count()).toBe(1);
  });
});

describe('two pages of one browser', () => {
  it('what one could not send before it was closed, the other sends, once', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    const second = await ann.opensAnother(stage.room);
    await second.person('Ann').waitFor();
    await stage.server.kill();
    await ann.sendMessage('Left behind.');
    await ann.sees('Left behind.');
    await ann.page.close();
    await stage.server.start();
    for (const page of [second, bob]) await page.triesNow();
    await second.hasSent('Left behind.');
    await bob.sees('Left behind.');
    expect(await bob.messages.count()).toBe(1);
  });
});

describe('[J1] a page that is older than its room', () => {
  /** Makes the page say in its join that it was written to an older protocol, as often as is asked. */
  async function outdate(person: Person, times: number): Promise<() => number> {
    let joins = 0;
    person.isAltered = true;
    await person.page.routeWebSocket(/\/socket$/, (route) => {
      const server = route.connectToServer();
      route.onMessage((frame) => {
        const isOld = String(frame).includes('"join"') && ++joins <= times;
        server.send(isOld ? String(frame).replace('"protocol":1', '"protocol":0') : frame);
      });
    });
    return () => joins;
  }

  it('loads itself anew and goes on', async () => {
    const [ann, bob] = await stage.inTheRoom('Ann', 'Bob');
    await ann.composer.fill('A thought');
    const joins = await outdate(ann, 1);
    await ann.page.reload();
    await expect.poll(joins).toBe(2);
    await ann.person('Ann').waitFor();
    expect(await ann.composer.inputValue()).toBe('A thought');
    await ann.sendMessage('Here again.');
    await bob.sees('Here again.');
  });

  it('says so where that does not help, and stays', async () => {
    const [ann] = await stage.inTheRoom('Ann');
    const joins = await outdate(ann, 9);
    await ann.page.reload();
    await ann.page.getByText('This page is older than the room.').waitFor();
    await expect.poll(joins).toBe(2);
  });
});

it('a bare WebSocket script that follows PROTOCOL.md talks with the page', async () => {
  const [ann] = await stage.inTheRoom('Ann');
  const script = await joinByScript(stage.room);
  await script.sends('I am ten lines');
  await ann.sees('I am ten lines');
  await ann.sendMessage('I am a page.');
  await script.hears('I am a page.');
  script.leaves();
});

/** Whoever has read PROTOCOL.md and nothing else. */
async function joinByScript(url: string) {
  const { host, pathname } = new URL(url);
  const name = pathname.split('/').at(-1);
  const socket = new WebSocket(`ws://${host}/api/rooms/${name}/socket`, 'parlor.v1');
  const heard = new Set<string>();
  const waiting = new Map<string, () => void>();
  const send = (text: string) =>
    socket.send(JSON.stringify({ type: 'send', id: text.replace(/\W/g, '-'), text }));
  socket.onmessage = ({ data }) => {
    for (const { type, text, code, id, retryAfter } of [JSON.parse(data)].flat()) {
      if (code === 'rate_limited') setTimeout(() => send(id.replaceAll('-', ' ')), retryAfter);
      const key = type === 'welcome' ? type : text;
      heard.add(key);
      waiting.get(key)?.();
    }
  };
  const hears = (key: string) =>
    heard.has(key) ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(key, resolve));
  socket.onopen = () => socket.send(JSON.stringify({ type: 'join', name: 'Script' }));
  await hears('welcome');
  return {
    hears,
    leaves: () => socket.close(),
    sends: async (text: string) => {
      send(text);
      await hears(text);
    },
  };
}
