import { expect, test } from 'vitest';
import { type BrowserPage, BrowserProfile } from '../support/browser-profile.ts';
import { ben, FakeRoom, own, roomAt, texts } from './fake-room.ts';

/** A client in a page of its own, not connected. */
function at(room: FakeRoom, page: BrowserPage) {
  return room.client({ storage: page.storage, tabs: page.tabs });
}

/** Several pages of one browser, each with a client, and the room they are at. */
function pages(count: number) {
  const room = new FakeRoom();
  const profile = new BrowserProfile();
  const tabs = Array.from({ length: count }, () => {
    const page = profile.open();
    return { page, client: at(room, page) };
  });
  return { room, profile, tabs };
}

/** The client comes to be live; answers the sends that it then makes, as ids. */
function live(room: FakeRoom, client: ReturnType<FakeRoom['client']>, head = 0): unknown[] {
  client.open();
  room.letsIn(roomAt(head));
  return room.sentIds.flat();
}

const settled = () => Promise.resolve();

test('each page sends what was written in it, and nothing that another is there to send', () => {
  const { room, profile, tabs } = pages(2);
  const [one, two] = tabs;
  const ids = [one?.client.send('in one'), two?.client.send('in two')];
  const late = at(room, profile.open());
  expect(tabs.map(({ client }) => live(room, client))).toEqual([[ids[0]], [ids[1]]]);
  expect(live(room, late)).toEqual([]);
});

test('what a closed page left is sent by one that is open, in the order of writing', () => {
  const { room, tabs } = pages(2);
  const [one, two] = tabs;
  const first = one?.client.send('first, in one');
  room.clock.pass(5);
  const second = two?.client.send('second, in two');
  one?.page.close();
  expect(two && live(room, two.client)).toEqual([first, second]);
});

test('a live page sends what it inherits at once', () => {
  const { room, tabs } = pages(2);
  const [one, two] = tabs;
  if (two) live(room, two.client);
  const id = one?.client.send('left');
  expect(room.sentIds).toEqual([]);
  one?.page.close();
  expect(room.sentIds).toEqual([[id]]);
});

test('[S3] it goes out with the since of its first sending', () => {
  const { room, tabs } = pages(2);
  const [one, two] = tabs;
  if (one) live(room, one.client, 3);
  one?.client.send('sent, and never answered');
  one?.page.close();
  if (two) live(room, two.client, 90);
  expect(room.socket.commands('send')).toMatchObject([[{ since: 3 }]]);
});

test('of two pages that stay, one inherits; when that goes too, the other', () => {
  const { room, tabs } = pages(3);
  const [one, two, three] = tabs;
  one?.client.send('left');
  for (const tab of [two, three]) if (tab) live(room, tab.client);
  one?.page.close();
  expect([two, three].map((tab) => tab && texts(tab.client))).toEqual([['left'], []]);
  two?.page.close();
  expect(three && texts(three.client)).toEqual(['left']);
});

test('what was inherited is kept in the name of whoever inherited it, while it waits to be sent', async () => {
  const { room, profile, tabs } = pages(2);
  const [one, two] = tabs;
  if (two) live(room, two.client);
  for (let sent = 0; sent < 100; sent++) two?.client.send('on its way');
  one?.client.send('left');
  one?.page.close();
  const late = at(room, profile.open());
  live(room, late);
  await settled();
  expect(texts(late)).toEqual([]);
});

test('what was acknowledged is not inherited', () => {
  const { room, tabs } = pages(2);
  const [one, two] = tabs;
  if (one) live(room, one.client);
  const id = one?.client.send('said') ?? '';
  room.socket.says(own(1, id));
  one?.page.close();
  expect(two && texts(two.client)).toEqual([]);
});

test('a reload inherits from itself, without any other page', async () => {
  const { room, profile, tabs } = pages(1);
  tabs[0]?.client.send('left');
  tabs[0]?.page.close();
  const again = at(room, profile.open());
  await settled();
  live(room, again);
  expect(texts(again)).toEqual(['left']);
});

test('what has failed is inherited as failed', () => {
  const { room, tabs } = pages(2);
  const [one, two] = tabs;
  if (one) live(room, one.client);
  const id = one?.client.send('muted') ?? '';
  room.socket.says({ type: 'error', code: 'muted', message: 'No.', id });
  if (two) live(room, two.client);
  one?.page.close();
  expect(two?.client.state.pending).toMatchObject([{ id, failed: { code: 'muted' } }]);
});

test('a second client in the same page has what the first had, and what the first inherited', () => {
  const { room, tabs } = pages(2);
  const [one, two] = tabs;
  one?.client.send('left');
  room.clock.pass(5);
  two?.client.send('own');
  const second = two && at(room, two.page);
  expect(second && texts(second)).toEqual(['own']);
  if (second) live(room, second);
  one?.page.close();
  expect(second && texts(second)).toEqual(['left', 'own']);
});

test('a page whose line has ended leaves what others left to a page that can send it', () => {
  const { room, tabs } = pages(3);
  const [one, ended, alive] = tabs;
  if (ended) live(room, ended.client);
  room.socket.breaks(4426, 'Old.');
  if (alive) live(room, alive.client);
  one?.client.send('left');
  one?.page.close();
  expect([ended, alive].map((tab) => tab && texts(tab.client))).toEqual([[], ['left']]);
});

test('opened again, a page takes what is still there', () => {
  const { room, tabs } = pages(2);
  const [one, ended] = tabs;
  if (ended) live(room, ended.client);
  room.socket.breaks(4403);
  one?.client.send('left');
  one?.page.close();
  if (ended) live(room, ended.client);
  expect(ended && texts(ended.client)).toEqual(['left']);
});

test('[S3] what was sent as another member is not sent again by itself: it may have been said', () => {
  const { room, tabs } = pages(2);
  const [one, two] = tabs;
  if (one) live(room, one.client);
  const id = one?.client.send('sent as Ann, and never answered') ?? '';
  two?.client.open();
  one?.page.close();
  room.letsIn({ self: { ...ben, role: 'member' } });
  expect(room.sentIds).toEqual([]);
  const failed = { code: 'forbidden', message: expect.stringContaining('Look before you send it again') };
  expect(two?.client.state.pending).toMatchObject([{ id, failed }]);
  two?.client.retry(id);
  expect(room.sentIds).toEqual([[id]]);
});

test('[6] what was too large for the line stays so, whoever one is now', () => {
  const { room, tabs } = pages(2);
  const [one, two] = tabs;
  if (one) live(room, one.client);
  const id = one?.client.send('much') ?? '';
  room.socket.breaks(1009);
  one?.page.close();
  two?.client.open();
  room.letsIn({ self: { ...ben, role: 'member' } });
  expect(two?.client.state.pending).toMatchObject([{ id, failed: { code: 'too_large' } }]);
});
