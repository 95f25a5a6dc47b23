/** `npm run chat`: a room in a terminal. */
import { homedir } from 'node:os';
import process from 'node:process';
import { environmentWith } from '../client/environment.ts';
import { type OutboxStorage, RoomClient } from '../client/room-client.ts';
import { type Options, readArguments, USAGE } from './arguments.ts';
import { Identities, identityFile } from './identities.ts';
import { lookOf } from './look.ts';
import { Screen } from './screen.ts';
import { Talk } from './talk.ts';
import { whyNot } from './why-not.ts';

const STATUS_USAGE = 2;
const FAREWELL_WITHIN = 2_000;

/** What is not sent when the terminal closes is told, not kept. */
const nowhere: OutboxStorage = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {},
  removeItem: () => {},
};

const wanted = readArguments(process.argv.slice(2));
if (wanted.wants === 'help') process.stdout.write(USAGE);
else if (wanted.wants === 'usage') {
  process.stderr.write(`${wanted.wrong}\n\n${USAGE}`);
  process.exitCode = STATUS_USAGE;
} else {
  process.exitCode = await chat(wanted.options);
  process.stdin.destroy();
  // The socket says goodbye, if the room answers in time.
  setTimeout(() => process.exit(), FAREWELL_WITHIN).unref();
}

function chat(options: Options): Promise<0 | 1> {
  const { stdin, stdout, stderr, env } = process;
  const stop = () => talk.stop();
  const screen = new Screen({ input: stdin, output: stdout, errors: stderr }, stop);
  const client = roomClient(options, (complaint) => screen.tell(complaint));
  const { link, timeout } = options;
  const environment = environmentWith();
  const talk = new Talk({ client, link, screen, look: lookOf(stdout, env), timeout, environment, whyNot });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  // Whoever read us has gone.
  for (const stream of [stdout, stderr]) stream.on('error', stop);
  return talk.run();
}

function roomClient({ link, name, isGuest }: Options, complain: (why: string) => void): RoomClient {
  const identities = new Identities(identityFile(process.env, homedir()));
  const token = isGuest ? undefined : identities.token(link.origin);
  return new RoomClient({
    url: link.socket,
    room: link.room,
    ...(name !== undefined && { name }),
    ...(token !== undefined && { token }),
    storage: nowhere,
    onToken: (given) => {
      if (isGuest) return;
      try {
        identities.keep(link.origin, given);
      } catch (error) {
        complain(`Who you are here could not be kept: ${error instanceof Error ? error.message : error}`);
      }
    },
  });
}
