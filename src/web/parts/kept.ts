import { type ReadonlySignal, signal } from '@preact/signals';
import { dropSeen } from './last-seen.ts';

const KEYS = {
  name: 'parlor:name',
  token: 'parlor:token',
  rooms: 'parlor:rooms',
  owner: (room: string) => `parlor:owner:${room}`,
  isNew: (room: string) => `parlor:new:${room}`,
  invitation: (room: string) => `parlor:invitation:${room}`,
  read: (room: string) => `parlor:read:${room}`,
  active: (room: string) => `parlor:active:${room}`,
  visit: (room: string) => `parlor:visit:${room}`,
  self: 'parlor:self',
} as const;

/** What this browser keeps between visits. Where the browser keeps nothing, all of it is simply absent. */
export const kept = {
  name: () => read(KEYS.name),
  keepName: (name: string) => write(KEYS.name, name),
  token: () => read(KEYS.token),
  keepToken: (token: string) => write(KEYS.token, token),
  ownerKey: (room: string) => read(KEYS.owner(room)),
  keepOwnerKey: (room: string, key: string) => write(KEYS.owner(room), key),
  /** Whether a room was made here, and its key not shown yet. */
  isNew: (room: string) => read(KEYS.isNew(room)) !== undefined,
  keepIsNew: (room: string, isNew: boolean) => write(KEYS.isNew(room), isNew ? 'new' : ''),
  /** H5: until the room has let us in by it. */
  invitation: (room: string) => read(KEYS.invitation(room)),
  keepInvitation: (room: string, invitation: string) => write(KEYS.invitation(room), invitation),
  readUpTo: (room: string) => Number(read(KEYS.read(room)) ?? Number.NaN),
  keepReadUpTo: (room: string, seq: number, at: number) => {
    write(KEYS.read(room), String(seq));
    kept.keepActiveAt(room, at);
  },
  isReadKey: (key: string, room: string) => key === KEYS.read(room),
  /** Unix time in ms of a room's newest message that is known here; 0 where none is. */
  activeAt: (room: string) => Number(read(KEYS.active(room)) ?? 0),
  keepActiveAt: (room: string, at: number) => write(KEYS.active(room), String(at)),
  /** Unix time in ms; 0 where it is not known. */
  visitedAt: (room: string) => Number(read(KEYS.visit(room)) ?? 0),
  /** The member that this browser is, known since the last visit. */
  self: () => read(KEYS.self),
  keepSelf: (id: string) => write(KEYS.self, id),
};

/** Rooms lately visited, newest first. */
export const recentRooms = signal<readonly string[]>(parseRooms());

const MOST_ROOMS = 12;

export function visited(room: string): void {
  write(KEYS.visit(room), String(Date.now()));
  keepRooms([room, ...recentRooms.value.filter((other) => other !== room)].slice(0, MOST_ROOMS));
}

export function forget(room: string): void {
  write(KEYS.visit(room), '');
  write(KEYS.active(room), '');
  kept.keepOwnerKey(room, '');
  kept.keepInvitation(room, '');
  keepRooms(recentRooms.value.filter((other) => other !== room));
}

/** As it is now, whatever other pages of this browser have done. */
export const isRecent = (room: string) => parseRooms().includes(room);

export interface KeptChoice<Value extends string> {
  readonly values: readonly Value[];
  readonly chosen: ReadonlySignal<Value>;
  choose(value: Value): void;
}

/** One of `values`, the first until another is chosen; in all tabs of this browser the same. */
export function keptChoice<const Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): KeptChoice<Value> {
  const key = `parlor:${name}`;
  const stored = () => values.find((value) => value === read(key)) ?? values[0];
  const chosen = signal(stored());
  // A page that comes back from the browser's cache was told nothing meanwhile.
  for (const event of ['storage', 'pageshow']) addEventListener(event, () => (chosen.value = stored()));
  return {
    values,
    chosen,
    choose: (value) => {
      write(key, value);
      chosen.value = value;
    },
  };
}

function keepRooms(rooms: readonly string[]): void {
  for (const room of recentRooms.value) if (!rooms.includes(room)) void dropSeen(room);
  recentRooms.value = rooms;
  write(KEYS.rooms, JSON.stringify(rooms));
}

function parseRooms(): string[] {
  try {
    const rooms: unknown = JSON.parse(read(KEYS.rooms) ?? '[]');
    return Array.isArray(rooms) ? rooms.filter((room) => typeof room === 'string') : [];
  } catch {
    return [];
  }
}

export function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) || undefined;
  } catch {
    return undefined;
  }
}

export function write(key: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Full or forbidden: the visit goes on without.
  }
}

/** The browser's storage; it throws when used, not when named, where the browser keeps nothing. */
export const pageStorage = {
  get length() {
    return localStorage.length;
  },
  key: (index: number) => localStorage.key(index),
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, value: string) => localStorage.setItem(key, value),
  removeItem: (key: string) => localStorage.removeItem(key),
};
