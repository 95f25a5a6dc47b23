import { Alarm } from '../client/alarm.ts';
import type { Environment } from '../client/environment.ts';
import { RefusedError, type RoomClient } from '../client/room-client.ts';
import type { RoomState } from '../client/state.ts';
import { lineNews } from './line-news.ts';
import type { Look } from './look.ts';
import { newsOf } from './news.ts';
import { plainLine } from './plain-text.ts';
import { readSaid } from './private-address.ts';
import type { RoomLink } from './room-link.ts';
import type { Screen } from './screen.ts';
import type { Reason } from './why-not.ts';

/** Read no further ahead than this many messages that are not acknowledged. */
const AHEAD = 50;

export type TalkScreen = Pick<Screen, 'lines' | 'isInteractive' | 'show' | 'tell' | 'close'>;

export interface TalkOptions {
  readonly client: RoomClient;
  readonly link: RoomLink;
  readonly screen: TalkScreen;
  readonly look: Look;
  /** In ms: how long to try to reach the room; later ones too, where nobody sits there to decide. */
  readonly timeout: number;
  readonly environment: Environment;
  readonly whyNot: (summary: string) => Promise<Reason>;
}

/** One visit to a room, from the first try to join until all that was to be said is said. */
export class Talk {
  readonly #options: TalkOptions;
  readonly #patience: Alarm;
  #before: RoomState;
  #trouble = '';
  #failures = 0;
  #isOver = false;
  #wake = () => {};

  constructor(options: TalkOptions) {
    this.#options = options;
    this.#before = options.client.state;
    this.#patience = new Alarm(options.environment, () => this.#giveUp());
  }

  /** The exit status. */
  async run(): Promise<0 | 1> {
    const { client, screen, timeout } = this.#options;
    client.subscribe((state) => this.#take(state));
    this.#patience.set(timeout);
    client.open();
    await this.#until(({ self }) => self !== undefined);
    for await (const line of screen.lines) {
      if (this.#isOver) break;
      this.#say(line);
      await this.#until(({ pending }) => pending.length < AHEAD);
    }
    await this.#until(({ pending }) => pending.length === 0);
    for (const { text } of client.state.pending) this.#failed(`Not acknowledged: ${text}`);
    this.stop();
    return this.#failures > 0 ? 1 : 0;
  }

  /** Leaves as things are. */
  stop(): void {
    this.#isOver = true;
    this.#patience.cancel();
    this.#options.screen.close();
    this.#options.client.close();
    this.#wake();
  }

  /** Until a state fits, or all is over. */
  async #until(fits: (state: RoomState) => boolean): Promise<void> {
    while (!this.#isOver && !fits(this.#options.client.state)) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #say(line: string): void {
    const { client, screen } = this.#options;
    if (line.trim() === '') return;
    const said = readSaid(line, client.state.members);
    if ('nobodyCalled' in said) {
      this.#failed(`Not sent, for nobody here is called ${said.nobodyCalled}: ${line}`);
      return;
    }
    try {
      client.send(said.text, said.to && { to: said.to });
      if (client.state.line.state !== 'live') screen.tell('Kept, to be sent when the line is back.');
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      this.#failed(`Not sent. ${error.message} ${line}`);
    }
  }

  #take(state: RoomState): void {
    const { screen, look, link } = this.#options;
    const before = this.#before;
    this.#before = state;
    const line = lineNews(before, state, link.room);
    if (line !== undefined) screen.tell(line);
    for (const news of newsOf(before, state, look)) screen.show(news);
    if (before.line !== state.line) this.#lineChanged(state);
    for (const { id, text, failed } of state.pending) {
      if (failed) this.#dropFailed(id, `Not sent. ${failed.message} ${text}`);
    }
    this.#wake();
  }

  #lineChanged({ line, self }: RoomState): void {
    const { screen, timeout } = this.#options;
    if (line.state === 'live') this.#patience.cancel();
    else if (!this.#patience.pending && !screen.isInteractive && !this.#isOver) this.#patience.set(timeout);
    if (line.state === 'waiting' && !self) void this.#askWhyNot();
    if (line.state === 'refused') this.#end(`The room refused. ${line.why.message}`);
    if (line.state === 'ended') this.#end(`The room closed the line for good (${line.code}). ${line.reason}`);
  }

  async #askWhyNot(): Promise<void> {
    const { client, link, whyNot } = this.#options;
    const { sentence, isFinal } = await whyNot(link.summary);
    this.#trouble = sentence;
    if (isFinal && !client.state.self) this.#end(sentence);
  }

  #giveUp(): void {
    const { link, timeout } = this.#options;
    this.#end(
      `${link.room} at ${link.origin} could not be reached in ${timeout / 1_000} s. ${this.#trouble}`,
    );
  }

  #end(why: string): void {
    if (this.#isOver) return;
    this.#failed(why);
    this.stop();
  }

  #dropFailed(id: string, why: string): void {
    const { client } = this.#options;
    if (!client.state.pending.some((message) => message.id === id)) return;
    this.#failed(why);
    client.discard(id);
  }

  #failed(why: string): void {
    this.#failures++;
    this.#options.screen.tell(plainLine(why).trim());
  }
}
