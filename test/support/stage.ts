import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { DevServer } from './dev-server.ts';
import { openBrowser, Person } from './person.ts';

/** What the browser tests of a file share: the server that `npm start` starts, and a browser. */
export interface Stage {
  readonly server: DevServer;
  readonly browser: Browser;
  /** The page of a room that is the running test's own. */
  readonly room: string;
  /**
   * Somebody at a browser of their own, who has joined nothing yet. Without options it may be one that an earlier test
   * used, emptied: a warm page opens a room four times as fast as a new one.
   */
  somebody(options?: Parameters<typeof Person.at>[1]): Promise<Person>;
  /** People who have joined the room, in this order. */
  inTheRoom<Names extends readonly string[]>(...names: Names): Promise<{ [Name in keyof Names]: Person }>;
}

/** To be called at the top of a file of browser tests; `vars` are the deployer's. */
export function setStage(vars: Readonly<Record<string, string>> = {}): Stage {
  let server: DevServer;
  let browser: Browser;
  let room = '';
  let rooms = 0;
  beforeAll(async () => {
    [server, browser] = await Promise.all([DevServer.start({ vars }), openBrowser()]);
  });
  beforeEach(() => {
    room = `${server.origin}/r/stage-${++rooms}`;
  });
  const present: Person[] = [];
  const rested: Person[] = [];
  afterEach(async () => {
    for (const person of present.splice(0)) {
      if (await person.forgetsAll(server.origin)) rested.push(person);
      else await person.context.close();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  const somebody: Stage['somebody'] = async (options) => {
    const person = (!options && rested.pop()) || (await Person.at(browser, options));
    present.push(person);
    return person;
  };
  return {
    get server() {
      return server;
    },
    get browser() {
      return browser;
    },
    get room() {
      return room;
    },
    somebody,
    inTheRoom: async <Names extends readonly string[]>(...names: Names) => {
      const people: Person[] = [];
      for (const name of names) {
        const person = await somebody();
        await person.joinRoom(room, name);
        people.push(person);
      }
      return people as { [Name in keyof Names]: Person };
    },
  };
}
