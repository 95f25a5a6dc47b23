import { parseArgs } from 'node:util';
import { type Peer, peers } from './peers/peers.ts';

/** What `npm run bench -- …` was asked for. */
export interface Options {
  readonly members: readonly number[];
  readonly peers: readonly Peer[];
  /** Of each step. */
  readonly seconds: number;
  /** Whether everything is measured as the README shows it. Else what comes out is put aside. */
  readonly isWhole: boolean;
}

/** `--quick`, `--members 10,500`, `--peers parlor,naive`, `--seconds 3`. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      members: { type: 'string' },
      peers: { type: 'string' },
      seconds: { type: 'string' },
    },
  });
  const rivals = peers.filter(({ name }) => name !== 'echo' && name !== 'sink');
  const names = values.peers?.split(',');
  return {
    members: (values.members ?? (values.quick ? '500' : '10,100,500,2000')).split(',').map(figure),
    peers: names ? names.map((name) => found(rivals, name)) : rivals,
    seconds: figure(values.seconds ?? (values.quick ? '1' : '3')),
    isWhole: Object.keys(values).length === 1 && !values.quick,
  };
}

function figure(text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`${text} is no figure.`);
  return number;
}

function found(all: readonly Peer[], name: string): Peer {
  const peer = all.find((each) => each.name === name);
  if (!peer) throw new Error(`${name} is none of ${all.map((each) => each.name).join(', ')}.`);
  return peer;
}
