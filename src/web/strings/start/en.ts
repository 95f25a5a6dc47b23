import { grammar } from '../grammar.ts';

const { figure } = grammar('en');

/** The start page. */
export const en = {
  promise: 'Every link is a room.',
  how: 'Name one and send the link. Whoever opens it is talking five seconds later, without an account, and what was said is there when they come back.',
  room: 'Room',
  example: 'book-club',
  open: 'Open room',
  create: 'New private room',
  createHint: 'Gets a link that nobody can guess.',
  creating: 'Making a room…',
  createFailed: 'The room could not be made. Try again in a moment.',
  recent: 'Recent rooms',
  forget: (room: string) => `Forget ${room}`,
  fresh: (n: number, isMore: boolean) => `${figure(n)}${isMore ? '+' : ''} new`,
  active: (ago: string) => `Active ${ago}`,
  visited: (ago: string) => `Last visit ${ago}`,
  noName: 'Give the room a name.',
  suggestion: (name: string) => `How about “${name}”?`,
};

export type StartStrings = typeof en;
