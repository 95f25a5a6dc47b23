import { describe, expect, it } from 'vitest';
import { aRoom, connect, joinRoom, within } from '../support/live-client.ts';

const forHibernation = 13_000;
const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The two things that only real time can show: they wait side by side. */
describe.concurrent('as time passes', { timeout: 25_000 }, () => {
  /** The platform takes an object that has nothing pending after 10 s. A timer, an alarm, a fetch would hold it. */
  it('a room where nobody says anything hibernates, its members and their pings connected', async () => {
    const room = aRoom();
    const [ann, bob] = [await joinRoom(room), await joinRoom(room)];
    await ann.posts('hello');
    bob.says({ type: 'typing', on: true });
    await bob.hasHeardAll();
    await within(room, (object) => Object.assign(object, { marked: true }) && undefined);
    await pass(forHibernation / 2);
    ann.saysRaw('ping');
    await ann.hearsFrame('pong');
    await pass(forHibernation / 2);
    expect(await within(room, (object) => 'marked' in object)).toBe(false);
    await ann.posts('still here');
    await bob.hears({ type: 'message', text: 'still here' });
  });

  it('[J1] a connection without a join is closed after 15 s, and not much sooner', async () => {
    const room = aRoom();
    const since = Date.now();
    const stranger = await connect(room);
    const late = await connect(room);
    const { code } = await stranger.isClosed();
    expect(code).toBe(4501);
    expect(Date.now() - since).toBeGreaterThan(14_500);
    expect((await late.isClosed()).code).toBe(4501);
  });

  it('[J1] whoever has joined in time stays', async () => {
    const room = aRoom();
    const [stranger, ann] = [await connect(room), await connect(room)];
    await ann.joins();
    await stranger.isClosed();
    await ann.posts('still here');
  });

  it('no alarm is set', async () => {
    const room = aRoom();
    await (await joinRoom(room)).posts('hello');
    expect(await within(room, (_, ctx) => ctx.storage.getAlarm())).toBeNull();
  });
});
