import { describe, expect, it } from 'vitest';
import { Talk } from '../../src/terminal/talk.ts';
import type { Reason } from '../../src/terminal/why-not.ts';
import { ann, ben, FakeRoom, message, own, plainWelcome } from '../client/fake-room.ts';
import { FakeScreen } from './fake-screen.ts';
import { plainLook } from './states.ts';

const LINK = {
  room: 'tea',
  origin: 'https://parlor',
  socket: 'wss://parlor/socket',
  summary: 'https://parlor/tea',
};
const UNREACHABLE: Reason = { sentence: 'Nobody answers.', isFinal: false };

/** A terminal at a room, in the hands of a test. */
class Visit {
  readonly room = new FakeRoom();
  readonly screen = new FakeScreen();
  readonly talk: Talk;
  readonly status: Promise<number>;
  ended: number | undefined;
  asked = 0;

  constructor({ isInteractive = false, reason = UNREACHABLE } = {}) {
    this.room.answersPings = true;
    this.screen.isInteractive = isInteractive;
    this.talk = new Talk({
      client: this.room.client(),
      link: LINK,
      screen: this.screen,
      look: plainLook,
      timeout: 30_000,
      environment: this.room.environment,
      whyNot: async () => {
        this.asked++;
        return reason;
      },
    });
    this.status = this.talk.run();
    this.status.then((status) => {
      this.ended = status;
    });
  }

  static async joined(options: ConstructorParameters<typeof Visit>[0] = {}): Promise<Visit> {
    const visit = new Visit(options);
    visit.room.letsIn({ members: [ann, ben], count: 2 });
    await settled();
    return visit;
  }

  async says(...lines: string[]): Promise<void> {
    this.screen.types(...lines);
    await settled();
  }

  async ends(): Promise<void> {
    this.screen.ends();
    await settled();
  }

  /** The texts that went out, and to whom where not to all. */
  get sent(): unknown[] {
    return this.room.socket
      .commands('send')
      .flat()
      .map(({ text, to }) => (to ? { text, to } : text));
  }

  async acknowledges(...ids: string[]): Promise<void> {
    this.room.socket.says(...ids.map((id, index) => own(10 + index, id)));
    await settled();
  }

  async refuses(id: string, code = 'forbidden'): Promise<void> {
    this.room.socket.says({ type: 'error', code, message: `No: ${code}.`, id });
    await settled();
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('what is piped in', () => {
  it('is said in order, awaited, and then it leaves with 0', async () => {
    const visit = await Visit.joined();
    await visit.says('one', '', '  ', 'two');
    await visit.ends();
    await visit.acknowledges('id-1');
    expect(visit.sent).toEqual(['one', 'two']);
    expect(visit.ended).toBeUndefined();
    await visit.acknowledges('id-2');
    expect(await visit.status).toBe(0);
    expect(visit.room.socket.closedWith).toBe(1000);
  });

  it('waits until the room lets in', async () => {
    const visit = new Visit();
    await visit.says('one');
    await visit.ends();
    expect(visit.ended).toBeUndefined();
    visit.room.letsIn();
    await settled();
    expect(visit.sent).toEqual(['one']);
  });

  it('is nothing: it shows the newest page and leaves with 0', async () => {
    const visit = new Visit();
    await visit.ends();
    visit.room.letsIn({ messages: [message(1)] });
    expect(await visit.status).toBe(0);
    expect(visit.screen.shown.join()).toMatch(/Ben: text 1$/);
  });

  it('is read no further ahead than 50 messages', async () => {
    const visit = await Visit.joined();
    await visit.says(...Array.from({ length: 80 }, (_, number) => `line ${number}`));
    expect(visit.screen.unread).toBe(80 - 50);
    await visit.acknowledges('id-1', 'id-2');
    expect(visit.screen.unread).toBe(80 - 52);
  });

  it('comes again after a line that broke, under the same ids', async () => {
    const visit = await Visit.joined();
    await visit.says('one', 'two');
    await visit.ends();
    await visit.acknowledges('id-1');
    visit.room.comesBack([], 10);
    expect(visit.room.sentIds).toEqual([['id-2']]);
    await visit.acknowledges('id-2');
    expect(await visit.status).toBe(0);
    expect(visit.screen.told.slice(2)).toEqual([
      'The line to tea is down. Trying to come back …',
      'Back in tea as Ann.',
    ]);
  });

  it('is refused in part: the rest goes on, what failed is told, and it leaves with 1', async () => {
    const visit = await Visit.joined();
    await visit.says('one', 'x'.repeat(4_001), 'two');
    await visit.refuses('id-1');
    expect(visit.sent).toEqual(['one', 'two']);
    await visit.acknowledges(String(visit.room.sentIds.at(-1)));
    await visit.ends();
    expect(await visit.status).toBe(1);
    expect(visit.screen.told.slice(2)).toEqual([
      expect.stringMatching(/^Not sent\. A message has at most 4,000 characters\. x+$/),
      'Not sent. No: forbidden. one',
    ]);
  });
});

describe('[C6] [S6] a word aside', () => {
  it('goes to its member alone', async () => {
    const visit = await Visit.joined();
    await visit.says('@Ben psst');
    expect(visit.sent).toEqual([{ text: 'psst', to: ['ben'] }]);
  });

  it('to nobody is not sent, and tells so', async () => {
    const visit = await Visit.joined();
    await visit.says('@Carl psst');
    await visit.ends();
    expect(await visit.status).toBe(1);
    expect(visit.sent).toEqual([]);
    expect(visit.screen.told.at(-1)).toBe('Not sent, for nobody here is called Carl: @Carl psst');
  });
});

describe('a room that cannot be joined', () => {
  it('refuses: 1, with its word', async () => {
    const visit = new Visit();
    visit.room.socket.opens();
    visit.room.socket.says({ type: 'error', code: 'bad_name', message: 'No \x1b[2Jname.' });
    expect(await visit.status).toBe(1);
    expect(visit.screen.told.at(-1)).toBe('The room refused. No ␛[2Jname.');
  });

  it('is none: 1 at once', async () => {
    const visit = new Visit({ reason: { sentence: 'There is no such room.', isFinal: true } });
    visit.room.socket.breaks();
    expect(await visit.status).toBe(1);
    expect(visit.screen.told.at(-1)).toBe('There is no such room.');
  });

  it('is not reached in 30 s: 1, with the reason', async () => {
    const visit = new Visit();
    visit.room.socket.breaks();
    await settled();
    visit.room.clock.pass(29_999);
    await settled();
    expect(visit.ended).toBeUndefined();
    visit.room.clock.pass(1);
    expect(await visit.status).toBe(1);
    expect(visit.screen.told.at(-1)).toBe(
      'tea at https://parlor could not be reached in 30 s. Nobody answers.',
    );
  });

  it('closes for good: 1, with what was not said', async () => {
    const visit = await Visit.joined();
    await visit.says('one');
    visit.room.socket.breaks(4403, 'Out.');
    expect(await visit.status).toBe(1);
    expect(visit.screen.told.slice(-2)).toEqual([
      'The room closed the line for good (4403). Out.',
      'Not acknowledged: one',
    ]);
  });
});

describe('a line that stays down', () => {
  const lateFor = async (isInteractive: boolean) => {
    const visit = await Visit.joined({ isInteractive });
    visit.room.socket.breaks();
    visit.room.clock.pass(31_000);
    await settled();
    return visit;
  };

  it('ends a pipe with 1', async () => {
    expect((await lateFor(false)).ended).toBe(1);
  });

  it('is up to whoever sits at the terminal', async () => {
    const visit = await lateFor(true);
    expect(visit.ended).toBeUndefined();
    await visit.says('one');
    expect(visit.screen.told.at(-1)).toBe('Kept, to be sent when the line is back.');
  });

  it('but comes back in time, and time begins anew', async () => {
    const visit = await Visit.joined();
    for (let outage = 0; outage < 5; outage++) {
      visit.room.clock.pass(20_000);
      visit.room.comesBack();
    }
    await settled();
    expect(visit.ended).toBeUndefined();
  });
});

describe('told to stop', () => {
  it('leaves with 0, the line closed', async () => {
    const visit = await Visit.joined({ isInteractive: true });
    visit.talk.stop();
    expect(await visit.status).toBe(0);
    expect([visit.room.socket.closedWith, visit.screen.isClosed]).toEqual([1000, true]);
  });

  it('before it has joined, too', async () => {
    const visit = new Visit();
    visit.talk.stop();
    expect(await visit.status).toBe(0);
  });

  it('tells what was not acknowledged, with 1', async () => {
    const visit = await Visit.joined();
    await visit.says('one');
    visit.talk.stop();
    expect(await visit.status).toBe(1);
    expect(visit.screen.told.at(-1)).toBe('Not acknowledged: one');
  });
});

it('shows what others say and who they are', async () => {
  const visit = await Visit.joined();
  visit.room.socket.says(message(1), { type: 'presence', left: ['ben'], count: 1 });
  expect(visit.screen.shown).toEqual([expect.stringMatching(/ Ben: text 1$/), 'Went: Ben']);
  expect(visit.screen.told).toEqual(['Joining tea …', `In tea as Ann. 2 here: ${ann.name}, ${ben.name}`]);
  expect(plainWelcome.self.name).toBe('Ann');
});
