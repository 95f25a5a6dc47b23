import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FakeRoom, own, roomAt } from './fake-room.ts';

interface Sent {
  readonly id: string;
  readonly since: number;
}

/** What happens to a frame on its way to the room, and to the answer on its way back. */
const fates = [
  'arrives',
  'is lost',
  'arrives, its answer is lost',
  'arrives, half of its answer',
  'is too fast',
] as const;

test('[S3] whatever becomes of frames and lines, tabs and reloads: everything is stored once, in order', () => {
  const fate = fc.record({ what: fc.constantFrom(...fates), writes: fc.nat(4), reloads: fc.boolean() });
  fc.assert(
    fc.property(fc.array(fate, { maxLength: 25 }), fc.nat(25), (plan, first) => {
      const room = new FakeRoom();
      room.answersPings = true;
      const stored: string[] = [];
      let client = room.client();
      const written = Array.from({ length: first }, (_, i) => client.send(`early ${i}`));
      const store = ({ id, since }: Sent) => {
        if (stored.indexOf(id, since) < 0) stored.push(id);
        return own(stored.indexOf(id) + 1, id);
      };
      const comeBack = (reloads: boolean) => {
        if (reloads) {
          client.close();
          client = room.client();
          client.open();
        } else room.breaks();
        // A newcomer's page that shows nothing: the client has to ask, and its `since` has to do.
        room.letsIn(roomAt(stored.length));
      };
      client.open();
      room.letsIn();
      let answered = 0;
      let socket = room.socket;
      const step = (what: (typeof fates)[number], reloads: boolean) => {
        if (room.socket !== socket) [socket, answered] = [room.socket, 0];
        const sends = (socket.commands('send') as unknown as Sent[][])[answered++];
        if (!sends) {
          answered--;
          return room.clock.pass(1_000);
        }
        if (what === 'is lost') return comeBack(reloads);
        const some = what === 'is too fast' ? sends.slice(0, sends.length / 2) : sends;
        const refused = sends.slice(some.length);
        const answers = some.map(store);
        if (what === 'arrives, its answer is lost') return comeBack(reloads);
        if (what === 'arrives, half of its answer') {
          if (answers.length > 1) socket.says(...answers.slice(0, answers.length / 2));
          return comeBack(reloads);
        }
        const late = { type: 'error', code: 'rate_limited', message: 'Slow.', retryAfter: 100 };
        socket.says({ type: 'later' }, ...answers, ...refused.map(({ id }) => ({ ...late, id })));
        room.clock.pass(5_000);
      };
      for (const { what, writes, reloads } of plan) {
        for (let i = 0; i < writes; i++) written.push(client.send('later'));
        step(what, reloads);
      }
      for (let i = 0; client.state.pending.length > 0 && i < 500; i++) step('arrives', false);
      expect(client.state.pending).toEqual([]);
      expect(stored).toEqual(written);
    }),
    { numRuns: 300 },
  );
});

test('[E1] a long queue is brought home at the pace of the room, far from its 300 refusals a minute', () => {
  const room = new FakeRoom();
  room.answersPings = true;
  const client = room.client();
  const ids = Array.from({ length: 200 }, (_, i) => client.send(`text ${i}`));
  client.open();
  room.letsIn();
  const begin = room.clock.now;
  const stored: string[] = [];
  const refusals: number[] = [];
  let [tokens, filledAt, taken] = [30, begin, 0];
  const take = ({ id }: Sent, wait: number) => {
    if (tokens < 1 || wait > 0) {
      refusals.push(room.clock.now);
      const retryAfter = wait || Math.ceil((1 - tokens) * 100);
      return { type: 'error', code: 'rate_limited', message: 'Slow.', id, retryAfter };
    }
    tokens--;
    stored.push(id);
    return own(stored.length, id);
  };
  while (client.state.pending.length > 0 && room.clock.now < begin + 120_000) {
    room.clock.pass(5);
    tokens = Math.min(30, tokens + (room.clock.now - filledAt) / 100);
    filledAt = room.clock.now;
    for (const sends of room.socket.commands('send').slice(taken) as unknown as Sent[][]) {
      taken++;
      let wait = 0;
      const answers = sends.map((send) => {
        const answer = take(send, wait);
        if ('retryAfter' in answer) wait = answer.retryAfter;
        return answer;
      });
      room.socket.says(...answers);
    }
  }
  expect(stored).toEqual(ids);
  expect(refusals.length).toBeLessThan(60);
  expect(room.clock.now - begin).toBeLessThan(30_000);
});
