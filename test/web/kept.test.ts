import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepDraft } from '../../src/web/parts/drafts.ts';
import { forget, lossesOf } from '../../src/web/parts/forget.ts';
import { isRecent, kept, keptChoice, recentRooms, visited } from '../../src/web/parts/kept.ts';
import { MemoryStorage } from '../support/memory-storage.ts';

let storage: MemoryStorage;

beforeEach(() => {
  storage = new MemoryStorage();
  vi.stubGlobal('localStorage', storage);
});
afterEach(() => vi.unstubAllGlobals());

describe('recent rooms', () => {
  it('are those that all pages of this browser have visited, newest first', () => {
    visited('tea');
    storage.setItem('parlor:rooms', JSON.stringify(['prv-of-another-page', 'tea']));
    visited('salon');
    expect(recentRooms()).toEqual(['salon', 'prv-of-another-page', 'tea']);
  });

  it('are a dozen; one whose link or key stands nowhere else is not pushed out by others', () => {
    kept.keepOwnerKey('ours', 'key');
    for (const room of ['prv-k3f9', 'ours', 'oldest']) visited(room);
    for (let number = 1; number <= 12; number++) visited(`room-${number}`);
    expect(recentRooms()).toHaveLength(14);
    expect(['prv-k3f9', 'ours', 'oldest'].map(isRecent)).toEqual([true, true, false]);
  });

  it('are none where something else lies in their place', () => {
    for (const value of ['{', '7', '"tea"', '{}']) {
      storage.setItem('parlor:rooms', value);
      expect(recentRooms()).toEqual([]);
    }
  });
});

describe('a room that is forgotten', () => {
  const entry = (id: string) => JSON.stringify({ id, text: 'Unsent', since: 0, order: 1 });

  it('leaves nothing behind, and others as they were', () => {
    keptChoice('alert:tea', ['nothing', 'all']).choose('all');
    for (const room of ['tea', 'teahouse']) {
      visited(room);
      kept.keepOwnerKey(room, 'key');
      kept.keepInvitation(room, 'invitation');
      kept.keepIsNew(room, true);
      kept.keepTitle(room, 'Title');
      kept.keepReadUpTo(room, 7, 'log');
      kept.keepActiveAt(room, 1);
      keepDraft(room, { text: 'Half a' });
      storage.setItem(`parlor:outbox:${room}:m1`, entry('m1'));
    }
    const before = [...storage.entries.keys()].filter((key) => key.includes('teahouse')).length;
    forget('tea');
    const left = [...storage.entries.keys()];
    expect(left.filter((key) => /tea(?!house)/.test(key))).toEqual(['parlor:alert:tea']);
    expect(left.filter((key) => key.includes('teahouse'))).toHaveLength(before);
    expect(recentRooms()).toEqual(['teahouse']);
  });

  it('takes with it what cannot be had again, which is known before', () => {
    expect(lossesOf('tea')).toEqual([]);
    keepDraft('tea', { text: 'Half a' });
    expect(lossesOf('tea')).toEqual(['unsent']);
    storage.setItem('parlor:outbox:salon:m1', entry('m1'));
    kept.keepOwnerKey('salon', 'key');
    expect(lossesOf('salon')).toEqual(['key', 'unsent']);
    expect(lossesOf('prv-k3f9')).toEqual(['link']);
  });
});

describe('in a browser that keeps nothing', () => {
  it('what a link gave is known until the page is gone', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(kept.keepOwnerKey('prv-unkept', 'key')).toBe(false);
    expect(kept.ownerKey('prv-unkept')).toBe('key');
    kept.keepInvitation('prv-unkept', 'invitation');
    kept.keepInvitation('prv-unkept', '');
    expect(kept.invitation('prv-unkept')).toBeUndefined();
  });

  it('what came when there was no more room is kept once there is', () => {
    vi.stubGlobal('localStorage', undefined);
    kept.keepOwnerKey('prv-full', 'key');
    vi.stubGlobal('localStorage', storage);
    expect(kept.ownerKey('prv-full')).toBe('key');
    expect(kept.keepOwnerKey('prv-full', 'other')).toBe(true);
    expect([kept.ownerKey('prv-full'), storage.getItem('parlor:owner:prv-full')]).toEqual(['other', 'other']);
  });
});
