import { type ReadonlySignal, signal } from '@preact/signals';
import type { OutboxStorage } from '../../client/outbox-files.ts';
import { isPrivateRoom } from '../../protocol/room-name.ts';
import { dropSeen } from './last-seen.ts';

const KEYS = {
  name: 'parlor:name',
  token: 'parlor:token',
  rooms: 'parlor:rooms',
  self: 'parlor:self',
} as const;

/** What is kept of a room, but for the outbox, which the client keeps. All of it goes when the room is forgotten. */
export type RoomKind =
  | 'owner'
  | 'new'
  | 'invitation'
  | 'title'
  | 'read'
  | 'active'
  | 'visit'
  | 'draft'
  | 'private-draft';

export const roomKey = (kind: RoomKind, room: string) => `parlor:${kind}:${room}`;

/** What this browser keeps between visits. Where the browser keeps nothing, it is known until the page is gone. */
export const kept = {
  name: () => read(KEYS.name),
  keepName: (name: string) => write(KEYS.name, name),
  token: () => read(KEYS.token),
  keepToken: (token: string) => write(KEYS.token, token),
  ownerKey: (room: string) => read(roomKey('owner', room)),
  keepOwnerKey: (room: string, key: string) => write(roomKey('owner', room), key),
  /** Whether a room was made here, and its key not shown yet. */
  isNew: (room: string) => read(roomKey('new', room)) !== undefined,
  keepIsNew: (room: string, isNew: boolean) => write(roomKey('new', room), isNew ? 'new' : ''),
  /** H5: until the room has let us in by it. */
  invitation: (room: string) => read(roomKey('invitation', room)),
  keepInvitation: (room: string, invitation: string) => write(roomKey('invitation', room), invitation),
  /** H4: what its hosts called the room when we were last there. */
  title: (room: string) => read(roomKey('title', room)),
  keepTitle: (room: string, title = '') => write(roomKey('title', room), title),
  /** The newest seq that was seen, NaN before any; and the log that it is a seq of (R1), once that is known. */
  readUpTo: (room: string): { readonly seq: number; readonly log?: string | undefined } => {
    const [seq = '', log] = (read(roomKey('read', room)) ?? '').split(' ');
    return { seq: Number.parseInt(seq, 10), log: log || undefined };
  },
  keepReadUpTo: (room: string, seq: number, log = '') => write(roomKey('read', room), `${seq} ${log}`),
  isReadKey: (key: string, room: string) => key === roomKey('read', room),
  /** Unix time in ms of a room's newest message that is known here; 0 where none is. */
  activeAt: (room: string) => Number(read(roomKey('active', room)) ?? 0),
  keepActiveAt: (room: string, at: number) => write(roomKey('active', room), String(at)),
  /** Unix time in ms; 0 where it is not known. */
  visitedAt: (room: string) => Number(read(roomKey('visit', room)) ?? 0),
  /** The member that this browser is, known since the last visit. */
  self: () => read(KEYS.self),
  keepSelf: (id: string) => write(KEYS.self, id),
};

/** Of those that are found again by their name. */
const MOST_ROOMS = 12;

/** Rooms lately visited, newest first: as they are now, whatever other pages of this browser have done. */
export function recentRooms(): readonly string[] {
  try {
    const rooms: unknown[] = JSON.parse(read(KEYS.rooms) ?? '[]');
    return rooms.filter((room) => typeof room === 'string');
  } catch {
    return [];
  }
}

export const keepRecentRooms = (rooms: readonly string[]) => write(KEYS.rooms, JSON.stringify(rooms));

export const isRecent = (room: string) => recentRooms().includes(room);

/** What stands nowhere else, a private room's link or an owner's key, is never pushed out by newer ones. */
export function visited(room: string): void {
  write(roomKey('visit', room), String(Date.now()));
  const rooms = [room, ...recentRooms().filter((other) => other !== room)];
  const pushedOut = rooms.filter((one) => !isPrivateRoom(one) && !kept.ownerKey(one)).slice(MOST_ROOMS);
  for (const old of pushedOut) void dropSeen(old);
  keepRecentRooms(rooms.filter((one) => !pushedOut.includes(one)));
}

/** Told whenever other pages of this browser may have changed what is kept: one that comes back from the browser's cache was told nothing meanwhile. */
export function onKeptElsewhere(listener: () => void): void {
  for (const type of ['storage', 'pageshow'])
    addEventListener(type, ({ key }: Partial<StorageEvent>) => {
      if (key) unkept.delete(key);
      listener();
    });
}

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
  onKeptElsewhere(() => (chosen.value = stored()));
  return {
    values,
    chosen,
    choose: (value) => {
      write(key, value);
      chosen.value = value;
    },
  };
}

/** Where the browser keeps nothing, or no more. */
const unkept = new Map<string, string>();

export function read(key: string): string | undefined {
  try {
    return (unkept.get(key) ?? localStorage.getItem(key)) || undefined;
  } catch {
    return undefined;
  }
}

/** Whether it outlasts the page: a full or forbidden storage keeps nothing. */
export function write(key: string, value: string): boolean {
  try {
    if (value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    unkept.delete(key);
    return true;
  } catch {
    unkept.set(key, value);
    return false;
  }
}

/** The browser's storage; where that may not even be named, one that throws when it is used. */
export function pageStorage(): OutboxStorage {
  try {
    return localStorage;
  } catch {
    return {} as OutboxStorage;
  }
}
