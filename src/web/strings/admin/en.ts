import { grammar } from '../grammar.ts';

const { count } = grammar('en');

/** What the deployer's page says; what is missing in another language does not compile. */
export const en = {
  title: 'Deployment',
  signIn: {
    key: 'Deployer’s key',
    open: 'Open',
    opening: 'Opening…',
    hint: 'The secret ADMIN_KEY of this deployment. It stays in this tab until you close it.',
    wrong: 'That is not the key of this deployment.',
    tooOften: 'Too many wrong keys. Wait a minute.',
    notSet: 'No key is set. Set one, then come back:',
  },
  signOut: 'Sign out',
  refresh: 'Refresh',
  failed: 'That did not work. Try again in a moment.',
  totals: 'All rooms together',
  rooms: 'Rooms',
  room: 'Room',
  members: 'Members now',
  messages: 'Messages',
  storage: 'Storage',
  active: 'Last activity',
  requests: 'Requests',
  rows: 'Rows written',
  cost: 'A month',
  thirtyDays: 'last 30 days',
  chart: (name: string, sum: string, most: string, day: string) =>
    `${name}, last 30 days: ${sum} in all, at most ${most} on ${day}`,
  chartOfNothing: (name: string) => `${name}, last 30 days: none`,
  notes: [
    'Costs are those of the last 30 days at Cloudflare’s list prices, before what your plan includes, for requests, rows and storage. Pings and the time that objects are awake are not counted.',
    'Rooms report at most once in five minutes; those in use were asked just now. Edits, reactions and deletions count among the messages.',
    'A private room’s name is its key: whoever sees this page can enter it.',
  ],
  search: 'Search rooms',
  none: 'Nobody has used a room yet.',
  notFound: (search: string) => `No room has “${search}” in its name.`,
  more: (n: number) => `Only the ${count(n, 'room', 'rooms')} last active are shown. Search for others.`,
  locked: 'Locked',
  save: (room: string) => `Save the transcript of ${room}`,
  lock: (room: string) => `Lock ${room}`,
  unlock: (room: string) => `Unlock ${room}`,
  remove: (room: string) => `Delete ${room}`,
  cancel: 'Cancel',
  askLock: (room: string) => `Lock ${room}?`,
  lockMeans: 'Only its hosts write there until it is unlocked. Everybody in it is told.',
  lockIt: 'Lock',
  askUnlock: (room: string) => `Unlock ${room}?`,
  unlockMeans: 'Everybody may write there again. Everybody in it is told.',
  unlockIt: 'Unlock',
  askRemove: (room: string) => `Delete ${room}?`,
  removeMeans: (n: number) =>
    `Everybody in it is sent out, and ${count(n, 'message', 'messages')} are gone for good. Nothing brings them back.`,
  removeIt: 'Delete',
  removed: (room: string) => `${room} was deleted.`,
};

export type AdminStrings = typeof en;
