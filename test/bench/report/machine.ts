import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { WORKERD } from '../servers/paths.ts';
import { compatibilityDate } from '../servers/workerd-config.ts';

/** On what, when and with which versions it was measured. */
export interface Machine {
  /** ISO, the day alone. */
  readonly date: string;
  readonly cpu: string;
  readonly cores: number;
  readonly gibibytes: number;
  readonly kernel: string;
  /** Processes that wanted to run in the minute before, on average; 0 is a quiet machine. */
  readonly loadBefore: number;
  readonly commit: string;
  readonly versions: Readonly<Record<string, string>>;
}

export function readMachine(): Machine {
  const [first] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: first?.model ?? 'unknown',
    cores: cpus().length,
    gibibytes: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    loadBefore: Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0]),
    commit: said('git', 'describe', '--always', '--dirty'),
    versions: {
      node: process.version.slice(1),
      workerd: said(WORKERD, '--version').replace('workerd ', ''),
      'compatibility date': compatibilityDate(),
      partyserver: version('partyserver'),
      'socket.io': version('socket.io'),
      ws: version('ws'),
    },
  };
}

const said = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' }).trim();

function version(name: string): string {
  const path = new URL(`../../../node_modules/${name}/package.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')).version;
}
