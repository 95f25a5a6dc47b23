import { describe, expect, it } from 'vitest';
import { ClassicClient } from '../support/live-classic.ts';
import { aRoom, hibernate, joinRoom } from '../support/live-client.ts';

describe('a bare socket', () => {
  it('[C1] hears that the handshake is done, and nothing else before it logs in or speaks', async () => {
    const room = aRoom();
    const ann = await joinRoom(room, { name: 'Ann' });
    const bare = await ClassicClient.at(room);
    await bare.hears({ type: 'handshake', content: 'done' });
    await ann.posts('Not for strangers');
    bare.says({ type: 'login', content: 'Bob' });
    await bare.hears({ type: 'login', content: 'Bob' });
    expect(bare.frames.map(({ type }) => type).slice(0, 2)).toEqual(['handshake', 'login']);
  });

  it('[C2] [C7] a login is told to classic clients with all names, to native ones by presence', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room, { name: 'Ann' }), await ClassicClient.loggedIn(room, 'Bob')];
    await ann.hears({ type: 'presence', count: 2 });
    const carl = await ClassicClient.loggedIn(room, 'Carl');
    expect(await bob.hears({ type: 'login', content: 'Carl' })).toEqual({
      type: 'login',
      content: 'Carl',
      user_list: ['Ann', 'Bob', 'Carl'],
    });
    expect(carl.frames.at(-1)).toMatchObject({ type: 'login', user_list: ['Ann', 'Bob', 'Carl'] });
    expect((await ann.hears({ type: 'presence', count: 3 })).joined).toMatchObject([{ name: 'Carl' }]);
  });

  it('[C2] a native member’s join is told in the same form', async () => {
    const room = aRoom();
    const bob = await ClassicClient.loggedIn(room, 'Bob');
    await joinRoom(room, { name: 'Ann' });
    await bob.hears({ type: 'login', content: 'Ann', user_list: ['Bob', 'Ann'] });
  });

  it('[C2] [J4] a name that is taken gets a number, a bad one is replaced', async () => {
    const room = aRoom();
    await joinRoom(room, { name: 'Ann' });
    const other = await ClassicClient.loggedIn(room, 'ANN');
    expect(other.frames.at(-1)).toMatchObject({ content: 'ANN 2' });
    const nameless = await ClassicClient.loggedIn(room, '\u200b');
    expect(nameless.frames.at(-1)?.content).toMatch(/^\w+ \w+$/);
  });

  it('[C3] messages go both ways, and come back to who sent them', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room, { name: 'Ann' }), await ClassicClient.loggedIn(room, 'Bob')];
    bob.says({ type: 'user', content: 'From a bare socket' });
    expect(await ann.hears({ type: 'message', text: 'From a bare socket' })).toMatchObject({
      from: { name: 'Bob' },
    });
    await bob.hears({ type: 'user', from: 'Bob', content: 'From a bare socket' });
    await ann.posts('From a page');
    expect(await bob.hears({ type: 'user', content: 'From a page' })).toEqual({
      type: 'user',
      from: 'Ann',
      content: 'From a page',
    });
  });

  it('[C3] a login is followed by the newest 50 messages, oldest first, as they stand, tombstones left out', async () => {
    const room = aRoom();
    const people = await Promise.all(['Ann', 'Bob', 'Carl'].map((name) => joinRoom(room, { name })));
    const posted: ({ readonly seq: number } | undefined)[] = [];
    for (let i = 0; i < 60; i++) posted.push(await people[i % 3]?.posts(`Line ${i}`));
    const [ann] = people;
    ann?.says({ type: 'edit', target: posted[57]?.seq, text: 'Line 57, edited' });
    ann?.says({ type: 'delete', target: posted[54]?.seq });
    await ann?.hears({ type: 'delete' });
    const bare = await ClassicClient.loggedIn(room, 'Dora');
    await bare.hears({ type: 'user', content: 'Line 59' });
    const expected = Array.from({ length: 50 }, (_, i) => `Line ${i + 10}`).filter(
      (line) => line !== 'Line 54',
    );
    expect(bare.texts).toEqual(expected.map((line) => (line === 'Line 57' ? 'Line 57, edited' : line)));
  });

  it('[C4] whoever goes, of either dialect, is told with those who are left', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room, { name: 'Ann' }), await ClassicClient.loggedIn(room, 'Bob')];
    const carl = await ClassicClient.loggedIn(room, 'Carl');
    ann.leaves(1000);
    await bob.hears({ type: 'logout', content: 'Ann', user_list: ['Bob', 'Carl'] });
    carl.leaves();
    await bob.hears({ type: 'logout', content: 'Carl', user_list: ['Bob'] });
  });

  it('[C5] a bare text is a message, and who has not logged in becomes a guest by it', async () => {
    const room = aRoom();
    const ann = await joinRoom(room, { name: 'Ann' });
    const bare = await ClassicClient.at(room);
    bare.says('');
    bare.says('Good morning');
    const { from } = await ann.hears({ type: 'message', text: 'Good morning' });
    expect(from.name).toMatch(/^\w+ \w+$/);
    await bare.hears({ type: 'user', from: from.name, content: 'Good morning' });
    bare.says('{"half a thought');
    await ann.hears({ type: 'message', text: '{"half a thought' });
  });

  it('[C5] [F1] a login and texts sent back to back are taken in order, by one member', async () => {
    const room = aRoom();
    const ann = await joinRoom(room, { name: 'Ann' });
    const bare = await ClassicClient.at(room);
    bare.says('one');
    bare.says('two');
    bare.says('three');
    await ann.hears({ type: 'message', text: 'three' });
    expect(ann.heard('message').map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    expect(new Set(ann.heard('message').map(({ from }) => from.id)).size).toBe(1);
  });

  it('[C6] a private message reaches its member and its sender, and nobody else', async () => {
    const room = aRoom();
    const ann = await joinRoom(room, { name: 'Ann of Cleves' });
    const [bob, carl] = [
      await ClassicClient.loggedIn(room, 'Bob'),
      await ClassicClient.loggedIn(room, 'Carl'),
    ];
    bob.says('@"ann of cleves" psst');
    const heard = await ann.hears({ type: 'message', text: 'psst' });
    expect(heard.to).toEqual([ann.id]);
    const copy = { type: 'user', from: 'Bob', content: 'psst', private: true, to: ['Ann of Cleves'] };
    expect(await bob.hears({ type: 'user' })).toEqual(copy);
    bob.says('aloud');
    await carl.hears({ type: 'user', content: 'aloud' });
    expect(carl.texts).toEqual(['aloud']);
  });

  it('[C6] to nobody of that name nothing is sent, and the error says so', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room, { name: 'Ann' }), await ClassicClient.loggedIn(room, 'Bob')];
    bob.says('@Carl psst');
    expect(await bob.hears({ type: 'error' })).toEqual({
      type: 'error',
      content: 'Nobody here is called Carl. Nothing was sent.',
    });
    await ann.hasHeardAll();
    expect(ann.heard('message')).toEqual([]);
  });

  it('[C7] an error is a sentence', async () => {
    const bob = await ClassicClient.loggedIn(aRoom(), 'Bob');
    bob.says({ type: 'user', content: ' ' });
    expect(await bob.hears({ type: 'error' })).toEqual({
      type: 'error',
      content: 'A message needs some text.',
    });
  });

  it('[F5] the tenth bad frame within a minute closes it with 4400', async () => {
    const bob = await ClassicClient.loggedIn(aRoom(), 'Bob');
    for (let i = 0; i < 10; i++) bob.says({ type: 'user', content: i });
    expect(await bob.isClosed()).toBe(4400);
  });

  it('stays what it was over hibernation', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room, { name: 'Ann' }), await ClassicClient.loggedIn(room, 'Bob')];
    await hibernate(room);
    bob.says('Slept well');
    expect(await ann.hears({ type: 'message' })).toMatchObject({ text: 'Slept well', from: { name: 'Bob' } });
    await bob.hears({ type: 'user', from: 'Bob', content: 'Slept well' });
  });
});
