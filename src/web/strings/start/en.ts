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
  noRoomLink: 'That link leads to no room.',
  elsewhere: (host: string) => `That link leads to another site, ${host}. Open it in the address bar.`,
  askForget: (room: string) => `Forget ${room}?`,
  forgetIt: 'Forget',
  losses: {
    link: 'This list is the only place in this browser that has the link to this room.',
    key: 'The key that makes you its owner goes, too.',
    unsent: 'What you wrote there and did not send goes, too.',
  },
};

export type StartStrings = typeof en;
