import { signal } from '@preact/signals';
import { dropSeen } from './last-seen.ts';

const KEYS = {
  name: 'parlor:name',
  token: 'parlor:token',
  rooms: 'parlor:rooms',
  owner: (room: string) => `parlor:owner:${room}`,
  read: (room: string) => `parlor:read:${room}`,
} as const;

/** What this browser keeps between visits. Where the browser keeps nothing, all of it is simply absent. */
export const kept = {
  name: () => read(KEYS.name),
  keepName: (name: string) => write(KEYS.name, name),
  token: () => read(KEYS.token),
  keepToken: (token: string) => write(KEYS.token, token),
  ownerKey: (room: string) => read(KEYS.owner(room)),
  keepOwnerKey: (room: string, key: string) => write(KEYS.owner(room), key),
  readUpTo: (room: string) => Number(read(KEYS.read(room)) ?? Number.NaN),
  keepReadUpTo: (room: string, seq: number) => write(KEYS.read(room), String(seq)),
};

/** Rooms lately visited, newest first. */
export const recentRooms = signal<readonly string[]>(parseRooms());

const MOST_ROOMS = 12;

export function visited(room: string): void {
  keepRooms([room, ...recentRooms.value.filter((other) => other !== room)].slice(0, MOST_ROOMS));
}

export function forget(room: string): void {
  keepRooms(recentRooms.value.filter((other) => other !== room));
}

/** As it is now, whatever other pages of this browser have done. */
export const isRecent = (room: string) => parseRooms().includes(room);

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
