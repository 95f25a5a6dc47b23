import { parseArgs } from 'node:util';
import { type RoomLink, roomLink } from './room-link.ts';

export const USAGE = `Usage: npm run chat -- URL [--name NAME] [--guest] [--timeout SECONDS]

Joins a room from a terminal. What you type is said, line by line; what is piped in is said, and then it leaves.

  URL                a room: http://localhost:8787/r/tea, or its socket's address
  --name NAME        the name to be shown under; without it the room gives one
  --guest            come as nobody known, and keep no identity
  --timeout SECONDS  how long to try to reach the room (30)
  -h, --help         this

  @Ann text          says it to Ann alone; @"Ann Lee" text where the name holds spaces
  Ctrl-D, Ctrl-C     leave

Exit status: 0 all was said; 1 something was not, and stderr tells what; 2 wrong arguments.
`;

export interface Options {
  readonly link: RoomLink;
  readonly name?: string;
  readonly isGuest: boolean;
  /** In ms. */
  readonly timeout: number;
}

export type Arguments =
  | { readonly wants: 'chat'; readonly options: Options }
  | { readonly wants: 'help' }
  | { readonly wants: 'usage'; readonly wrong: string };

/** A timer cannot wait for longer. */
const LONGEST = 2_147_483;

export function readArguments(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parse(args);
    if (values.help) return { wants: 'help' };
    const [url, ...more] = positionals;
    if (url === undefined) return wrong('Which room? Give its address.');
    if (more.length > 0) return wrong('One room at a time.');
    const link = roomLink(url);
    if (link === undefined) return wrong(`That is not the address of a room: ${url}`);
    const seconds = Number(values.timeout);
    if (!(seconds > 0 && seconds <= LONGEST)) return wrong('--timeout is a number of seconds.');
    const named = values.name === undefined ? {} : { name: values.name };
    return { wants: 'chat', options: { link, ...named, isGuest: values.guest, timeout: seconds * 1_000 } };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      guest: { type: 'boolean', default: false },
      timeout: { type: 'string', default: '30' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
}

function wrong(why: string): Arguments {
  return { wants: 'usage', wrong: why };
}
