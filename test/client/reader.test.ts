import { describe, expect, test, vi } from 'vitest';
import { ann, ben, FakeRoom, message, own, roomAt } from './fake-room.ts';

const members = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ id: `member-${i}`, name: `Member ${i}` }));

describe('frames', () => {
  test('[F2] an array is taken in order, and told once', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const listener = vi.fn();
    client.subscribe(listener);
    room.socket.says(message(1), message(2), {
      type: 'edit',
      seq: 3,
      target: 1,
      text: 'new',
      at: 9,
      by: 'ben',
    });
    expect(listener).toHaveBeenCalledTimes(1);
    expect(client.state.messages.map(({ text }) => text)).toEqual(['new', 'text 2']);
  });

  test.each([
    'not json',
    '',
    '[',
    'null',
    '7',
    '"text"',
    '[1,null,[]]',
    '{}',
    '{"type":7}',
    '{"type":"later"}',
  ])('[F3] %s means nothing', (frame) => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const before = client.state;
    room.socket.hears(frame);
    room.socket.hears(new ArrayBuffer(1));
    expect(client.state).toBe(before);
  });

  test('what one listener throws stops neither the others nor the client', () => {
    const room = new FakeRoom();
    const shown = vi.spyOn(console, 'error').mockImplementation(() => {});
    const client = room.liveClient();
    client.subscribe(() => {
      throw new Error('Mine.');
    });
    const listener = vi.fn();
    client.subscribe(listener);
    room.socket.says(message(1));
    expect(listener).toHaveBeenCalledTimes(1);
    expect(shown).toHaveBeenCalled();
    shown.mockRestore();
  });

  test('who stops listening is told no more', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const listener = vi.fn();
    client.subscribe(listener)();
    room.socket.says(message(1));
    expect(listener).not.toHaveBeenCalled();
  });

  test('a listener may send: it goes out, and all see the newest state last', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const seen: number[] = [];
    client.subscribe(({ messages, pending }) => {
      if (messages.length === 1 && pending.length === 0) client.send('answer');
    });
    client.subscribe(({ pending }) => seen.push(pending.length));
    room.socket.says(message(1));
    expect(room.sentIds).toHaveLength(1);
    expect(seen.at(-1)).toBe(1);
  });
});

describe('catching up', () => {
  test('[J5] the first welcome brings the newest page', () => {
    const client = new FakeRoom().liveClient({
      ...roomAt(8),
      messages: [message(7), message(8)],
      more: true,
    });
    expect(client.state.messages.map(({ seq }) => seq)).toEqual([7, 8]);
    expect(client.state.hasOlder).toBe(true);
  });

  test('[R1] a resume goes on from what is there, deletions included', () => {
    const room = new FakeRoom();
    const client = room.liveClient({ ...roomAt(2), messages: [message(1), message(2)], more: true });
    room.comesBack([message(3), { type: 'delete', seq: 4, target: 1, at: 4, by: 'ben' }]);
    expect(client.state.messages.map(({ seq, deleted }) => [seq, deleted])).toEqual([
      [1, true],
      [2, undefined],
      [3, undefined],
    ]);
    expect(client.state.hasOlder).toBe(true);
  });

  test('[R2] what is no resume replaces the timeline', () => {
    const room = new FakeRoom();
    const client = room.liveClient({ ...roomAt(2), messages: [message(1), message(2)] });
    room.breaks();
    room.letsIn({ ...roomAt(1, 'log-2'), messages: [message(1, { text: 'new log' })] });
    expect(client.state.messages.map(({ text }) => text)).toEqual(['new log']);
  });

  test('[S6] live events move the cursor over holes', () => {
    const room = new FakeRoom();
    room.liveClient(roomAt(2));
    room.socket.says(message(9));
    room.breaks();
    room.socket.opens();
    expect(room.socket.commands()[0]).toMatchObject([{ after: 9 }]);
  });

  test('[S3] an answer below the cursor shows a message as it now stands, where it is shown', () => {
    const room = new FakeRoom();
    const client = room.liveClient({ ...roomAt(9), messages: [own(3, 'x')] });
    room.socket.says(own(3, 'x', { text: 'as it stands' }), own(2, 'y'));
    expect(client.state.messages.map(({ seq, text }) => [seq, text])).toEqual([[3, 'as it stands']]);
  });

  test('a change that comes a second time is not made a second time', () => {
    const room = new FakeRoom();
    const client = room.liveClient({ ...roomAt(1), messages: [message(1)] });
    const edit = { type: 'edit', seq: 2, target: 1, text: 'first', at: 2, by: 'ben' };
    room.socket.says(edit, { ...edit, seq: 3, text: 'second' }, edit);
    expect(client.state.messages[0]?.text).toBe('second');
  });
});

describe('people', () => {
  test('[P1] who comes, goes and is renamed; the last count is right', () => {
    const room = new FakeRoom();
    const client = room.liveClient({ members: [ann, ben], count: 2 });
    const cleo = { id: 'cleo', name: 'Cleo' };
    room.socket.says({ type: 'presence', joined: [cleo, cleo], count: 3 });
    room.socket.says({
      type: 'presence',
      left: ['ben', 'nobody'],
      changed: [{ ...cleo, name: 'Clea' }],
      count: 2,
    });
    expect(client.state.members).toEqual([ann, { id: 'cleo', name: 'Clea' }]);
    expect(client.state.count).toBe(2);
  });

  test('[J6] of a crowd 200 are listed, and all are counted', () => {
    const room = new FakeRoom();
    const client = room.liveClient({ members: members(200), count: 300 });
    room.socket.says({ type: 'presence', joined: [ben], count: 301 });
    expect([client.state.members.length, client.state.count]).toEqual([200, 301]);
  });

  test('[P1] at 200, who comes before another is told as gone costs nobody their place', () => {
    const room = new FakeRoom();
    const all = members(200);
    const client = room.liveClient({ members: all, count: 200 });
    room.socket.says(
      { type: 'presence', joined: [ben], count: 200 },
      { type: 'presence', left: [all.at(-1)?.id], count: 200 },
    );
    expect(client.state.members).toHaveLength(200);
    expect(client.state.members[0]).toEqual(all[0]);
  });

  test('[P3] two renames that are told as one are both answered', async () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    const renames = [client.rename('Anna'), client.rename('Anne')];
    room.socket.says({ type: 'presence', changed: [{ ...ann, name: 'Anne' }], count: 1 });
    await Promise.all(renames);
    expect(client.state.self?.name).toBe('Anne');
  });

  test('[J7] renamed elsewhere, we know our own name', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.socket.says({ type: 'presence', changed: [{ id: 'ann', name: 'Anna' }], count: 1 });
    expect(client.state.self).toEqual({ id: 'ann', name: 'Anna', role: 'member' });
  });
});

describe('[P2] typing', () => {
  const typing = (id: string, on = true) => ({ type: 'typing', id, on });

  test('lapses after 6 s without another signal', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.socket.says(typing('ben'));
    room.clock.pass(4_000);
    room.socket.says(typing('ben'));
    room.clock.pass(5_999);
    expect(client.state.typing).toEqual(['ben']);
    room.clock.pass(1);
    expect(client.state.typing).toEqual([]);
  });

  test.each([
    ['stopping', typing('ben', false)],
    ['the message', message(1)],
    ['leaving', { type: 'presence', left: ['ben'], count: 1 }],
  ])('ends with %s', (_, signal) => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.socket.says(typing('ben'), typing('cleo'));
    room.socket.says(signal);
    expect(client.state.typing).toEqual(['cleo']);
  });

  test('ends with the line', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    room.socket.says(typing('ben'));
    room.socket.breaks();
    expect(client.state.typing).toEqual([]);
  });

  test('is told again every 3 s at most, its end once, and a new start at once', () => {
    const room = new FakeRoom();
    const client = room.liveClient();
    for (const on of [true, true, false, false, true]) client.typing(on);
    room.clock.pass(3_000);
    client.typing(true);
    expect(
      room.socket
        .commands('typing')
        .flat()
        .map(({ on }) => on),
    ).toEqual([true, false, true, true]);
  });

  test('needs no end after a message, and is not told to a line that is down', () => {
    const room = new FakeRoom();
    const client = room.client();
    client.typing(true);
    client.open();
    room.letsIn();
    client.typing(true);
    client.send('done');
    client.typing(false);
    expect(room.socket.commands('typing')).toHaveLength(1);
  });
});
