import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { DevServer } from './dev-server.ts';
import { openBrowser, Person } from './person.ts';

type Options = Parameters<typeof Person.at>[1];

/** What the browser tests of a file share: the server that `npm start` starts, and a browser. */
export interface Stage {
  /** No other worker uses it: a test may kill it, and the next one finds it running. */
  readonly server: DevServer;
  /** The page of a room that is the running test's own. */
  readonly room: string;
  /**
   * Somebody at a browser of their own, who has joined nothing yet. It may be one that an earlier test used, emptied,
   * where the options can be had there: a warm page opens a room four times as fast as a new one.
   */
  somebody(options?: Options): Promise<Person>;
  /** Somebody who has joined the room. */
  enter(name: string, options?: Options): Promise<Person>;
  /** People who have joined the room, in this order, and know of each other. */
  inTheRoom<Names extends readonly string[]>(...names: Names): Promise<{ [Name in keyof Names]: Person }>;
}

/** What a worker keeps from file to file, as vite.config.ts has it; all of it ends with the worker. */
const kept: { server?: DevServer; browser?: Browser } = {};
/** Whom earlier tests have emptied. */
const rested: Person[] = [];

async function keptServer(): Promise<DevServer> {
  kept.server ??= await DevServer.start();
  return kept.server;
}

async function keptBrowser(): Promise<Browser> {
  kept.browser ??= await openBrowser();
  return kept.browser;
}

/** To be called at the top of a file of browser tests; with `vars`, which are the deployer's, the server is its own. */
export function setStage(vars?: Readonly<Record<string, string>>): Stage {
  let server: DevServer;
  let room = '';
  beforeAll(async () => {
    server = await (vars ? DevServer.start({ vars }) : keptServer());
  });
  beforeEach(async () => {
    if (!server.isRunning) await server.start();
    room = `${server.origin}/r/stage-${crypto.randomUUID().slice(0, 8)}`;
  });
  const present: Person[] = [];
  afterEach(async () => {
    for (const person of present.splice(0)) {
      if (await person.forgetsAll(server.origin)) rested.push(person);
      else await person.context.close();
    }
  });
  afterAll(async () => {
    if (vars) await server?.stop();
  });
  const somebody: Stage['somebody'] = async (options = {}) => {
    const warm = Person.canTurnInto(options) ? rested.pop() : undefined;
    await warm?.turnsInto(options);
    const person = warm ?? (await Person.at(await keptBrowser(), options));
    present.push(person);
    return person;
  };
  const enter: Stage['enter'] = async (name, options) => {
    const person = await somebody(options);
    await person.joinRoom(room, name);
    return person;
  };
  return {
    get server() {
      return server;
    },
    get room() {
      return room;
    },
    somebody,
    enter,
    inTheRoom: async <Names extends readonly string[]>(...names: Names) => {
      const people: Person[] = [];
      for (const name of names) people.push(await enter(name));
      for (const person of people) for (const name of names) await person.person(name).waitFor();
      return people as { [Name in keyof Names]: Person };
    },
  };
}
